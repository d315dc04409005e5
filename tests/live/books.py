"""A small course with one question in a real house: held in its first version, then published anew with another answer.

The rules of this file
- The first version asks which book shows the money; "cash" is right. Day 1 has the poll of `folders.py` besides.
- `publish` edits the file and publishes the folder; rooms learn of it by `look`, as they do by themselves.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import curriculum
from app.live.asking import Actor
from app.live.commands import Answer, Close, Command, End, Open, Reveal, Start
from tests.curriculum.folders import a_folder, edit
from tests.live.house import House, build

NAME = "tin_box"
BOOKS = """
## Books

///// quiz | check
    time: 5m
    show: one-by-one

//// single | books
    time: 1m

Which book shows the money that is there?

- [x] cash) The cash book

    > It has every payment.

- [ ] credit) The credit book

    > It has what is owed.

////

/////
"""
MOVED = (("- [x] cash)", "- [ ] cash)"), ("- [ ] credit)", "- [x] credit)"))


def moved(on_change: str) -> tuple[tuple[str, str], ...]:
    """Edits that make the other option right, and say what becomes of answers."""
    return (*MOVED, ("single | books\n    time: 1m", f"single | books\n    time: 1m\n    on-change: {on_change}"))


def a_house(folder: Path, trainees: int = 3, *, more: str = "") -> House:
    """The first version is published, its day has not begun. `more`: what else of five minutes stands in it."""
    courses = a_folder(folder)
    file = courses / NAME / "day-1.md"
    file.write_text(file.read_text().replace("duration: 5m", f"duration: {15 if more else 10}m") + BOOKS + more)
    house = build(folder, trainees, courses=courses, day=(NAME, "day-1"))
    house.app.config["COURSES"] = courses
    return house


def lead(house: House, *commands: Command) -> None:
    for command in commands:
        house.live.runner.submit(house.meeting, Actor(house.trainers[0], True), command, repr(command)[:36])


def token(house: House, key: str) -> str:
    return house.live.runner.room(house.meeting).state.runs["books"].veil.token(key)


def answer(house: House, person: int, key: str, run: str = "books") -> None:
    house.live.runner.submit(house.meeting, Actor(person, False), Answer(run, token(house, key)), f"{run}-{key}")


def hold(house: House) -> None:
    """Everybody but the last has answered: the first what is right, the others not; the day is over."""
    lead(house, Start(), Open("check"))
    for place, person in enumerate(house.trainees[:-1]):
        answer(house, person, "credit" if place else "cash")
    lead(house, Close("books"), Reveal("books"), End())


def publish(house: House, *edits: tuple[str, str]) -> str:
    """Publish day 1 with these edits, and have the rooms look; its version."""
    courses = house.app.config["COURSES"]
    for old, new in edits:
        edit(courses / NAME / "day-1.md", old, new)
    done = house.database.write(lambda session: curriculum.publish(session, courses, datetime.now(UTC)))
    look(house)
    return next(one.hash for one in done if one.module == "day-1") or ""


def look(house: House) -> None:
    house.live.watch.look(house.live.runner.rooms())


def review(house: House, person: int, run: str = "books", language: str = "en") -> dict[str, Any]:
    """One activity of the day as this person sees it again."""
    answer = house.client(person).get(f"/m/{house.meeting}/review.json", headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    rows = [one for item in answer.get_json()["items"] for one in (item, *item.get("children", ()))]
    return next(one for one in rows if one["id"] == run)

"""What is published while rooms are open: they learn of it by themselves, and nobody loads a page again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import polib
import pytest

from app import clock, curriculum
from app.live.commands import End, Open, Start
from app.live.news import LOOK_EVERY
from tests.live import test_languages
from tests.live.books import a_house, hold, lead, look, moved, publish, review
from tests.live.house import House, build
from tests.live.test_languages import do, fetched, opened, view

courses = test_languages.courses

EDIT = ("In a tin", "In the tin")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = a_house(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def two_languages(tmp_path: Path, courses: Path) -> Iterator[House]:
    """A folder of its own, to be edited; the poll is open."""
    copytree(courses, tmp_path / "courses")
    made = build(tmp_path, courses=tmp_path / "courses", day=("tins", "day-1"))
    made.app.config["COURSES"] = tmp_path / "courses"
    console = made.socket(made.trainers[0], "console")
    do(console, "start")
    do(console, "open", "open-tins", run="tins")
    yield made
    made.database.close()


def newer(house: House) -> list[str] | None:
    """What an open console says of a newer version: which activities it changes."""
    said = house.view(house.trainers[0], "console")["newer"]
    return None if said is None else [one["id"] for one in said["changes"]]


def translate(house: House, name: str, words: str) -> None:
    """The PO file says this in other words, is published, and the rooms look."""
    folder = house.app.config["COURSES"]
    file = folder / "tins" / "locale" / "ml" / "day-1.po"
    po = polib.pofile(str(file))
    for entry in po:
        if entry.msgctxt == name:
            entry.msgstr = words
    po.save()
    house.database.write(lambda session: curriculum.publish(session, folder, datetime.now(UTC)))
    look(house)


@pytest.mark.promise("C5")
def test_an_open_console_learns_of_a_newer_version_by_itself(house: House) -> None:
    lead(house, Start())
    socket = house.socket(house.trainers[0], "console")
    socket.get_received()
    assert newer(house) is None
    publish(house, EDIT)
    assert newer(house) == ["tins"]
    publish(house, EDIT[::-1])
    assert newer(house) is None


@pytest.mark.promise("C6")
def test_a_better_translation_reaches_a_room_that_is_open(two_languages: House) -> None:
    house, person = two_languages, two_languages.trainees[0]
    before = view(house, house.socket(person, lang="ml"))["runs"]["tins"]["task"]
    translate(house, "day-1/tins#prompt/1", "പണം എവിടെയാണ്?")
    do(house.socket(house.trainers[0], "console"), "add_time", "more", run="tins", seconds=60)  # whatever is done next
    after = view(house, house.socket(person, lang="ml"))["runs"]["tins"]["task"]
    assert after != before
    assert fetched(house, person, after)["task"]["prompt"] == "<p>പണം എവിടെയാണ്?</p>"


@pytest.mark.promise("C6")
def test_a_word_that_translators_accept_since_is_right_for_everybody(two_languages: House) -> None:
    house = two_languages
    opened(house, "word")
    assert "seq" in do(house.socket(house.trainees[0], lang="ml"), "answer", run="word", value={"text": "മിച്ചം"})
    translate(house, "day-1/word/profit", "ലാഭം | മിച്ചം")
    assert "seq" in do(house.socket(house.trainers[0], "console"), "reveal", "r", run="word")
    for language in ("en", "ml"):
        assert view(house, house.socket(house.trainees[1], lang=language))["tallies"]["word"]["right"] == 1


def test_rooms_look_at_most_every_few_seconds(house: House) -> None:
    lead(house, Start())
    rooms, now = house.live.runner.rooms(), clock.now() + timedelta(hours=1)
    house.live.watch.look_if_due(rooms, now)
    courses = house.app.config["COURSES"]
    file = courses / "tin_box" / "day-1.md"
    file.write_text(file.read_text().replace(*EDIT))
    house.database.write(lambda session: curriculum.publish(session, courses, datetime.now(UTC)))
    house.live.watch.look_if_due(rooms, now + LOOK_EVERY / 2)
    assert newer(house) is None
    house.live.watch.look_if_due(rooms, now + LOOK_EVERY)
    assert newer(house) == ["tins"]


@pytest.mark.promise("C5")
@pytest.mark.promise("C6")
def test_an_answer_marked_anew_is_read_again_in_the_readers_language(tmp_path: Path, courses: Path) -> None:
    copytree(courses, tmp_path / "courses")
    house = build(tmp_path, courses=tmp_path / "courses", day=("tins", "day-1"))
    house.app.config["COURSES"] = tmp_path / "courses"
    lead(house, Start(), Open("word"))
    person = house.trainees[0]
    assert "seq" in do(house.socket(person, lang="ml"), "answer", run="word", value={"text": "വിൽപ്പന"})
    lead(house, End())
    file = tmp_path / "courses" / "tins" / "day-1.md"
    text = file.read_text().replace("- [x] profit)", "- [ ] profit)").replace("- [ ] sales)", "- [x] sales)")
    file.write_text(text.replace("text | word\n    time: 5m", "text | word\n    time: 5m\n    on-change: regrade"))
    house.database.write(lambda session: curriculum.publish(session, tmp_path / "courses", datetime.now(UTC)))
    look(house)
    client = house.client(person)
    for language, prompt in (("ml", "<p>എന്തു ബാക്കി?</p>"), ("en", "<p>What is left?</p>")):
        client.set_cookie("lang", language)
        rows = client.get(f"/m/{house.meeting}/review.json").get_json()["items"]
        seen = next(one for one in rows if one["id"] == "word")
        assert (seen["since"]["fate"], seen["tally"]["right"], seen["task"]["prompt"]) == ("regraded", 1, prompt)
        assert seen["older"][0]["task"]["prompt"] == prompt
    house.database.close()


@pytest.mark.promise("C5")
def test_a_day_that_is_over_counts_anew_while_its_console_is_open(house: House) -> None:
    hold(house)
    assert house.view(house.trainers[0], "console")["since"] == []
    publish(house, *moved("regrade"))
    assert [one["run"] for one in house.view(house.trainers[0], "console")["since"]] == ["books"]
    assert review(house, house.trainees[0])["since"]["fate"] == "regraded"

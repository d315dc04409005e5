"""What a trainee's browser is not told before its time: what is right, why, the model, and what trainers alone read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from tests.journeys.conftest import Crowd
from tests.journeys.ear import TAG, Ear, names, plain, strings, words
from tests.journeys.people import Trainer
from tests.journeys.town import Town

LEAST = 16  # letters: shorter pieces ("Closed.") stand in many places
NEVER = ("script", "facilitator")
AT_THE_REVEAL = ("explain", "model")
MARKS = {*NEVER, *AT_THE_REVEAL, "right", "feedback", "expected", "tolerance", "low", "high", "grading"}

Block = Mapping[str, Any]


@dataclass(frozen=True)
class Secret:
    """`run`: it comes with this activity's answer; None: never."""

    text: str
    run: str | None


@pytest.mark.promise("C4", "L27")
def test_nothing_that_gives_an_answer_away_reaches_a_phone_before_it_is_shown(town: Town, crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    sreeja = crowd.stranger("Sreeja")
    ear = Ear(sreeja)
    sreeja.signs_in_by_slip()
    sreeja.opens("/courses/sick_me_revival/day-1")
    sreeja.sees("Which of these is an early sign?")
    sreeja.enters()
    ammini.commands("start")
    content = town.content()
    secrets = [secret for secret in secrets_of(content) if secret.text not in public(content)]
    keys = keys_of(content)
    shown: set[str] = set()
    come: set[str] = set()
    for step in day(ammini, content, shown):
        ear.hears_all_up_to(town.state().seq)
        for where, told in ear.news():
            said = words(told)
            assert [one.text for one in secrets if one.run not in shown and one.text in said] == [], (step, where)
            if not any(run in where for run in shown):
                assert names(told) & MARKS - due_in(where, shown) == set(), (step, where)
            run = where.split("?")[0].rpartition("/task/")[2]
            assert keys.get(run, set()).isdisjoint(strings(told)), (step, where)
            come |= {one.text for one in secrets if one.run in shown and one.text in said}
    due = {one.text for one in secrets if one.run is not None}
    assert due - come == set(), "what was shown did come: the ear hears well"
    assert len({one.text for one in secrets} - due) > 100, "and the trainers' notes, of which there are many, did not"


def due_in(where: str, shown: set[str]) -> set[str]:
    """How many had it right is counted for everybody, once the number is shown."""
    return {"right"} if "money-lost" in shown and where in {"socket", "koottam-views/kept"} else set()


def day(ammini: Trainer, content: Block, shown: set[str]) -> Iterator[str]:
    """Opens, closes and shows everything; stops after each act, so that one may listen."""
    for block in content["blocks"]:
        if block["type"] == "text":
            continue
        ammini.commands("open", run=block["id"])
        yield f"{block['id']} opened"
        if block["kind"] == "quiz":
            for place, question in enumerate(block["activities"]):
                if place:
                    ammini.commands("open", run=question["id"])
                    yield f"{question['id']} opened"
                yield from closed_and_shown(ammini, question, shown)
        else:
            yield from closed_and_shown(ammini, block, shown)
    ammini.commands("end")
    yield "the end"


def closed_and_shown(ammini: Trainer, block: Block, shown: set[str]) -> Iterator[str]:
    ammini.commands("close", run=block["id"])
    yield f"{block['id']} closed"
    ammini.commands("reveal", run=block["id"])
    shown |= {block["id"], *(child["id"] for child in block.get("activities", ()))}
    yield f"{block['id']} shown"


def secrets_of(content: Block) -> Iterator[Secret]:
    for block in content["blocks"]:
        for one in (block, *block.get("activities", ())):
            notes = one.get("notes", {})
            for note in NEVER:
                yield from pieces(notes.get(note), None)
            for note in AT_THE_REVEAL:
                yield from pieces(notes.get(note), one.get("id"))
            for item in one.get("items", ()):
                yield from pieces(item.get("feedback"), one.get("id"))


def keys_of(content: Block) -> dict[str, set[str]]:
    """What an author calls the choices of a question with right answers: such names often say which is right."""
    activities = [one for block in content["blocks"] for one in (block, *block.get("activities", ()))]
    closed = [one for one in activities if one.get("kind") in {"single", "multiple", "sort", "gaps", "order", "match"}]
    return {
        one["id"]: {part["key"] for item in one["items"] for part in (item, *item.get("cards", ()))} for one in closed
    }


def pieces(html: str | None, run: str | None) -> Iterator[Secret]:
    for piece in map(plain, TAG.split(html or "")):
        if len(piece) >= LEAST:
            yield Secret(piece, run)


def public(content: Block) -> str:
    """What phones may have from the beginning, or once an activity is open."""
    found: list[Any] = [content[name] for name in ("title", "objectives", "keypoints", "welcome")]
    for block in content["blocks"]:
        for one in (block, *block.get("activities", ())):
            notes = one.get("notes", {})
            found += [one.get("html"), one.get("title"), one.get("prompt")]
            found += [notes.get(name) for name in ("hint", "steps", "materials", "note")]
            for item in one.get("items", ()):
                found.append({name: item[name] for name in ("html", "cards", "items") if name in item})
    return words(found)

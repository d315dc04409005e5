"""Each day of each course is done again alone by one who was absent, and looked at again by those who were there."""

import json
from typing import Any

from app.live.pages import key_of
from app.live.plan import Activity
from app.review import unfolding
from tests.activities.examples import KEBAB
from tests.courses.answers import HOSTILE, WRONG_CELLS, plausible, right, wrong
from tests.courses.meeting import ABSENT, Meeting, every_day, held
from tests.courses.secrecy import is_in, secrets_of


def rows(day: Meeting, person: int) -> dict[str, dict[str, Any]]:
    """What she sees of the day looked at again, by activity."""
    found = unfolding.rows(day.room(), person)
    return {row["id"]: row for item in found for row in (item, *item.get("children", ()))}


def afterwards(name: str) -> Meeting:
    """The day is over; she who was absent comes to do it alone."""
    day = held(name).again()
    day.server("enter", person=ABSENT, role="trainee", district="Kuttanad")
    return day


def to_answer(day: Meeting) -> list[Activity]:
    return [item for item in day.state.plan.items.values() if item.is_answerable]


@every_day
def test_who_was_absent_finds_every_activity_and_no_answer(name: str) -> None:
    day = afterwards(name)
    found = rows(day, ABSENT)
    assert found.keys() == day.state.plan.items.keys()
    for item in to_answer(day):
        assert found[item.id]["state"] == "unseen", item.id
        assert found[item.id].keys().isdisjoint({"key", "tally", "group"}), item.id
    cards = {role.card for item in day.state.plan.items.values() for role in item.roles}  # read by all when it is over
    seen = json.dumps(list(found.values()), ensure_ascii=False)
    for block in day.blocks.values():
        secrets = set(secrets_of(block)) - cards
        assert [one for one in secrets if is_in(one, seen)] == [], block["id"]


@every_day
def test_who_does_it_alone_rightly_reads_the_key_and_counts_in_no_result(name: str) -> None:
    day = afterwards(name)
    before = {id: row.get("tally") for id, row in rows(day, 1).items()}
    for item in to_answer(day):
        of = day.played(item.id)
        sent = next(iter(right(day.blocks[item.id], of)), plausible(of))
        day.answers(ABSENT, item.id, sent)
        if item.tries > 1:
            assert rows(day, ABSENT)[item.id]["state"] != "answered", item.id
            day.does(ABSENT, "try", run=item.id)
        row = rows(day, ABSENT)[item.id]
        assert (row["state"], row["mine"]) == ("answered", of.kind.own(of.config, of.veil, of.answer(sent))), item.id
        assert row["key"] == key_of(day.room(), item, day.blocks[item.id])
        assert ("tally" in row) != of.kind.private
        if item.is_closed_question:
            code = "no-tries-left" if item.tries > 1 else "already-answered"
            assert day.refusal(ABSENT, "answer", run=item.id, cell=next(iter(sent)), value=None) == code
    assert {id: row.get("tally") for id, row in rows(day, 1).items()} == before


@every_day
def test_who_answers_wrongly_alone_or_asks_to_be_shown_changes_it_no_more(name: str) -> None:
    day = afterwards(name)
    for place, item in enumerate(to_answer(day)):
        of = day.played(item.id)
        sent = next((sent for sent, _ in wrong(day.blocks[item.id], of)), plausible(of))
        if place % 2:
            day.does(ABSENT, "unfold", run=item.id)
        else:
            day.answers(ABSENT, item.id, sent)
        for _ in range(item.tries if item.tries > 1 and not place % 2 else 0):
            day.does(ABSENT, "try", run=item.id)
        row = rows(day, ABSENT)[item.id]
        if item.is_closed_question and item.tries == 1:
            assert row["state"] == ("unfolded" if place % 2 else "answered"), item.id
            assert day.refusal(ABSENT, "answer", run=item.id, cell=next(iter(sent)), value=None).startswith("already-")
        if item.tries > 1 and not place % 2:
            assert row["tries"]["feedback"] == next(told for _, told in wrong(day.blocks[item.id], of))


@every_day
def test_what_was_answered_with_the_class_stays(name: str) -> None:
    day = afterwards(name)
    for item in to_answer(day):
        if item.by == "group" or item.kind == "plan":
            continue
        cell = next(iter(plausible(day.played(item.id))))
        code = day.refusal(1, "answer", run=item.id, cell=cell, value=None)
        assert code == "already-answered", item.id
        assert rows(day, 1)[item.id]["state"] == "answered"


@every_day
def test_what_is_hostile_is_refused_alone_as_well(name: str) -> None:
    day = afterwards(name)
    before = repr(day.state.runs)
    for item in to_answer(day):
        (cell, value), *_ = plausible(day.played(item.id)).items()
        sent = [*((cell, hostile) for hostile in HOSTILE.values()), *((odd, value) for odd in WRONG_CELLS)]
        codes = [day.refusal(ABSENT, "answer", run=item.id, cell=place, value=hostile) for place, hostile in sent]
        assert [code for code in codes if not KEBAB.fullmatch(code)] == [], item.id
    assert repr(day.state.runs) == before

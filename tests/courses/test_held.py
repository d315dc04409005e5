"""Each day of each course is held with a class, from opening to end: what counts, who sees what, what is refused."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import audiences, codec, commands, machine, trying
from app.live.asking import Actor, Ask
from app.live.evolve import fold
from app.live.facts import Facts
from app.live.pages import agenda_of, task_of
from app.live.results import complete_answers, tally
from app.live.state import State
from tests.activities.examples import KEBAB, Played
from tests.courses.answers import HOSTILE, WRONG_CELLS, plausible, play, right, veiled, with_keys, wrong
from tests.courses.meeting import ABSENT, AMMINI, HERE, Meeting, Moment, every_day, held, room_of
from tests.courses.modules import DAYS, published
from tests.courses.secrecy import is_in, otherwise, secrets_of

FACTS = Facts("m1", "data", content="cafe0123")


def opened(day: Meeting, *whats: str) -> list[Moment]:
    """The moments at which something can be answered or is just closed."""
    return [moment for moment in day.moments if moment.what in whats]


def facts(day: Meeting) -> Facts:
    return replace(FACTS, words=day.words)


def seen_by_phones(day: Meeting, moment: Moment, state: State | None = None) -> dict[str, Any]:
    """All that trainees and the class screen get at this moment, and the task of its activity.

    Without what somebody was told of her own answer when she had it checked.
    """
    state, item = state or moment.state, (state or moment.state).plan.items[moment.run]
    views = {f"phone {person}": audiences.phone(state, person, facts(day)) for person in HERE}
    for view in views.values():
        view["tries"] = {run: tries for run, tries in view["tries"].items() if "feedback" not in tries}
    task = task_of(room_of(day.module, state, day.words), item, item.block or day.blocks[item.id])
    return views | {"screen": audiences.screen(state, facts(day)), "task": task}


@every_day
def test_a_whole_day_can_be_held_and_its_log_gives_the_same_meeting(name: str) -> None:
    day = held(name)
    rows = json.loads(json.dumps([codec.encode(one.event) for one in day.log]))
    again = (replace(one, event=codec.decode(row)) for one, row in zip(day.log, rows, strict=True))
    assert fold(day.began, again) == day.state
    assert day.state.stage == "ended"
    assert {run.phase for run in day.state.runs.values()} <= {"closed", "revealed"}
    assert day.state.runs.keys() == day.state.plan.items.keys()


@every_day
def test_what_the_class_answered_counts_as_it_should(name: str) -> None:
    day = held(name)
    for moment in opened(day, "shown"):
        item, run = day.state.plan.items[moment.run], moment.state.runs[moment.run]
        if item.is_group_work or not item.is_answerable:
            continue
        assert complete_answers(moment.state, run) == ["p1", "p2", "p3", "p4", "p6"], item.id
        assert tally(moment.state, run, day.words).get("n", 5) == 5
        marks = {person: mark(day, moment, f"p{person}") for person in (1, 2, 4, 5, 6)}
        if right(day.blocks[item.id], play(day.blocks[item.id])):
            assert [marks[1], marks[4], marks[5], marks[6]] == [1.0, 1.0, 0.0, 1.0], item.id
            assert marks[2] is not None
            assert marks[2] < 1
        else:
            assert set(marks.values()) == {None}


def mark(day: Meeting, moment: Moment, who: str) -> float | None:
    item, run = moment.state.plan.items[moment.run], moment.state.runs[moment.run]
    found = KINDS[item.kind].mark(item.config, trying.plain(run.answers[who], day.words))
    return None if found is None else found.score


@every_day
def test_a_groups_sheet_is_whole_and_its_numbers_are_marked(name: str) -> None:
    day = held(name)
    for item in day.state.plan.items.values():
        if item.by != "group" or item.children or not item.is_answerable:
            continue
        kind, run = KINDS[item.kind], day.state.runs[item.id]
        answers = {who: trying.plain(cells, day.words) for who, cells in run.answers.items()}
        wrote = day.state.writers(item.id) if day.state.round(item.id) else ("g1", "g2")
        assert answers.keys() == {*wrote} or (answers.keys() > {*wrote} and day.state.plan.top(item.id).pattern)
        marks = [kind.mark(item.config, answers[who]) for who in wrote]
        assert kind.is_complete(item.config, answers[wrote[0]]), item.id
        assert marks[0] is None or marks[0].score == 1, item.id
        assert all(one is None or one.score < 1 for one in marks[1:2]), item.id


@every_day
def test_who_may_try_again_is_told_of_her_own_answer_only(name: str) -> None:
    day = held(name)
    for moment in opened(day, "tried"):
        block, of = day.blocks[moment.run], play(day.blocks[moment.run])
        _sent, told = next(wrong(block, of))
        tries = {person: audiences.phone(moment.state, person, facts(day))["tries"][moment.run] for person in HERE}
        assert (tries[2]["right"], tries[2]["feedback"]) == (False, told)
        assert tries[1]["right"]
        assert tries[7] == {"of": 2, "left": 2}


@every_day
def test_nothing_that_is_secret_is_in_any_view_of_a_day(name: str) -> None:
    """Neither of what is open nor of what is still to come."""
    day = held(name)
    secrets = {id: secrets_of(block) for id, block in day.blocks.items()}
    for moment in opened(day, "open", "closed"):
        seen = json.dumps(
            seen_by_phones(day, moment) | {"agenda": agenda_of(day.room(moment.state))}, ensure_ascii=False
        )
        shown = {run.id for run in moment.state.runs.values() if run.phase == "revealed"}
        for id in secrets.keys() - shown:
            assert [one for one in secrets[id] if is_in(one, seen)] == [], moment.run


@every_day
def test_no_view_of_an_open_activity_depends_on_what_is_right_in_it(name: str) -> None:
    day = held(name)
    for moment in opened(day, "open", "closed"):
        item = moment.state.plan.items[moment.run]
        if not item.is_answerable or item.takes:
            continue
        other = otherwise(item.block)
        changed = replace(item, block=other, config=KINDS[item.kind].parse(other))
        state = replace(
            moment.state, plan=replace(moment.state.plan, items={**moment.state.plan.items, item.id: changed})
        )
        assert plain(day, moment) == plain(day, moment, state), moment.run


def plain(day: Meeting, moment: Moment, state: State | None = None) -> str:
    """As text, so that order counts too; of pairs without the words on the right: other partners are other words."""
    seen = seen_by_phones(day, moment, state)
    if moment.state.plan.items[moment.run].kind == "match":
        seen["task"]["task"]["right"] = [half["t"] for half in seen["task"]["task"]["right"]]
    return json.dumps(seen)


@every_day
def test_results_and_key_come_with_the_reveal_and_not_before(name: str) -> None:
    day = held(name)
    for moment in day.moments:
        item, run = moment.state.plan.items[moment.run], moment.state.runs[moment.run]
        for seen in (audiences.phone(moment.state, 1, facts(day)), audiences.screen(moment.state, facts(day))):
            has_tally = item.id in seen["tallies"]
            has_key = seen["runs"][item.id]["key"] is not None
            hides = not item.is_answerable or KINDS[item.kind].private or item.by == "group"
            assert has_key == (moment.what == "shown")
            assert has_tally == (moment.what == "shown" and not hides) or item.kind == "board", (item.id, run.phase)


def refusal(day: Meeting, state: State, actor: int, message: dict[str, Any]) -> str:
    """The code with which this message is refused at this moment; "" if it is not."""
    try:
        ask = Ask(Actor(actor, actor == AMMINI), codec.read_command(message), "x", day.now, words=day.words)
        machine.decide(state, ask)
    except Rejected as refused:
        return refused.code
    return ""


@every_day
def test_what_is_hostile_changes_nothing_in_a_meeting(name: str) -> None:
    """Values, cells and runs that nobody sends by accident, written keys, and other people's commands."""
    day = held(name)
    for moment in opened(day, "open"):
        before, run = repr(moment.state.runs[moment.run]), moment.run
        codes = [refusal(day, moment.state, who, message) for who, message in attacks(day, moment)]
        assert [code for code in codes if not KEBAB.fullmatch(code)] == [], (run, codes)
        assert repr(moment.state.runs[run]) == before


def attacks(day: Meeting, moment: Moment) -> Iterator[tuple[int, dict[str, Any]]]:
    """(who, what she sends)."""
    run, item = moment.run, moment.state.plan.items[moment.run]
    for act in (*commands.TRAINER, *commands.SERVER):
        wire = commands.wire_name(act)
        yield 7, {"type": wire} | dict.fromkeys({field.name for field in fields(act)} & {"run"}, run)
    yield AMMINI, {"type": "answer", "run": run, "cell": "", "value": None}
    yield ABSENT + 1, {"type": "answer", "run": run, "cell": "", "value": None}
    if not item.is_answerable:
        yield 7, {"type": "answer", "run": run, "cell": "", "value": {"text": "Here I am."}}
        return
    of = Played(KINDS[item.kind], item.config, moment.state.runs[run].veil)
    (cell, value), *_ = plausible(of).items()
    for wrong_run in ("", "no-such-run", "\0", "../key", run.upper(), day.state.plan.order[-1] + "-2"):
        yield 7, {"type": "answer", "run": wrong_run, "cell": cell, "value": value}
    for odd in ({}, {"run": 5}, {"run": run, "cell": 5}, {"run": run, "cell": None}, {"run": run, "who": "p1"}):
        yield 7, {"type": "answer", "value": value} | odd
    yield from ((7, {"type": "answer", "run": run, "cell": cell, "value": hostile}) for hostile in HOSTILE.values())
    yield from ((7, {"type": "answer", "run": run, "cell": odd, "value": value}) for odd in WRONG_CELLS)
    if veiled(of):
        pairs = [*with_keys(day.blocks[run], of), *plausible(play(day.blocks[run], "another run")).items()]
        yield from ((7, {"type": "answer", "run": run, "cell": cell, "value": value}) for cell, value in pairs)
    if item.tries < 2:
        yield 7, {"type": "try", "run": run}
    yield 7, {"type": "take_hint", "run": run, "number": len(item.hints) + 1}
    yield 7, {"type": "unfold", "run": run}


@every_day
def test_nobody_answers_what_is_not_open_or_is_shown(name: str) -> None:
    day = held(name)
    for moment in day.moments:
        item = day.state.plan.items[moment.run]
        if item.is_group_work or not item.is_answerable or moment.what not in ("closed", "shown"):
            continue
        cell, value = next(iter(plausible(day.played(moment.run)).items()))
        message = {"type": "answer", "run": item.id, "cell": cell, "value": value}
        later = [id for id in moment.state.plan.items if id not in moment.state.runs]
        late = message | ({"value": None} if item.takes else {})  # her own sheet she could never judge
        assert refusal(day, moment.state, 7, late) in ("too-late", "no-tries-left"), item.id
        assert {refusal(day, moment.state, 7, message | {"run": id}) for id in later} <= {"not-open", "no-answer-here"}


@pytest.mark.parametrize("depth", [1_000, 100_000])  # more than Python's JSON goes down
def test_lists_in_lists_are_too_much_however_deep(depth: int) -> None:
    day, value = Meeting(published(DAYS[0])), ["x"]
    for _ in range(depth):
        value = [value]  # type: ignore[list-item]
    assert refusal(day, day.state, 7, {"type": "answer", "run": "any", "value": value}) == "too-long"

"""Every activity of all days and assessments is played: what is right counts, what is hostile changes nothing."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.activities.registry import KINDS
from app.live import audiences, codec, trying
from app.live.evolve import fold
from app.live.pages import agenda_of, task_of
from app.live.state import State
from tests.activities.examples import KEBAB, OTHER_ITEMS, Played
from tests.activities.test_secrecy import seen_while_open
from tests.courses.answers import (
    HOSTILE,
    MARKED,
    WRONG_CELLS,
    Sent,
    plausible,
    play,
    right,
    veiled,
    with_keys,
    wrong,
)
from tests.courses.meeting import HERE, Meeting, Moment, held, room_of
from tests.courses.modules import BY_NAME, DAYS, Block, activities, published

every_module = pytest.mark.parametrize("name", BY_NAME)


def played(name: str) -> list[tuple[Block, Played]]:
    return [(block, play(block)) for block in activities(published(name))]


# ---- right, wrong, empty


@every_module
def test_what_the_key_says_is_right_is_right(name: str) -> None:
    for block, of in played(name):
        answers = right(block, of)
        assert answers or block["kind"] not in MARKED, block["id"]
        for sent in answers:
            kept = of.answer(sent)
            assert (of.mark(kept).score, of.kind.is_complete(of.config, kept)) == (1.0, True), (block["id"], sent)
            assert all(of.mark(kept).cells.values())


@every_module
def test_what_is_wrong_is_not_right_and_is_told_why(name: str) -> None:
    for block, of in played(name):
        answers = list(wrong(block, of))
        assert answers or block["kind"] not in MARKED, block["id"]
        for sent, told in answers:
            kept = of.answer(sent)
            assert of.mark(kept).score < 1, (block["id"], sent)
            assert of.kind.feedback(of.config, of.veil, kept) == told, (block["id"], sent)


@every_module
def test_what_has_no_right_answer_is_not_marked(name: str) -> None:
    for block, of in played(name):
        if of.kind.answerable and not right(block, of):
            assert of.mark(of.answer(plausible(of))) is None, block["id"]


@every_module
def test_a_plausible_answer_is_counted_and_comes_back_as_it_was_sent(name: str) -> None:
    for block, of in played(name):
        if not of.kind.answerable:
            continue
        sent = plausible(of)
        kept = of.answer(sent)
        assert of.kind.is_complete(of.config, kept), block["id"]
        assert of.kind.own(of.config, of.veil, kept) == sent
        assert of.tally(kept) != of.tally(), block["id"]


def empties(of: Played) -> list[Sent]:
    """Nothing, everything emptied again, and blanks where words belong."""
    sent = plausible(of)
    blanks: Sent = {cell: _blank(value) for cell, value in sent.items()}
    return [{}, of.answer(dict.fromkeys(sent)), of.answer(blanks)]


def _blank(value: Any) -> Any:
    match value:
        case {"text": _}:
            return {"text": " \n "}
        case {"note": _}:
            return {**value, "note": {"text": "  "}}
        case _:
            return None


@every_module
def test_nothing_is_not_counted_and_not_right(name: str) -> None:
    for block, of in played(name):
        for kept in empties(of) if of.kind.answerable else [{}]:
            assert not of.kind.is_complete(of.config, kept), block["id"]
            assert of.kind.progress(of.config, kept)[0] == 0
            assert of.tally(kept) == of.tally()
            assert of.mark(kept) is None or of.mark(kept).score == 0
            assert of.kind.feedback(of.config, of.veil, kept) == []


# ---- hostile


@every_module
def test_what_is_hostile_is_refused_with_a_code_in_every_cell(name: str) -> None:
    for block, of in played(name):
        for cell in plausible(of) or [""]:
            for what, value in HOSTILE.items():
                assert KEBAB.fullmatch(of.refusal(value, cell)), (block["id"], cell, what)


@every_module
def test_there_are_no_cells_but_those_of_the_activity(name: str) -> None:
    for _block, of in played(name):
        values = list(plausible(of).values()) or ["x"]
        for cell in WRONG_CELLS:
            assert of.refusal(values[0], cell) in {"no-such-field", "no-such-option", "no-answer-here"}


@every_module
def test_written_keys_and_tokens_of_another_run_choose_nothing(name: str) -> None:
    for block, of in played(name):
        if not veiled(of):
            continue
        for cell, value in with_keys(block, of):
            assert of.refusal(value, cell), (block["id"], cell, value)
        known = next(iter(plausible(of)))
        for cell, value in plausible(play(block, "another run")).items():
            assert of.refusal(value, cell)
            if "text" not in value:
                assert of.refusal(value, known)


# ---- secret


def otherwise(block: Block) -> Block:
    """The same activity with other right answers, feedback, hints and notes."""
    notes = block["notes"] | dict.fromkeys(("explain", "model", "script", "facilitator"), "<p>Other words.</p>")
    hints = ["<p>Other hint.</p>" for _ in block["notes"].get("hint", ())]
    items = OTHER_ITEMS[KINDS[block["kind"]].grammar](block["items"])
    return {**block, "items": items, "notes": notes | ({"hint": hints} if hints else {})}


@every_module
def test_nothing_that_a_phone_sees_while_it_is_open_depends_on_the_right_answers(name: str) -> None:
    for block, of in played(name):
        sent = [*right(block, of)[:2], *(one for one, _ in list(wrong(block, of))[:4]), plausible(of)]
        sent = sent if of.kind.answerable else []
        other = Played(of.kind, of.kind.parse(otherwise(block)), of.veil)
        assert seen_while_open(of, sent) == seen_while_open(other, sent), block["id"]


def secrets_of(block: Block) -> list[str]:
    """What an author wrote to be read later, or by trainers only; short words may stand anywhere."""
    notes = block["notes"]
    said = [item["feedback"] for item in block.get("items", ()) if item.get("feedback")]
    told = [notes[note] for note in ("explain", "model", "script", "facilitator") if note in notes]
    cards = [role["card"] for role in block.get("roles", ())]
    return [html for html in (*said, *told, *cards, *notes.get("hint", ())) if len(html) > 25]


@every_module
def test_no_task_holds_feedback_model_hint_or_script(name: str) -> None:
    for block, of in played(name):
        seen = json.dumps(of.task(), ensure_ascii=False)
        assert [html for html in secrets_of(block) if json.dumps(html, ensure_ascii=False)[1:-1] in seen] == []


# ---- live: each day is held once, from the opening to the end


every_day = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(f"played {name}")) for name in DAYS]
)
FACTS = audiences.Facts("m1", "data", content="cafe0123")


def opened(day: Meeting, *whats: str) -> list[Moment]:
    """The moments at which something can be answered or is just closed."""
    return [moment for moment in day.moments if moment.what in whats]


def facts(day: Meeting) -> audiences.Facts:
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
        assert audiences.complete_answers(moment.state, run) == ["p1", "p2", "p3", "p4", "p6"], item.id
        assert audiences.tally(moment.state, run, day.words).get("n", 5) == 5
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
        assert answers.keys() == {"g1", "g2"}
        marks = [kind.mark(item.config, answers[who]) for who in ("g1", "g2")]
        assert kind.is_complete(item.config, answers["g1"]), item.id
        assert marks[0] is None or (marks[0].score == 1 and marks[1] is not None and marks[1].score < 1), item.id


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
            assert [one for one in secrets[id] if json.dumps(one, ensure_ascii=False)[1:-1] in seen] == [], moment.run


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

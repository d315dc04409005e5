"""Every activity of all days and assessments is played: what is right counts, what is hostile is refused."""

import json
from typing import Any

import pytest

from tests.activities.examples import KEBAB, Played
from tests.activities.test_secrecy import seen_while_open
from tests.courses.answers import HOSTILE, MARKED, WRONG_CELLS, Sent, plausible, play, right, veiled, with_keys, wrong
from tests.courses.modules import BY_NAME, Block, activities, published
from tests.courses.secrecy import is_in, otherwise, secrets_of

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


@every_module
def test_nothing_that_a_phone_sees_while_it_is_open_depends_on_the_right_answers(name: str) -> None:
    for block, of in played(name):
        sent = [*right(block, of)[:2], *(one for one, _ in list(wrong(block, of))[:4]), plausible(of)]
        sent = sent if of.kind.answerable else []
        other = Played(of.kind, of.kind.parse(otherwise(block)), of.veil)
        assert seen_while_open(of, sent) == seen_while_open(other, sent), block["id"]


@every_module
def test_no_task_holds_feedback_model_hint_or_script(name: str) -> None:
    for block, of in played(name):
        seen = json.dumps(of.task(), ensure_ascii=False)
        assert [html for html in secrets_of(block) if is_in(html, seen)] == []

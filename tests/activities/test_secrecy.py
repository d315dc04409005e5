"""What a phone receives gives no answer away: change the right answers, and everything it may see stays equal."""

import json
import random
from collections.abc import Sequence
from typing import Any

import pytest

from app.activities.contract import Grammar, Veil
from app.activities.registry import FOLDERS, kind_in
from tests.activities.examples import Played, example, played, with_other_answers

every_kind = pytest.mark.parametrize("folder", FOLDERS)
marked = [name for name in FOLDERS if played(name).mark({}) is not None]
marked_kinds = pytest.mark.parametrize("folder", marked)
kinds_marked_by_words = pytest.mark.parametrize(
    "folder", [name for name in marked if kind_in(name).grammar is not Grammar.PAIRS]
)  # a pair is one by its key: other partners are other words under the same keys, and tokens are marked as before


def seen_while_open(play: Played, sent: Sequence[dict[str, Any]]) -> str:
    """Everything a phone gets before the reveal when these answers are sent: as text, so that order counts too."""
    kept = [play.answer(answer) for answer in sent]
    own = [play.kind.own(play.config, play.veil, answer) for answer in kept]
    filled = [(play.kind.is_complete(play.config, answer), play.kind.progress(play.config, answer)) for answer in kept]
    tally = {name: value for name, value in play.tally(*kept).items() if name not in play.kind.tally_secrets}
    return json.dumps([without_partners(play), own, filled, tally])


def without_partners(play: Played) -> dict[str, Any]:
    """The task; of pairs without the words on the right, which is what changes when they find other partners."""
    task = play.task()
    if play.kind.grammar is Grammar.PAIRS:
        task["right"] = [half["t"] for half in task["right"]]
    return task


@every_kind
@pytest.mark.parametrize("seed", range(20))
def test_nothing_a_phone_sees_while_open_depends_on_the_right_answers(folder: str, seed: int) -> None:
    play = played(folder, veil=Veil(f"seed {seed}"))
    other = played(folder, with_other_answers(folder), play.veil)
    sent = [dict(play.kind.sample(play.config, play.veil, random.Random(100 * seed + n))) for n in range(5)]
    assert seen_while_open(play, sent) == seen_while_open(other, sent)


@kinds_marked_by_words
def test_the_test_above_really_changes_the_right_answers(folder: str) -> None:
    play, other = played(folder), played(folder, with_other_answers(folder))
    assert play.key() != other.key()
    answers = [play.sampled(seed) for seed in range(50)]
    assert [play.mark(answer) for answer in answers] != [other.mark(answer) for answer in answers]


@marked_kinds
def test_a_secret_of_a_tally_is_one(folder: str) -> None:
    play, other = played(folder), played(folder, with_other_answers(folder))
    answers = [play.sampled(seed) for seed in range(50)]
    for name in play.kind.tally_secrets:
        assert play.tally(*answers)[name] != other.tally(*answers)[name]


@every_kind
def test_no_word_of_hint_feedback_or_notes_is_in_the_task(folder: str) -> None:
    marker = "<p>Tin box under the bed</p>"
    published = example(folder)
    published["notes"] = {"hint": [marker], **dict.fromkeys(("explain", "model", "script", "facilitator"), marker)}
    published["items"] = [{**item, "feedback": marker} for item in published["items"]]
    assert marker not in json.dumps(played(folder, published).task())


@every_kind
def test_no_tally_says_who_answered(folder: str) -> None:
    play = played(folder)
    answers = {f"person-{seed}-of-ours": play.sampled(seed) for seed in range(5)}
    assert "of-ours" not in json.dumps(play.kind.tally(play.config, play.veil, answers))


@every_kind
def test_key_and_tokens_of_one_run_tell_nothing_about_another(folder: str) -> None:
    tasks = [json.dumps(played(folder, veil=Veil(seed)).task()) for seed in ("one", "two")]
    has_tokens = '"t": ' in tasks[0]
    assert (tasks[0] != tasks[1]) == has_tokens

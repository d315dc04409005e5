"""The rules of what is only read: `briefing` and `break`."""

import pytest

from tests.activities.examples import example, played


@pytest.mark.parametrize("folder", ["briefing", "interval"])
def test_there_is_something_to_read_and_nothing_to_answer(folder: str) -> None:
    play = played(folder)
    assert play.task() == {"prompt": example(folder)["prompt"]}
    assert not play.kind.answerable
    assert play.refusal(None) == "no-answer-here"
    assert play.tally() == play.key() == {}

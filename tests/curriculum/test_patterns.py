"""What a pattern of group work needs: one written step for each of its rounds."""

import pytest

from tests.curriculum.samples import a_day, says

SHEET = """
//// worksheet | tea-sheet

- leak) Where is the leak? `text`

////
"""


def work(pattern: str, steps: int) -> str:
    last = f"{steps}. ({6 - steps}m) Step."  # five minutes in all
    written = "\n".join([*(f"{place}. (1m) Step." for place in range(1, steps)), last])
    notes = f"/// steps\n\n{written}\n\n///\n" if steps else ""
    head = f"## Tea\n\n///// breakout | tea\n    time: 5m\n    pattern: {pattern}\n"
    return a_day(f"{head}\n{notes}{SHEET}\n/////")


def test_a_step_for_each_round_is_all_it_needs() -> None:
    says(work("1-2-4-all", 4))


@pytest.mark.promise("B6")
@pytest.mark.parametrize("steps", [0, 3, 5])
def test_the_number_of_steps_is_checked_and_the_rounds_are_named(steps: int) -> None:
    wanted = "needs 4 steps: alone, in pairs, in fours, all together"
    says(work("‸1-2-4-all", steps), f"error: pattern 1-2-4-all {wanted}; there are {steps}")


@pytest.mark.parametrize("pattern", ["jigsaw", "gallery"])
def test_an_author_is_told_which_patterns_are_not_played_by_themselves(pattern: str) -> None:
    told = f"warning: pattern {pattern} is not played by itself yet: the trainer moves the groups"
    says(work(f"‸{pattern}", 3), told)

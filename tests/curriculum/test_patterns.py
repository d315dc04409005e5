"""What a pattern of group work needs: one written step for each of its rounds, and the sheets that go round."""

import pytest

from app.curriculum import playing
from app.live import plan
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


# ---- the sheets of a jigsaw and of a gallery


def sheet(id: str, option: str = "") -> str:
    """A worksheet with one field of its own."""
    return f"\n//// worksheet | {id}\n{option}\n- {id}-line) One line `text`\n\n////\n"


def of(pattern: str, *sheets: str) -> str:
    return work(pattern, 3).replace(SHEET, "".join(sheets))


@pytest.mark.promise("B6")
@pytest.mark.parametrize(
    ("pattern", "sheets"), [("jigsaw", 3), ("jigsaw", 5), ("gallery", 1), ("gallery", 2)]
)  # fmt: skip
def test_a_jigsaw_has_a_sheet_for_each_topic_and_one_more_a_gallery_one_or_two(pattern: str, sheets: int) -> None:
    says(of(pattern, *(sheet(f"sheet-{'abcde'[place]}") for place in range(sheets))))


@pytest.mark.parametrize("sheets", [0, 1, 2])
def test_a_jigsaw_of_fewer_than_two_topics_is_refused(sheets: int) -> None:
    told = "error: pattern jigsaw needs three worksheets or more: one for each topic, the last for the mixed groups"
    page = of("‸jigsaw", *(sheet(f"sheet-{'ab'[place]}") for place in range(sheets)), briefing())
    says(page, f"{told}; there are {sheets}")


def briefing() -> str:
    return "\n//// briefing | read-it\n\nRead it first.\n\n////\n"


@pytest.mark.parametrize("sheets", [0, 3])
def test_a_gallery_has_one_sheet_to_visit_and_perhaps_one_for_visitors(sheets: int) -> None:
    told = "error: pattern gallery needs one worksheet, or a second one for what visitors say about the first"
    page = of("‸gallery", *(sheet(f"sheet-{'abc'[place]}") for place in range(sheets)), briefing())
    says(page, f"{told}; there are {sheets}")


def test_its_sheets_are_those_of_groups() -> None:
    page = of("gallery", sheet("sheet-a", "    by: ‸person\n"))
    says(page, "error: in a gallery groups fill in the worksheets: leave out 'by'")


def test_nothing_else_is_answered_in_it() -> None:
    poll = "\n//// ‸poll | where\n\nWhere?\n\n- tin) Tin\n- purse) Purse\n\n////\n"
    page = of("gallery", sheet("sheet-a"), poll)
    says(page, "error: in a gallery only worksheets are filled in; put 'poll' before or after")


def test_the_meeting_plays_what_the_checker_lets_through() -> None:
    assert plan.ROUNDS.keys() == playing.ROUNDS.keys()
    assert {name: len(rounds) for name, rounds in plan.ROUNDS.items()} == {
        name: len(rounds) for name, rounds in playing.ROUNDS.items()
    }
    assert {name: plan.SHEETS[name] for name in playing.SHEETS} == {
        name: (fewest, most) for name, (fewest, most, _) in playing.SHEETS.items()
    }

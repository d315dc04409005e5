"""`check --fix` mends what needs no thought, and nothing else."""

import random
import re
from pathlib import Path

import pytest

from app.curriculum.mending import mended
from tests.curriculum.samples import a_day, a_shelf, said

WHOLE = (Path(__file__).parent / "golden" / "whole-notation.md").read_text(encoding="utf-8")

TINS = """
## Tins

//// single | which-tin
    time: 5m

Which tin?

- [ ] red) The red one

    > That is tea.

- [x] blue) The blue one

    > Yes.

////
"""
OTHER_NAMES = {"no key": ("blue) The", "the-blue-one) The")}  # what is made of words is not what the author had


@pytest.mark.promise("C3")
@pytest.mark.parametrize(
    ("right", "slip"),
    [
        pytest.param("\nWhich tin?", "Which tin?", id="no blank line after the options"),
        pytest.param("\n////\n", "////\n", id="no blank line before the closing fence"),
        pytest.param("    time: 5m", "  time: 5m", id="an option indented by two spaces"),
        pytest.param("    time: 5m", "\n    time: 5m", id="an option after a blank line"),
        pytest.param("    > That is tea.", "  > That is tea.", id="feedback indented by two spaces"),
        pytest.param("    > That is tea.", "\t> That is tea.", id="feedback indented by a tab"),
        pytest.param("    > That is tea.", "> That is tea.", id="feedback in column 1"),
        pytest.param("\n    > Yes.", "    > Yes.", id="feedback without a blank line"),
        pytest.param("    > Yes.\n\n////", "    > Yes.\n\n/////", id="a closing fence with a slash too many"),
        pytest.param("//// single", "////single", id="no space after the slashes"),
        pytest.param("single | which-tin", "single which-tin", id="no line before the id"),
        pytest.param("single | which-tin", "single", id="no id"),
        pytest.param("blue) The blue one", "The blue one", id="no key"),
        pytest.param("## Tins", "##Tins", id="no space in a heading"),
        pytest.param("//// single", "  //// single", id="an indented fence"),
    ],
)
def test_a_slip_without_two_meanings_is_mended(right: str, slip: str, request: pytest.FixtureRequest) -> None:
    day = a_day(TINS)
    assert right in day
    text, count = mended(day.replace(right, slip, 1), "day-2", a_shelf())
    assert text == day.replace(*OTHER_NAMES.get(request.node.callspec.id, ("", "")))
    assert count > 0
    assert mended(text, "day-2", a_shelf()) == (text, 0)


def test_a_made_key_is_used_once() -> None:
    day = a_day(TINS).replace("red) The red one", "The tin").replace("blue) The blue one", "The tin")
    text, count = mended(day, "day-2", a_shelf())
    assert re.findall(r"\[.\] (.*)", text) == ["the-tin) The tin", "the-tin-2) The tin"]
    assert count == 2


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("time: 5m", "tiem: 5m"), ("[x] blue", "[ ] blue"), ("single | which", "singel | which")],
)
def test_what_could_mean_two_things_stays_as_it_is(right: str, wrong: str) -> None:
    day = a_day(TINS).replace(right, wrong)
    assert mended(day, "day-2", a_shelf()) == (day, 0)
    assert said(day) != []


def test_a_sound_module_stays_as_it_is() -> None:
    assert mended(WHOLE, "day-2", a_shelf()) == (WHOLE, 0)


def slipped(line: str, dice: random.Random) -> str:
    """The line with a mechanical slip, if there is one it can have."""
    if line.startswith("    > "):
        return dice.choice(["  ", "   ", "\t"]) + line[4:]
    if re.match(r"    [a-z-]+: ", line):
        return "  " + line[4:]
    return re.sub(r"^(#+) ", r"\1", line)


@pytest.mark.parametrize("seed", range(40))
def test_random_slips_in_a_whole_day_are_mended_back(seed: int) -> None:
    dice = random.Random(seed)
    lines = WHOLE.split("\n")
    for at in dice.sample(range(8, len(lines)), len(lines) // 3):
        lines[at] = slipped(lines[at], dice)
    fences = [n for n, line in enumerate(lines) if n > 8 and line.startswith("///") and not lines[n - 1]]
    for at in sorted(dice.sample(fences, 3), reverse=True):
        del lines[at - 1]
    broken = "\n".join(lines)
    assert broken != WHOLE
    assert mended(broken, "day-2", a_shelf())[0] == WHOLE

"""Every number a trainee or a trainer reads is worked out again from the facts of the case; not one may differ.

`sums/<course>/<module>.py` says for each module what is given (`TOLD`) and what follows from it (`WORKED`).
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.courses.reading import COURSES, Page, indian, page, rupees

MODULES = sorted(
    (file for file in COURSES.glob("*/*.md") if file.stem != "README"), key=lambda file: (file.parent.name, file.stem)
)
BY_NAME = {f"{file.parent.name}/{file.stem}": file for file in MODULES}


def sums_of(file: Path) -> ModuleType:
    return import_module(f"tests.courses.sums.{file.parent.name}.{file.stem.replace('-', '_')}")


@pytest.fixture(params=BY_NAME, name="module")
def a_module(request: pytest.FixtureRequest) -> tuple[Page, ModuleType]:
    file = BY_NAME[request.param]
    return page(file), sums_of(file)


def test_the_module_says_what_is_worked_out(module: tuple[Page, ModuleType]) -> None:
    read, sums = module
    assert [words for words in (*sums.TOLD, *sums.WORKED) if not read.says(words)] == []


@pytest.mark.promise("C12")
def test_no_number_stands_unchecked(module: tuple[Page, ModuleType]) -> None:
    read, sums = module
    assert read.unchecked((*sums.TOLD, *sums.WORKED)) == []


def test_money_is_written_the_indian_way() -> None:
    assert [indian(900), indian(1_450), indian(100_000), indian(12_345_678)] == [
        "900",
        "1,450",
        "1,00,000",
        "1,23,45,678",
    ]
    assert [rupees(-8_240), rupees(0.42, 2), rupees(14_482.925, 2), indian(22.5)] == [
        "−₹8,240",
        "₹0.42",
        "₹14,482.93",
        "23",
    ]


def test_a_changed_number_is_noticed() -> None:
    read = Page("Tea for ₹1,450, in the tin ₹1,121.", ((9, 14), (28, 33)))
    assert read.unchecked(["Tea for ₹1,450", "in the tin ₹1,120"]) == ["1,121 in “Tea for ₹1,450, in the tin ₹1,121.”"]


def test_a_number_inside_a_longer_one_is_not_it() -> None:
    read = Page("a pack for ₹600", ((12, 15),))
    assert not read.says("a pack for ₹60")
    assert read.unchecked(["a pack for ₹60"]) == ["600 in “a pack for ₹600”"]

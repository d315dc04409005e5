"""After a day in a hall without phones: a trainer types the code of a sheet and what stands on it."""

import re

import pytest

from app.activities.registry import KINDS
from app.curriculum.paper import sheets
from tests.journeys.conftest import Crowd
from tests.journeys.people import PHONE
from tests.journeys.town import Town


def code_of(town: Town, activity: str) -> str:
    """As it stands at the top of the printed sheet."""
    found = sheets(town.content(), KINDS, lambda task: False)
    return next(sheet.code for sheet in found if sheet.head["id"] == activity)


@pytest.mark.promise("C8")
def test_what_stands_on_paper_is_entered_under_its_code_and_looked_at_again(town: Town, crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini", PHONE)
    ammini.starts_the_day()
    ammini.more("End the day")
    ammini.taps("End the day", ammini.page.get_by_role("dialog"))
    ammini.follows(re.compile("Enter results from paper"))
    ammini.page.get_by_label("Code of the sheet").fill("OOOO")
    ammini.taps("Open the sheet")
    ammini.sees("No sheet of this day has the code OOOO. Look at the top of the paper.")
    ammini.finds_it_usable("from paper: the code")
    ammini.page.get_by_label("Code of the sheet").fill(code_of(town, "my-unit").lower())
    ammini.taps("Open the sheet")
    ammini.sees_heading("Whose sheet is it?")
    ammini.finds_it_usable("from paper: the names")
    sreeja = town.person("Sreeja")
    ammini.taps(re.compile(sreeja.name))
    ammini.sees_heading(sreeja.name)
    ammini.goes_offline()
    ammini.page.get_by_label("A code for the unit").fill("THM-4")
    ammini.page.get_by_label("Why this unit?").focus()
    ammini.sees("1 entry is kept here and goes by itself.")
    ammini.comes_back()
    ammini.does_not_see("1 entry is kept here and goes by itself.")
    ammini.finds_it_usable("from paper: the sheet")
    assert town.answers("my-unit") == {f"p{sreeja.id}": {"unit-code": {"text": "THM-4"}}}
    ammini.taps("Back to the names")
    ammini.sees("entered")
    trainee = crowd.trainee("Sreeja")
    trainee.opens(f"/m/{town.meeting}/review")
    trainee.sees("THM-4")
    trainee.sees(re.compile("entered this from paper"))

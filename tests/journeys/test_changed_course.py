"""The course is published anew while a console is open, and again when the day is over: nobody loads a page again."""

from pathlib import Path

import pytest

from tests.curriculum.folders import a_folder, edit
from tests.journeys.conftest import Crowd
from tests.journeys.town import Town
from tests.live.books import BOOKS, NAME, moved


@pytest.mark.promise("C5")
def test_an_open_console_tells_of_a_newer_version_and_later_of_answers_set_aside(
    town: Town, crowd: Crowd, tmp_path: Path
) -> None:
    courses = a_folder(tmp_path)
    file = courses / NAME / "day-1.md"
    file.write_text(file.read_text().replace("duration: 5m", "duration: 10m") + BOOKS)
    town.publishes(courses)
    town.opens_a_room(NAME, "day-1")
    ammini, sreeja = crowd.trainer("Ammini"), crowd.trainee("Sreeja")
    ammini.starts_the_day()
    ammini.opens_activity("Books")
    sreeja.chooses("The cash book")
    sreeja.sees_it_received()

    edit(file, "In a tin", "In the tin")
    town.publishes(courses)
    ammini.sees_in_time("This day has a newer version.", seconds=5)
    ammini.finds_it_usable("console, newer version")
    ammini.taps("Not now")
    ammini.does_not_see("This day has a newer version.")
    sreeja.sees("Which book shows the money that is there?")

    ammini.commands("end")
    ammini.sees_heading("The day has ended")
    for old, new in moved("reset"):
        edit(file, old, new)
    town.publishes(courses)
    ammini.sees_in_time("The course has changed since this day", seconds=5)
    ammini.sees("1 answer was set aside on")
    ammini.finds_it_usable("console, answers set aside")

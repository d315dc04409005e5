"""1-2-4-All as four trainees and their trainer do it: alone, in pairs, in fours, all together."""

from pathlib import Path

import pytest

from app import create_app, curriculum
from app.settings import Settings
from tests.journeys import town as towns
from tests.journeys.conftest import Crowd
from tests.journeys.people import Trainee
from tests.journeys.town import TRAINEES, Made

COURSE = """id: sick_me_revival
title: Sick
summary: Short.
language: en
languages: [en]
days:
  - id: day-1
    title: One
"""
DAY = """---
id: day-1
day: 1
title: One line
duration: 10m
---

/// objectives

- Write one line.

///

## Advice to Leela

What will you say to her?

///// breakout | advice
    time: 10m
    pattern: 1-2-4-all

Leela's tea stall loses ₹330 a day.

/// steps

1. (1m) Write alone.
2. (2m) Two and two.
3. (4m) In fours.
4. (3m) All together.

///

//// worksheet | advice-sheet

- line) One line for Leela `text`

////

/////

/// keypoints

- One line is enough.

///
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The town with a day of one activity."""
    made = towns.make(tmp_path_factory.mktemp("rounds"))
    course = tmp_path_factory.mktemp("courses") / "sick_me_revival"
    course.mkdir()
    (course / "course.yml").write_text(COURSE)
    (course / "day-1.md").write_text(DAY)
    app = create_app(Settings.from_environment({"KOOTTAM_DATA": str(made.folder)}))
    app.extensions["database"].write(lambda session: curriculum.publish(session, course.parent))
    for end in reversed(app.extensions["closing"]):
        end()
    app.extensions["database"].close()
    return made


def mates(trainees: list[Trainee]) -> Trainee:
    """With whom the first of them goes on."""
    words = trainees[0].page.get_by_text("you go on with").inner_text()
    return next(one for one in trainees[1:] if one.first_name in words)


@pytest.mark.promise("B6")
def test_one_line_grows_from_each_ones_own_to_that_of_all(crowd: Crowd, tmp_path: Path) -> None:
    ammini = crowd.trainer("Ammini")
    trainees = [crowd.trainee(name) for name in list(TRAINEES)[:4]]
    ammini.does_then_may("Start the day", "Make the groups")
    ammini.does("Make the groups")
    ammini.does_then_may("Make the groups", "Tell them")
    ammini.does_then_may("Tell them", "Start the groups")
    ammini.does_then_may("Start the groups", "Go on in pairs")
    for trainee in trainees:
        trainee.sees("You write alone now. Nobody else reads it yet.")
        trainee.fills("One line for Leela", f"alone-{trainee.id}")
        trainee.sees_under("One line for Leela", "Received")
    first, mate = trainees[0], mates(trainees)
    first.finds_it_usable("round-alone")
    ammini.sees("Everybody writes alone")
    ammini.finds_it_usable("round-alone-board")
    ammini.does_then_may("Go on in pairs", "Go on in fours")
    first.sees(f"alone-{mate.id}")
    for other in trainees[1:]:
        if other is not mate:
            first.does_not_see(f"alone-{other.id}")
    first.fills("One line for Leela", "one line of two")
    mate.reads_in("One line for Leela", "one line of two")
    first.finds_it_usable("round-pairs")
    ammini.sees("In pairs")
    ammini.finds_it_usable("round-pairs-board")
    ammini.does_then_may("Go on in fours", "All together")
    for trainee in trainees:
        trainee.sees("one line of two")
    first.fills("One line for Leela", "one line of four")
    for trainee in trainees[1:]:
        trainee.reads_in("One line for Leela", "one line of four")
    first.finds_it_usable("round-fours")
    ammini.does("All together")
    first.sees("Now all together: the groups report.")

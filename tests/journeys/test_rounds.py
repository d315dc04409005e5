"""Patterns as four trainees and their trainer do them: 1-2-4-All, then a jigsaw of two topics and a gallery."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app import create_app, curriculum
from app.settings import Settings
from tests.journeys import town as towns
from tests.journeys.conftest import Crowd
from tests.journeys.people import Trainee, Trainer
from tests.journeys.town import TRAINEES, Made, Town

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
duration: 30m
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

## The right price

///// breakout | price
    time: 10m
    pattern: jigsaw

What should a glass of tea cost?

/// steps

1. (4m) Your topic.
2. (4m) Each tells.
3. (2m) All together.

///

### What it costs

//// worksheet | cost

- cost-is) One glass costs us `text`

////

### What others ask

//// worksheet | rivals

- they-ask) The stall beside asks `text`

////

### Our price

//// worksheet | our-price

- we-ask) We ask `text`

////

/////

## A board for the stall

///// breakout | board
    time: 10m
    pattern: gallery

What stands on the board of the stall?

/// steps

1. (4m) Write your board.
2. (4m) Go to another.
3. (2m) All together.

///

### Our board

//// worksheet | our-board

- says) The board says `text`

////

### A word for them

//// worksheet | word

- add) Add this `text`

////

/////

/// keypoints

- One line is enough.

///
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The town with a day of one activity."""
    made = towns.made_once()
    made = replace(made, folder=Path(shutil.copytree(made.folder, tmp_path_factory.mktemp("rounds") / "town")))
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


def opens_in_groups(ammini: Trainer, title: str, first: str) -> None:
    """Looks at it, makes the groups, tells them and starts; then the next round is offered."""
    ammini.looks_at(title)
    ammini.does_then_may("Make the groups", "Make the groups")
    ammini.does_then_may("Make the groups", "Tell them")
    ammini.does_then_may("Tell them", "Start the groups")
    ammini.does_then_may("Start the groups", first)


def by_group(town: Town, trainees: list[Trainee]) -> dict[str, list[Trainee]]:
    """Who sits where now, as the record has it."""
    return {
        group.id: [one for one in trainees if one.id in group.members] for group in town.state().groups if group.members
    }


@pytest.mark.promise("B6")
def test_each_one_teaches_her_topic_and_groups_go_to_the_others_sheet(town: Town, crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    trainees = [crowd.trainee(name) for name in list(TRAINEES)[:4]]
    ammini.starts_the_day()
    opens_in_groups(ammini, "The right price", "Go on in mixed groups")
    experts = by_group(town, trainees)
    labels = {"g1": "One glass costs us", "g2": "The stall beside asks"}
    for group, people in experts.items():
        for one in people:
            one.sees("Your group has one topic. Later each of you tells others about it.")
            one.does_not_see(labels["g2" if group == "g1" else "g1"])
        people[0].fills(labels[group], f"words of {group}")
        people[1].reads_in(labels[group], f"words of {group}")
    experts["g1"][0].finds_it_usable("jigsaw-experts")
    ammini.sees("Topic: What others ask")
    ammini.finds_it_usable("jigsaw-experts-board")
    town.restart()
    ammini.leads()
    ammini.does_then_may("Go on in mixed groups", "All together")
    for one in trainees:
        one.sees("Now in new groups: each tells what her group wrote. Then write one sheet.")
        one.sees("words of g1")
        one.sees("words of g2")
    experts["g1"][0].sees("What it costs: you tell about it")
    mixed = by_group(town, trainees)
    for group, people in mixed.items():
        people[0].fills("We ask", f"price of {group}")
        people[1].reads_in("We ask", f"price of {group}")
    trainees[0].finds_it_usable("jigsaw-mixed")
    ammini.does("All together")
    trainees[0].sees("Now all together: the groups report.")

    opens_in_groups(ammini, "A board for the stall", "On to the next sheet")
    groups = by_group(town, trainees)
    assert sorted(groups) == ["g1", "g2"]
    for group, people in groups.items():
        people[0].sees("Write your sheet. Then another group comes and reads it.")
        people[0].fills("The board says", f"board of {group}")
        people[1].reads_in("The board says", f"board of {group}")
    ammini.does_then_may("On to the next sheet", "All together")
    for group, other in (("g1", "g2"), ("g2", "g1")):
        here = groups[group]
        here[0].sees(f"You are at the sheet of Group {other[1]}: read it. Then leave them a word below.")
        here[0].sees(f"board of {other}")
        here[0].fills("Add this", f"word of {group}")
        here[1].reads_in("Add this", f"word of {group}")
    groups["g1"][0].finds_it_usable("gallery-visit")
    ammini.sees("Reads the sheet of Group 2")
    ammini.finds_it_usable("gallery-visit-board")
    ammini.does("All together")
    for group, other in (("g1", "g2"), ("g2", "g1")):
        for one in groups[group]:
            one.sees(f"word of {other}")
            one.reads_in("The board says", f"board of {group}")
    groups["g1"][0].finds_it_usable("gallery-all")
    ammini.closes_it()
    ammini.goes_to("Now")
    ammini.more("End the day")
    ammini.taps("End the day", ammini.page.get_by_role("dialog"))
    ammini.sees_heading("The day has ended")
    one = groups["g1"][0]
    one.opens(f"{one.room}/review")
    one.page.get_by_text("The sheet of Group 2, which you read").click()
    one.sees("board of g2")
    one.sees(re.compile("^What .* told about$"))
    one.finds_it_usable("patterns-review")

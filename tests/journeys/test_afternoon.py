"""An afternoon of three: a scale, a board that goes on in a poll, sheets in a gallery, a role play, a plan.

Every screen of it is looked at by axe; what nobody may know is looked for in her browser's own memory.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, PHONE, Trainee, Trainer, all_see
from tests.journeys.test_questions import hall
from tests.journeys.town import Town

CARD = """\
id: tin_box
title: The tin box
summary: Where does the money go?
language: en
days:
  - id: day-1
    title: An afternoon
"""
DAY = """\
---
id: day-1
day: 1
title: An afternoon
duration: 60m
---

## How sure are we?

//// scale | sure
    time: 10m
    range: 1-5
    naming: anonymous

Think of the unit you know best.

1 = not sure at all, 5 = very sure

- sold) I know what it sold last week.
- owed) I know who owes it money.

/// script

"Tap one number in each row. Low numbers are no shame."

///

////

## Leaks

//// board | leaks
    time: 5m
    notes: 2

Where does money leak out of a unit?

////

## Which one first?

//// poll | first
    from: leaks
    time: 5m

Which leak do we look at first?

////

## Leela's tea stall

///// breakout | tea
    time: 10m
    groups: 1-2 people

Leela sold tea for ₹1,450. In the tin there are ₹1,120.

//// worksheet | tea-sheet

- missing) How much is missing? `money` = 330
- leak) Where is the leak? `text`

////

/////

## What the others wrote

//// gallery | walk
    from: tea-sheet
    time: 10m
    votes: 1
    comments: 1

Read the other groups' sheets. Give one star and ask one question.

////

## At the bank

///// roleplay | bank
    time: 15m
    groups: 3 people

The unit is four months late with its loan. Play the visit twice.

- leader) The leader

    CARD-LEADER: you have not slept. Do not say so at first.

- banker) The banker

    CARD-BANKER: you are polite and doubt everything.

- observer) The observer

    CARD-OBSERVER: say nothing. Tick each open question.

/// steps

1. (1m) Each reads her own card in silence.
2. (7m) First play.
3. (7m) Change, second play.

///

//// worksheet | saw

- helped) Which sentence helped? `text`

////

/////

## My promise

//// plan | promise
    from: tea-sheet
    time: 5m

- leak) Where will I look tonight? `text`
- when) When? `date`

////
"""
ROLES = ("LEADER", "BANKER", "OBSERVER")


@dataclass
class Afternoon:
    town: Town
    ammini: Trainer
    fathima: Trainer
    trainees: list[Trainee]

    @property
    def sreeja(self) -> Trainee:
        return self.trainees[0]

    @property
    def bindu(self) -> Trainee:
        return self.trainees[1]

    @property
    def rema(self) -> Trainee:
        return self.trainees[2]

    def all_find_it_usable(self, screen: str) -> None:
        for person in (self.ammini, self.fathima, self.sreeja):
            person.finds_it_usable(screen)


def hold(town: Town, at: Path, day: str) -> None:
    """A room for this day."""
    folder = at / "courses" / "tin_box"
    folder.mkdir(parents=True)
    (folder.parent / "facts.yml").write_text("{}\n")
    (folder / "course.yml").write_text(CARD)
    (folder / "day-1.md").write_text(day)
    town.publishes(folder.parent)
    town.opens_a_room("tin_box")


def arrive(town: Town, crowd: Crowd, at: Path) -> Afternoon:
    hold(town, at, DAY)
    ammini, fathima = crowd.trainer("Ammini"), crowd.trainer("Fathima", PHONE)
    here = Afternoon(town, ammini, fathima, [crowd.trainee(name) for name in ("Sreeja", "ബിന്ദു", "Rema")])
    ammini.starts_the_day()
    return here


@pytest.mark.promise("C2", "L7", "L18", "N2")
def test_an_afternoon_of_three(town: Town, crowd: Crowd, tmp_path: Path) -> None:
    here = arrive(town, crowd, tmp_path)
    scale(here)
    board_goes_on_in_a_poll(here)
    sheets_hang_in_a_gallery(here)
    role_play(here)
    promise(here)
    here.ammini.closes_it()
    here.ammini.ends_the_day()
    look_again(here)


def scale(here: Afternoon) -> None:
    """One tap a row; the class sees where it stands."""
    here.ammini.opens_activity("How sure are we?")
    for trainee, steps in zip(here.trainees, ((1, 5), (2, 5), (2, 4)), strict=True):
        trainee.sees("No names. Everyone sees only the total of the batch.")
        for row, step in zip(("I know what it sold last week.", "I know who owes it money."), steps, strict=True):
            trainee.page.get_by_role("group", name=row).get_by_role("radio").nth(step - 1).check()
        trainee.sees("All rows done, and all has arrived.")
        assert here.town.answers("sure")[trainee.who] == {"sold": steps[0], "owed": steps[1]}
    here.fathima.sees("of 3 have answered")
    here.all_find_it_usable("scale")
    hall(here.ammini, here.town, "I know who owes it money.", "scale")
    here.ammini.does_then_may("Close now", "Show the result")
    here.ammini.does("Show the result")
    all_see(here.trainees, "on average")
    here.all_find_it_usable("scale shown")
    hall(here.ammini, here.town, "4.7", "scale shown")


def board_goes_on_in_a_poll(here: Afternoon) -> None:
    """Cards become options: one is left out, one is said in other words, before anybody sees them."""
    here.ammini.opens_activity("Leaks")
    for trainee, words in zip(here.trainees, ("Tea on credit", "Phone top-ups", "Bindu's cousin"), strict=True):
        trainee.sees("The trainers see your name. The others read what you write, without your name.")
        trainee.fills("My card 1", words)
        trainee.field("My card 1").blur()
        trainee.sees("Received")
    here.ammini.does_then_may("Close now", "Show the result")
    here.fathima.looks_at("Which one first?")
    here.fathima.sees_heading("3 of 3 cards from: Leaks")
    here.fathima.finds_it_usable("taking")
    here.fathima.page.get_by_role("checkbox", name="Bindu's cousin").click()
    here.fathima.sees_heading("2 of 3 cards from: Leaks")
    here.fathima.taps("Other words for: Phone top-ups")
    dialog = here.fathima.page.get_by_role("dialog")
    here.fathima.finds_it_usable("rewording")
    dialog.get_by_label("What the class will read").fill("The members' phones")
    here.fathima.taps("Keep", dialog)
    here.fathima.sees("in your words")
    here.ammini.opens_activity("Which one first?")
    for trainee in here.trainees:
        trainee.sees("The members' phones")
        trainee.does_not_see("Bindu's cousin")
        trainee.chooses("Tea on credit")
        trainee.sees_it_received()
    here.all_find_it_usable("poll from a board")
    here.ammini.does_then_may("Close now", "Show the result")
    here.ammini.does("Show the result")
    all_see(here.trainees, "3 answers")


def sheets_hang_in_a_gallery(here: Afternoon) -> None:
    """Two groups write; each reads the other's sheet, gives it a star and asks; its own takes neither."""
    here.ammini.makes_groups("Leela's tea stall", number=2, how="By hand")
    for trainee, group in ((here.sreeja, "Group 1"), (here.bindu, "Group 2"), (here.rema, "Group 1")):
        here.ammini.places(trainee.name, group)
    here.ammini.tells_them()
    here.ammini.starts_the_groups()
    for trainee, words in ((here.sreeja, "Tea on credit"), (here.bindu, "കടം കൊടുത്ത ചായ")):
        trainee.sees("Later the other groups read it.")
        trainee.types("Where is the leak?", words)
        trainee.sees_under("Where is the leak?", "Received")
    here.ammini.closes_it()
    here.ammini.looks_at("What the others wrote")
    here.ammini.sees_heading("2 of 2 sheets from: Leela's tea stall")
    here.ammini.finds_it_usable("taking sheets")
    here.ammini.does("Open this")
    theirs = here.sreeja.page.get_by_role("article", name="Group 2")
    expect(theirs).to_contain_text("കടം കൊടുത്ത ചായ", timeout=PATIENCE)
    expect(here.sreeja.page.get_by_role("article", name="Group 1").get_by_role("button")).to_have_count(0)
    here.sreeja.taps(re.compile("^Give a star"), theirs)
    here.sreeja.taps(re.compile("^Ask a question"), theirs)
    here.sreeja.fills("My question to Group 2", "Who writes it down?")
    here.sreeja.field("My question to Group 2").blur()
    here.sreeja.sees("All given, and all has arrived.")
    here.bindu.taps(re.compile("^Give a star"))
    here.bindu.sees("0 stars left")
    here.all_find_it_usable("gallery")
    hall(here.ammini, here.town, "Group 2", "gallery")
    here.ammini.does_then_may("Close now", "Show the result")
    here.ammini.does("Show the result")
    here.bindu.sees("Who writes it down?")
    here.bindu.finds_it_usable("gallery shown")
    here.all_find_it_usable("gallery shown")
    hall(here.ammini, here.town, "Who writes it down?", "gallery shown")
    (given,) = [cells for who, cells in here.town.answers("walk").items() if who == here.sreeja.who]
    assert given["comment-1"]["note"] == {"text": "Who writes it down?"}


def plays(trainee: Trainee) -> str:
    """The one card on her screen."""
    expect(trainee.page.get_by_text("CARD-")).to_have_count(1, timeout=PATIENCE)
    words = trainee.page.get_by_text("CARD-").inner_text()
    return words.removeprefix("CARD-").partition(":")[0]


def role_play(here: Afternoon) -> None:
    """Three roles, two turns: each phone has its own card only, and a new one when the roles go round."""
    here.ammini.makes_groups("At the bank", number=1)
    here.ammini.tells_them()
    here.ammini.starts_the_groups()
    first = [plays(trainee) for trainee in here.trainees]
    assert sorted(first) == sorted(ROLES)
    here.sreeja.page.get_by_text("Who plays what").click()
    here.all_find_it_usable("role play")
    here.fathima.goes_to("Groups")
    here.fathima.sees("The banker")
    here.fathima.finds_it_usable("role play, board")
    here.fathima.does("Next turn")
    all_see(here.trainees, "Turn 2. Now you play:")
    second = [plays(trainee) for trainee in here.trainees]
    assert all(before != after for before, after in zip(first, second, strict=True))
    for trainee, before, after in zip(here.trainees, first, second, strict=True):
        (never,) = set(ROLES) - {before, after}
        assert f"CARD-{never}" not in trainee.memory(), f"{trainee.name} has never played this"
    here.sreeja.finds_it_usable("role play, second turn")
    here.ammini.undoes()
    all_see(here.trainees, "You play:")
    assert [plays(trainee) for trainee in here.trainees] == first
    here.ammini.does("Next turn")
    all_see(here.trainees, "Turn 2. Now you play:")
    here.rema.types("Which sentence helped?", "Tell me how it began.")
    here.rema.sees_under("Which sentence helped?", "Received")
    here.ammini.closes_it()
    here.sreeja.sees("You can read, not write.")


def promise(here: Afternoon) -> None:
    """What her group wrote is offered to her own field: one tap, and it is hers to change."""
    here.ammini.opens_activity("My promise")
    here.sreeja.sees("You wrote in “Leela's tea stall”:")
    here.sreeja.finds_it_usable("offer")
    here.sreeja.taps(re.compile("^Take this over"))
    here.sreeja.reads_in("Where will I look tonight?", "Tea on credit")
    here.sreeja.types("Where will I look tonight?", ", at home too")
    here.sreeja.sees_under("Where will I look tonight?", "Received")
    here.sreeja.does_not_see("You wrote in “Leela's tea stall”:")
    assert here.town.answers("promise") == {here.sreeja.who: {"leak": {"text": "Tea on credit, at home too"}}}


def look_again(here: Afternoon) -> None:
    here.bindu.follows("Look at the day again")
    here.bindu.sees("Who writes it down?")
    here.bindu.page.get_by_text("The roles and their cards").click()
    for role in ROLES:
        here.bindu.sees(f"CARD-{role}")
    here.bindu.finds_it_usable("review")


AGAIN = """\
## A week later

///// breakout | again
    time: 10m
    assign: last

Leela has kept a book for a week.

//// worksheet | second-sheet
    from: tea-sheet

- leak) Where is the leak now? `text`
- missing) How much is missing now? `money`

////

/////
"""


@pytest.mark.promise("L18")
def test_a_group_takes_over_what_it_wrote_before_and_writes_on_together(
    town: Town, crowd: Crowd, tmp_path: Path
) -> None:
    tea = DAY[DAY.index("## Leela's tea stall") : DAY.index("## What the others wrote")]
    head = DAY[: DAY.index("## How sure are we?")]
    hold(town, tmp_path, head.replace("60m", "20m") + tea.replace("1-2 people", "2 people") + AGAIN)
    ammini, sreeja, bindu = crowd.trainer("Ammini"), crowd.trainee("Sreeja"), crowd.trainee("ബിന്ദു")
    ammini.starts_the_day()
    ammini.commands("open", run="tea")
    expect(sreeja.field("Where is the leak?")).to_be_enabled(timeout=PATIENCE)
    sreeja.types("Where is the leak?", "ചായ on credit")
    sreeja.sees_under("Where is the leak?", "Received")
    sreeja.fills("How much is missing?", "330")
    sreeja.sees_under("How much is missing?", "Received")
    ammini.commands("open", run="again")
    for trainee in (sreeja, bindu):
        trainee.sees("You wrote in “Leela's tea stall”:")
    bindu.taps(re.compile("^Take this over.*credit$"))
    sreeja.reads_in("Where is the leak now?", "ചായ on credit")
    sreeja.taps(re.compile("^Take this over.*330$"))
    bindu.reads_in("How much is missing now?", "330")
    sreeja.types("Where is the leak now?", ", a little less")
    bindu.reads_in("Where is the leak now?", "ചായ on credit, a little less")
    sreeja.does_not_see("You wrote in “Leela's tea stall”:")
    sreeja.sees_under("Where is the leak now?", "Received")
    ammini.commands("close", run="again")
    bindu.sees("You can read, not write.")
    written = {"leak": {"text": "ചായ on credit, a little less"}, "missing": 330}
    assert town.answers("second-sheet") == {"g1": written}

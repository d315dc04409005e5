"""What Koottam promises about lines: weak, cut, dead and back, the server's own power, and trainers who are gone."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from app.live.packing import unpacked
from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, PHONE, Trainee, Trainer, all_see
from tests.journeys.town import Town

UNITS = {"run well": 5}
POLL, SHEET = "How are our units?", "A unit I know"


def opened(crowd: Crowd, title: str, *names: str) -> tuple[Trainer, list[Trainee]]:
    """Ammini and these trainees, with this activity open."""
    ammini = crowd.trainer("Ammini")
    trainees = [crowd.trainee(name) for name in names]
    ammini.starts_the_day()
    ammini.opens_activity(title)
    for trainee in trainees:
        expect(trainee.page.get_by_role("group").first).to_be_visible(
            timeout=PATIENCE
        )  # the task itself is on the phone
    return ammini, trainees


def in_groups(crowd: Crowd, *names: str, clock: datetime | None = None) -> tuple[Trainer, list[Trainee]]:
    """The same with group work: all in one group."""
    ammini = crowd.trainer("Ammini")
    trainees = [crowd.trainee(name, clock=clock) for name in names]
    ammini.starts_the_day()
    ammini.makes_groups("Our group and its rules", number=1)
    ammini.tells_them()
    ammini.starts_the_groups()
    for trainee in trainees:
        trainee.sees_heading("Our group sheet")
    return ammini, trainees


# ---- writing without a line


@pytest.mark.promise("L2")
def test_written_for_fifteen_minutes_without_a_line_it_arrives_once(town: Town, crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    sreeja = crowd.trainee("Sreeja", clock=datetime.now(UTC))
    ammini.starts_the_day()
    ammini.opens_activity(SHEET)
    sreeja.fills("What does the unit make or sell?", "Pappadam")
    sreeja.sees_under("What does the unit make or sell?", "Received")
    sreeja.goes_offline()
    sreeja.types("When did it fall sick? Month and year, or what happened then", "2018, പ്രളയം")
    sreeja.fills("Sales last month, as near as you know", "1,450")
    sreeja.sees_under("When did it fall sick? Month and year, or what happened then", "Kept on this phone.")
    sreeja.waits(minutes=5)
    sreeja.reloads()
    sreeja.reads_in("When did it fall sick? Month and year, or what happened then", "2018, പ്രളയം")
    sreeja.types("Why do I say: from that day on?", "The machines stood in water. ")
    sreeja.waits(minutes=10)
    sreeja.types("Why do I say: from that day on?", "നാലു പേർ പോയി.")
    sreeja.has_on_her_phone("The machines stood in water. നാലു പേർ പോയി.")
    sreeja.closes_the_tab()
    sreeja.opens_it_again(sreeja.room)
    sreeja.reads_in("Why do I say: from that day on?", "The machines stood in water. നാലു പേർ പോയി.")
    sreeja.comes_back()
    for label in ("Why do I say: from that day on?", "Sales last month, as near as you know"):
        sreeja.sees_under(label, "Received")
    sreeja.sees("4 of 9 filled in. What you write goes by itself.")

    assert town.answers("a-unit-i-know") == {
        sreeja.who: {
            "product": {"text": "Pappadam"},
            "fell-sick": {"text": "2018, പ്രളയം"},
            "last-sales": 1450,
            "why-then": {"text": "The machines stood in water. നാലു പേർ പോയി."},
        }
    }
    before = len(town.events("Answered"))
    sreeja.reloads()
    sreeja.reads_in("Sales last month, as near as you know", "1450")
    ammini.closes_it()
    sreeja.sees("You can read, not write.")
    assert len(town.events("Answered")) == before, "what has arrived is not sent again"


@pytest.mark.promise("L14")
def test_what_was_written_before_the_end_is_kept_though_it_comes_after_it(town: Town, crowd: Crowd) -> None:
    ammini, (sreeja,) = opened(crowd, POLL, "Sreeja")
    sreeja.loses_her_line()
    sreeja.counts(UNITS)
    sreeja.sees("Kept on this phone. Goes when the line is back.")
    ammini.closes_it()
    town.forward(minutes=3)
    sreeja.has_her_line_back()
    sreeja.wakes_her_phone()
    sreeja.sees("Arrived after closing. You and the trainers see it.")
    ammini.sees("1 came late")
    (given,) = town.state().runs["our-units"].answers[sreeja.who].values()
    assert (given.late, given.counts) == (True, False)
    assert town.answers("our-units") == {sreeja.who: {"": {"well": 5, "hard": 0, "stopped": 0, "closed": 0}}}


# ---- what is on the screen


@pytest.mark.promise("L3")
def test_two_seconds_after_the_line_is_back_the_screen_is_the_servers(town: Town, crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    sreeja = crowd.trainee("Sreeja", delay_seconds=0.2)
    ammini.starts_the_day()
    ammini.opens_activity(POLL)
    sreeja.sees("run well")
    for words in ("We go on in a minute.", "Half a minute more.", "Now."):  # where much else is done, she may try again
        sreeja.goes_offline()
        sreeja.sees("No line just now.")
        if words.startswith("We"):
            ammini.closes_it()
        ammini.says(words)
        frames = sreeja.hears_frames()
        sreeja.notes_when(words)
        sreeja.comes_back()
        sreeja.sees(words)
        sreeja.sees("You can read, not write.")
        if sreeja.milliseconds_after_the_line() <= 2_000:
            break
    views = [frame for frame in frames if isinstance(frame, bytes) or frame.startswith('42["view"')]
    assert sum(map(len, views)) <= 4096, views
    assert sreeja.milliseconds_after_the_line() <= 2_000
    whole = sreeja.page.evaluate("url => fetch(url).then(answer => answer.json())", f"{sreeja.room}/view.json")
    first = unpacked(views[0]) if isinstance(views[0], bytes) else json.loads(views[0][2:])[1]
    assert first["parts"] == whole["parts"], "one answer, and nothing is missing from it"


@pytest.mark.promise("L4")
def test_nothing_is_called_received_before_it_is_stored(town: Town, crowd: Crowd) -> None:
    _ammini, (sreeja,) = opened(crowd, POLL, "Sreeja")
    town.hold()
    sreeja.counts(UNITS)
    sreeja.sees("On its way")
    sreeja.does_not_see("Received")
    assert town.answers("our-units") == {}
    town.go_on()
    sreeja.sees_it_received()
    town.kill()
    assert town.answers("our-units")[sreeja.who], "what was called received survives the power cut"
    town.start()
    sreeja.reloads()
    sreeja.sees_it_received()


@pytest.mark.promise("L13")
def test_a_phone_with_a_wrong_clock_shows_the_time_left_right(crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    late = crowd.trainee("Sreeja", clock=datetime.now(UTC) - timedelta(hours=3, minutes=17))
    early = crowd.trainee("Rema", clock=datetime.now(UTC) + timedelta(days=40))
    ammini.starts_the_day()
    ammini.opens_activity(POLL)
    shown = [seconds_left(person) for person in (ammini, late, early, ammini)]
    first, *phones, last = shown
    assert all(last - 1 <= seconds <= first + 1 for seconds in phones), shown


def seconds_left(person: Any) -> int:
    timer = person.page.get_by_role("timer")
    expect(timer).to_be_visible(timeout=PATIENCE)
    minutes, seconds = timer.inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


# ---- the end of group work


@pytest.mark.promise("L15")
def test_what_is_written_too_late_can_be_copied_and_a_close_taken_back(town: Town, crowd: Crowd) -> None:
    ammini, (sreeja, bindu) = in_groups(crowd, "Sreeja", "ബിന്ദു", clock=datetime.now(UTC))
    ammini.does_then_may("Call them back", "Close now")
    all_see([sreeja, bindu], "Two minutes left.")
    sreeja.types("First rule", "In time. ")
    bindu.reads_in("First rule", "In time. ")
    sreeja.goes_offline()
    sreeja.waits(minutes=2.6)  # two, half of one for the grace, and a little
    bindu.sees("You can read, not write.")
    sreeja.types("Second rule", "വൈകിപ്പോയി.")
    sreeja.comes_back()
    sreeja.sees("വൈകിപ്പോയി.")
    expect(sreeja.button("Copy")).to_be_visible(timeout=PATIENCE)
    sreeja.finds_it_usable("too late")
    assert town.answers("our-group-sheet") == {"g1": {"rule-one": {"text": "In time. "}}}
    ammini.undoes()
    bindu.types("First rule", "And on.")
    sreeja.reads_in("First rule", "In time. And on.")
    sreeja.sees("വൈകിപ്പോയി.")


# ---- trainers


@pytest.mark.promise("L12")
def test_of_two_trainers_who_act_at_once_the_second_is_told_who_was_first(town: Town, crowd: Crowd) -> None:
    ammini, _ = opened(crowd, POLL, "Sreeja")
    fathima = crowd.trainer("Fathima", PHONE)
    fathima.may("Close now")
    fathima.line.hold_back()
    ammini.closes_it()
    fathima.does("Close now")
    fathima.line.mend()
    fathima.is_told("Ammini Raghavan closed it a moment ago. This is how it stands now.")
    fathima.may("Show the result")
    fathima.finds_it_usable("refused")
    assert len(town.events("RunClosed")) == 1


@pytest.mark.promise("L8", "B4")
def test_without_any_trainer_the_day_goes_on_and_any_trainer_goes_on_from_there(town: Town, crowd: Crowd) -> None:
    ammini, (sreeja, bindu) = in_groups(crowd, "Sreeja", "ബിന്ദു")
    ammini.closes_the_tab()
    sreeja.sees_in_time("No trainer has a line just now. Timers and groups go on.", seconds=21)
    sreeja.finds_it_usable("alone")
    sreeja.types("First rule", "We go on by ourselves.")
    bindu.reads_in("First rule", "We go on by ourselves.")
    town.forward(minutes=15, seconds=31)
    sreeja.sees("You can read, not write.")
    fathima = crowd.trainer("Fathima", PHONE)
    sreeja.does_not_see("No trainer has a line just now.")
    assert [event.by_clock for event in town.events("RunClosed") if event.run == "our-group"] == [True]
    fathima.opens_activity(SHEET)
    all_see([sreeja, bindu], "Only you see this.")


@pytest.mark.promise("L9")
def test_a_group_calls_for_help_once_and_sees_who_comes(town: Town, crowd: Crowd) -> None:
    ammini, (sreeja, bindu) = in_groups(crowd, "Sreeja", "ബിന്ദു")
    sreeja.taps("Help")
    sreeja.sees("You have asked for help.")
    bindu.sees("Sreeja has asked for help.")
    bindu.taps("Asked")
    sreeja.finds_it_usable("help asked")
    ammini.finds_it_usable("help asked")
    assert len(town.events("HelpAsked")) == 1
    ammini.taps("I go")
    all_see([sreeja, bindu], "Ammini is with you.")
    ammini.taps("Done")
    bindu.does_not_see("Ammini is with you.")
    expect(bindu.button("Help")).to_be_visible(timeout=PATIENCE)


# ---- people


@pytest.mark.promise("L10")
def test_who_comes_late_is_in_the_groups_work_after_two_taps(town: Town, crowd: Crowd) -> None:
    in_groups(crowd, "Sreeja", "ബിന്ദു")
    rema = crowd.stranger("Rema")
    rema.opens(f"/s/{rema.known.slip}")
    rema.taps("Yes, I am Rema Suresh")
    rema.page.get_by_role("link", name="Go to the room").last.click()
    rema.sees_heading("Our group sheet")


@pytest.mark.promise("L19")
def test_a_locked_phone_is_away_and_only_silence_makes_it_gone(town: Town, crowd: Crowd) -> None:
    ammini, (sreeja, _bindu) = opened(crowd, POLL, "Sreeja", "ബിന്ദു")
    ammini.goes_to("People")
    ammini.sees_heading("2 are here")
    sreeja.locks_her_phone()
    ammini.sees_heading("1 is away")
    town.forward(minutes=10)
    ammini.sees_heading("1 is away")
    sreeja.closes_the_tab()
    ammini.sees_in_time("1 has no line", seconds=91)
    sreeja.opens_it_again(sreeja.room)
    ammini.sees_heading("2 are here")

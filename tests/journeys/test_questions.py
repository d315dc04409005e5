"""Words, gaps, orders and pairs in a real room: answered (once without a line), shown to all, looked at again."""

from pathlib import Path

import pytest

from tests.activities.examples import fenced
from tests.journeys.conftest import Crowd
from tests.journeys.people import Trainee, Trainer
from tests.journeys.town import Town

CARD = """\
id: four_kinds
title: Four kinds of questions
summary: Words, gaps, orders and pairs.
language: en
days:
  - id: day-1
    title: Four questions
"""
HEAD = "---\nid: day-1\nday: 1\ntitle: Four questions\nduration: 20m\n---\n\n"
KINDS = ("text", "gaps", "order", "match")
RIGHT_ORDER = ("shut", "count", "write", "compare", "search", "sign")


def a_course(at: Path, show: str) -> Path:
    """The examples of the kinds' own README, as one quiz."""
    folder = at / "courses" / "four_kinds"
    folder.mkdir(parents=True)
    (folder.parent / "facts.yml").write_text("{}\n")
    (folder / "course.yml").write_text(CARD)
    first, *others = (fenced(kind, "markdown") for kind in KINDS)
    inside, fence = first.rstrip().rsplit("\n", 1)
    first = f"{inside}\n\n/// note\n\nKeep your own books beside you.\n\n///\n\n{fence}\n"
    questions = "\n".join((first, *others))
    quiz = f"## Four questions\n\n///// quiz | four\n    time: 20m\n    show: {show}\n\n{questions}\n/////\n"
    (folder / "day-1.md").write_text(HEAD + quiz)
    return folder.parent


def opened(town: Town, crowd: Crowd, courses: Path) -> tuple[Trainer, Trainee]:
    """The quiz is open, and one trainee is there."""
    town.publishes(courses)
    town.opens_a_room("four_kinds")
    ammini, sreeja = crowd.trainer("Ammini"), crowd.trainee("Sreeja")
    ammini.starts_the_day()
    ammini.opens_activity("Four questions")
    sreeja.sees_heading("Question 1 of 4")
    return ammini, sreeja


def shows_the_answer(ammini: Trainer, place: int) -> None:
    ammini.finds_it_usable(f"console, question {place}")
    ammini.does_then_may("Close now", "Show the answer")
    ammini.does("Show the answer")


def hall(ammini: Trainer, town: Town, words: str, name: str) -> None:
    """The class screen, in a tab of its own: it shows these words and is sound."""
    console = ammini.page
    ammini.opens_it_again(f"/m/{town.meeting}/screen")
    ammini.sees(words)
    ammini.finds_it_usable(f"class screen, {name}")
    ammini.closes_the_tab()
    ammini.page = console


@pytest.mark.promise("C2", "C11")
def test_four_kinds_of_questions_from_the_first_tap_to_the_look_back(town: Town, crowd: Crowd, tmp_path: Path) -> None:
    ammini, sreeja = opened(town, crowd, a_course(tmp_path, "one-by-one"))
    writes_a_word(town, ammini, sreeja)
    fills_gaps_without_a_line(town, ammini, sreeja)
    orders_by_keys(town, ammini, sreeja)
    finds_pairs(town, ammini, sreeja)
    ammini.ends_the_day()
    sreeja.opens(f"/m/{town.meeting}/review")
    for words in (
        "Keep your own books beside you.",
        "Right answer: credit book",
        "Gap 2",
        "This is the right order.",
        "3 of 3 pairs found",
    ):
        sreeja.sees(words)
    sreeja.finds_it_usable("review")


def test_in_a_quiz_shown_whole_what_has_many_parts_counts_as_answered_once_it_is_sent(
    town: Town, crowd: Crowd, tmp_path: Path
) -> None:
    _ammini, sreeja = opened(town, crowd, a_course(tmp_path, "all"))
    sreeja.taps("2")
    sreeja.fills("Gap 1", "profit")
    sreeja.taps("Send 1 of 2")
    sreeja.taps("Next question")
    sreeja.taps("2 answered")
    sreeja.reads_in("Gap 1", "profit")


def writes_a_word(town: Town, ammini: Trainer, sreeja: Trainee) -> None:
    sreeja.sees("Which book shows who owes the business money?")
    sreeja.sees("Keep your own books beside you.")
    sreeja.finds_it_usable("text")
    hall(ammini, town, "Which book shows who owes", "text")
    sreeja.fills("Your answer", "Udhaar book.")
    sreeja.taps("Send")
    sreeja.sees_it_received()
    assert town.answers("who-owes-book") == {sreeja.who: {"": {"text": "Udhaar book."}}}
    shows_the_answer(ammini, 1)
    sreeja.sees("Right answer: credit book")
    sreeja.sees("So did you answer.")
    sreeja.finds_it_usable("text shown")
    hall(ammini, town, "credit book", "text shown")
    ammini.does_then_may("Next question", "Close now")


def fills_gaps_without_a_line(town: Town, ammini: Trainer, sreeja: Trainee) -> None:
    """Chosen, sent and kept on the phone; it goes when the line is back, also after the page was loaded anew."""
    sreeja.sees("Sales less all costs is the")
    sreeja.finds_it_usable("gaps")
    hall(ammini, town, "Sales less all costs is the", "gaps")
    sreeja.goes_offline()
    sreeja.fills("Gap 1", "ലാഭം")
    sreeja.field("Gap 2").select_option("drawings")
    sreeja.taps("Send")
    sreeja.sees("Kept on this phone. Goes when the line is back.")
    sreeja.reloads()
    sreeja.reads_in("Gap 1", "ലാഭം")
    sreeja.comes_back()
    sreeja.sees_it_received()
    assert town.answers("profit-words") == {sreeja.who: {"left": {"text": "ലാഭം"}, "taken": "choice-1"}}
    shows_the_answer(ammini, 2)
    sreeja.sees("Drawings are no cost: they are paid out of the profit.")
    sreeja.finds_it_usable("gaps shown")
    hall(ammini, town, "Drawings are no cost", "gaps shown")
    ammini.does_then_may("Next question", "Close now")


def orders_by_keys(town: Town, ammini: Trainer, sreeja: Trainee) -> None:
    """The last step is taken to the top, by keys alone."""
    sreeja.sees("Tap a step, then move it up or down.")
    shown = [words.split("\n")[-1] for words in sreeja.page.get_by_role("list").locator("button").all_inner_texts()]
    sreeja.page.get_by_role("button", name=shown[-1]).focus()
    for key in ("Enter", "Home"):
        sreeja.page.keyboard.press(key)
    sreeja.page.get_by_text(f"{shown[-1]}: place 1 of 6").wait_for(state="attached")
    sreeja.finds_it_usable("order")
    hall(ammini, town, "What is done first, what next?", "order")
    sreeja.taps("Send")
    sreeja.sees_it_received()
    kept = town.answers("evening-cash")[sreeja.who][""]
    words = {item["key"]: item["html"] for item in activity(town, 2)["items"]}
    assert [words[key] for key in kept] == [shown[-1], *shown[:-1]]
    assert sorted(kept) == sorted(RIGHT_ORDER)
    shows_the_answer(ammini, 3)
    sreeja.sees("This is the right order.")
    sreeja.finds_it_usable("order shown")
    hall(ammini, town, "Whoever counts after comparing", "order shown")
    ammini.does_then_may("Next question", "Close now")


def finds_pairs(town: Town, ammini: Trainer, sreeja: Trainee) -> None:
    sreeja.sees("What belongs to it?")
    hall(ammini, town, "Match each book with what it is for.", "match")
    for right in (
        "Money in and out each day",
        "Who owes us, and how much",
        "What came in and what went out of the shelf",
    ):
        sreeja.taps(right)
    sreeja.sees("All have a partner. Tap one to change it.")
    sreeja.finds_it_usable("match")
    sreeja.taps("Send")
    sreeja.sees_it_received()
    assert town.answers("which-book") == {sreeja.who: {"cash": "cash", "credit": "credit", "stock": "stock"}}
    shows_the_answer(ammini, 4)
    sreeja.sees("3 of 3 pairs found")
    sreeja.finds_it_usable("match shown")
    hall(ammini, town, "Three books, three questions", "match shown")


def activity(town: Town, place: int) -> dict[str, object]:
    (quiz,) = (block for block in town.content()["blocks"] if block["type"] == "group")
    found: dict[str, object] = quiz["activities"][place]
    return found

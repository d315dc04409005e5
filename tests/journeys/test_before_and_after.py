"""The ten questions before and after the course, on a phone: with and without a line, to the gain."""

import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from app import clock
from app.assessments import queries
from app.assessments.paper import Question
from app.db import Database
from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, PHONE, Trainee
from tests.journeys.town import COURSE, Town

TAG = re.compile(r"<[^>]+>")


def asked(town: Town) -> dict[str, Question]:
    database = Database(f"sqlite:///{town.folder / 'koottam.db'}")
    try:
        with database.read() as session:
            return {one.id: one for one in queries.exam(session, COURSE).asked}
    finally:
        database.close()


def answer_to(question: Question, *, right: bool) -> str:
    """What she taps or writes."""
    item = next(one for one in question.block["items"] if one["right"] is right)
    return TAG.sub("", item["html"]) if question.kind == "single" else f"{item['low']:g}"


def her_order(sreeja: Trainee, address: str) -> list[str]:
    seen: dict[str, Any] = sreeja.page.request.get(f"{address}/view.json").json()
    return [one["id"] for one in seen["questions"]]


def answers(sreeja: Trainee, question: Question, *, right: bool) -> None:
    words = answer_to(question, right=right)
    if question.kind == "single":
        sreeja.chooses(words)
    else:
        sreeja.works_out(words)


@pytest.mark.promise("R5", "L2")
def test_before_once_without_a_line_and_after_up_to_the_gain(town: Town, crowd: Crowd) -> None:
    sreeja, known = crowd.trainee("Sreeja"), asked(town)
    sreeja.opens("/")
    sreeja.finds_it_usable("home")
    sreeja.follows(re.compile("Questions before the course"))
    sreeja.finds_it_usable("before: beginning")
    address = sreeja.page.url
    sreeja.taps("Begin")
    sreeja.sees_heading("Question 1 of 10")
    sreeja.finds_it_usable("before: a question")
    sreeja.has_on_her_phone("/assessment/")
    order = her_order(sreeja, address)

    answers(sreeja, known[order[0]], right=False)
    sreeja.sees_it_received()
    sreeja.taps("Next question")
    sreeja.sees_heading("Question 2 of 10")
    sreeja.goes_offline()
    answers(sreeja, known[order[1]], right=False)
    sreeja.sees("Kept on this phone. Goes when the line is back.")
    sreeja.sees("1 answer is kept on this phone and goes by itself.")
    sreeja.reloads()
    sreeja.sees("1 answer is kept on this phone and goes by itself.")
    sreeja.sees_heading("Question 3 of 10")
    sreeja.finds_it_usable("before: without a line")
    sreeja.comes_back()
    sreeja.does_not_see(re.compile("is kept on this phone"))
    for id in order[2:9]:
        answers(sreeja, known[id], right=False)
        sreeja.sees_it_received()
        sreeja.page.get_by_role("button", name=re.compile("Next question|To the end")).click()
    sreeja.sees_heading("Question 10 of 10")
    sreeja.taps("Later")
    sreeja.sees_heading("1 question is still empty")
    sreeja.sees("Everything you answered has arrived.")
    sreeja.finds_it_usable("before: the end")
    sreeja.does_not_see(re.compile("right answer", re.IGNORECASE))

    ammini = crowd.trainer("Ammini", PHONE)
    ammini.opens(f"{address}/results")
    ammini.sees("9 of 10 answered")
    ammini.finds_it_usable("results")
    ammini.page.get_by_text("Other times").click()
    an_hour_ago = clock.now() + timedelta(hours=4.5)  # in Kerala, 5 h 30 min ahead of UTC
    for label in ("The first time ends", "The second time begins"):
        ammini.page.get_by_label(label).fill(f"{an_hour_ago:%Y-%m-%dT%H:%M}")
    ammini.taps("Keep the times")
    ammini.sees("The times are set.")

    sreeja.opens("/")
    sreeja.follows(re.compile("Questions after the course"))
    sreeja.taps("Begin")
    sreeja.sees_heading("Question 1 of 10")
    for id in her_order(sreeja, address):
        answers(sreeja, known[id], right=True)
        sreeja.sees_it_received()
        sreeja.page.get_by_role("button", name=re.compile("Next question|To the end")).click()
    sreeja.sees_heading("All questions are answered")
    sreeja.taps("I am done. Show me the answers")
    sreeja.sees_heading("10 questions more are right now")
    sreeja.sees("0 of 10 right")
    sreeja.sees("10 of 10 right")
    expect(sreeja.page.get_by_text("gained", exact=True)).to_have_count(9, timeout=PATIENCE)  # one was empty before
    sreeja.finds_it_usable("the gain")
    sreeja.follows(re.compile("What is firm"))
    sreeja.finds_it_usable("what is firm")

    ammini.opens(f"{address}/results")
    ammini.sees(re.compile(r"^1 person took both\."))
    ammini.finds_it_usable("results with a gain")

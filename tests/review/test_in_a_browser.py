"""The day looked at again on a phone: what is open is done alone, with hints and tries; what was changed is told.

The browser asks the application directly, as in `tests/home/test_in_a_browser.py`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.people.rules import Role
from tests.builders import an_official, signed_in_client, the_person
from tests.curriculum.folders import edit
from tests.home.test_in_a_browser import AXE, AXE_RUN, ORIGIN, SIZES, STICKS_OUT, answers
from tests.live import books
from tests.live.house import House

CUPS = """
## Cups

///// quiz | sums
    time: 5m

//// numeric | cups
    time: 2m
    tries: 2

How many cups must be sold?

- [x] right) 250

    > So many.

- [ ] slip) 167

    > Divide by what is left of a cup.

/// hint

What is left of one cup?

///

/// hint

Forty rupees are left.

///

////

/////
"""

Visit = Callable[[int, str], Page]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = books.a_house(tmp_path, more=CUPS)
    books.hold(made)
    yield made
    made.database.close()


@pytest.fixture
def visit(house: House, browser: Browser) -> Iterator[Visit]:
    """A person opens a page of the application on a phone; a fault of its scripts fails the test."""
    said: list[str] = []

    def come(person: int, path: str) -> Page:
        width, height = SIZES["phone"]
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.on("pageerror", lambda one: said.append(str(one)))
        page.route("**/*", answers(signed_in_client(house.app, person)))
        page.goto(ORIGIN + path)
        return page

    yield come
    for context in browser.contexts:
        context.close()
    assert said == []


def is_usable(page: Page) -> None:
    """On a phone and on a laptop."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    page.add_script_tag(path=AXE)
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        assert not page.evaluate(STICKS_OUT)
        assert page.evaluate(AXE_RUN) == []


@pytest.mark.promise("C5")
@pytest.mark.promise("R2")
def test_after_a_reset_she_answers_the_new_question_and_still_reads_the_old_one(house: House, visit: Visit) -> None:
    books.publish(house, *books.moved("reset"))
    page = visit(house.trainees[0], f"/m/{house.meeting}/review")
    section = page.locator("section.part").filter(has=page.get_by_role("heading", name="Books", exact=True))
    expect(section.get_by_role("heading", name="You answered an older question")).to_be_visible()
    expect(section.get_by_text("It has every payment.")).to_have_count(0)
    is_usable(page)
    section.get_by_role("button", name=re.compile("^Do it now")).click()
    section.get_by_role("radio", name="The credit book", exact=True).check()
    section.get_by_role("button", name="Send").click()
    expect(section.get_by_text("It has what is owed.").first).to_be_visible()
    expect(section.get_by_text("Your answer is kept, and counts no more.")).to_be_visible()
    is_usable(page)
    assert books.review(house, house.trainees[0])["state"] == "answered"


@pytest.mark.promise("C5")
def test_who_is_marked_anew_reads_since_when_and_how_it_was(house: House, visit: Visit) -> None:
    books.publish(house, *books.moved("regrade"))
    page = visit(house.trainees[0], f"/m/{house.meeting}/review")
    expect(page.get_by_role("heading", name=re.compile("^Marked anew on "))).to_be_visible()
    is_usable(page)


@pytest.mark.promise("R2")
def test_alone_she_takes_hints_in_order_and_checks_until_it_is_right(house: House, visit: Visit) -> None:
    page = visit(house.trainees[0], f"/m/{house.meeting}/review")
    section = page.locator("section.part").filter(has=page.get_by_role("heading", name="Cups", exact=True))
    section.get_by_role("button", name=re.compile("^Do it now")).click()
    section.get_by_role("button", name="Give me a hint").click()
    expect(section.get_by_text("What is left of one cup?")).to_be_visible()
    section.get_by_role("button", name="One more hint").click()
    expect(section.get_by_text("Forty rupees are left.")).to_be_visible()
    expect(section.get_by_role("button", name=re.compile("hint"))).to_have_count(0)
    section.get_by_role("textbox", name="Your number").fill("167")
    section.get_by_role("button", name="Check").click()
    expect(section.get_by_text("Not yet.")).to_be_visible()
    expect(section.get_by_text("Divide by what is left of a cup.")).to_be_visible()
    is_usable(page)
    section.get_by_role("textbox", name="Your number").fill("250")
    section.get_by_role("button", name="Check").click()
    expect(section.get_by_text("So many.")).to_be_visible()
    page.reload()
    expect(section.get_by_text("So many.")).to_be_visible()


@pytest.mark.promise("C5")
def test_the_page_of_changes_can_be_read_by_everybody_who_edits(house: House, visit: Visit) -> None:
    for old, new in books.moved("reset"):
        edit(house.app.config["COURSES"] / "tin_box" / "day-1.md", old, new)
    home = the_person(house.database, house.trainees[0]).organisation_id
    editor = an_official(house.database, Role.ADMINISTRATOR, "Asha", organisation=home)
    page = visit(editor, "/courses/tin_box/changes")
    expect(page.get_by_text("2 answers, 2 people.")).to_be_visible()
    expect(page.get_by_text(re.compile("They will be set aside"))).to_be_visible()
    is_usable(page)

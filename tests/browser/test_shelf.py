"""Courses on a screen: they fit, everybody can use them, and what one has read fills the woven border of the day."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.builders import an_app_with_courses
from tests.home.test_in_a_browser import AXE, AXE_RUN, ORIGIN, SIZES, SMALLEST, STICKS_OUT, TOO_SMALL, answers

PATHS = ("/courses", "/courses/branding", "/courses/sick_me_revival/day-1", "/courses/accounting/day-7")
DAY = "/courses/sick_me_revival/day-1"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return an_app_with_courses(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def page(made: Flask, browser: Browser) -> Iterator[Page]:
    """The phone of somebody who has not signed in."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route("**/*", answers(made.test_client()))
    yield page
    context.close()


@pytest.mark.promise("S2", "N2")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PATHS)
def test_a_course_fits_its_screen_and_everybody_can_use_it(page: Page, path: str, size: str) -> None:
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))  # type: ignore[arg-type]
    page.goto(ORIGIN + path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    assert not page.evaluate(STICKS_OUT)
    page.add_script_tag(path=AXE)
    assert page.evaluate(AXE_RUN) == []
    if size == "phone":
        assert page.evaluate(TOO_SMALL, SMALLEST) == []


def test_what_one_has_read_fills_the_border_of_the_day_and_stays_on_this_phone(page: Page) -> None:
    page.goto(ORIGIN + DAY)
    stretches = page.locator("[data-part]").count()
    assert page.locator("[data-part].done").count() == 0
    page.locator("[data-part-end=our-units]").scroll_into_view_if_needed()
    page.wait_for_selector("[data-part=our-units].done", state="attached")
    page.goto(ORIGIN + DAY.rpartition("/")[0])
    line = page.locator("[data-read-count='sick_me_revival/day-1']")
    read = page.locator("[data-read-kara='sick_me_revival/day-1'] .done").count()
    assert line.inner_text() == f"{read} of {stretches} read"
    assert page.locator("[data-read-count='sick_me_revival/day-2']").is_hidden()


def test_what_one_scrolls_past_was_not_read(page: Page) -> None:
    page.clock.install()
    page.goto(ORIGIN + DAY)
    page.locator("[data-part-end=our-units]").scroll_into_view_if_needed()
    page.clock.run_for(1_000)
    page.evaluate("scrollTo(0, 0)")
    page.clock.run_for(60_000)
    assert page.locator("[data-part].done").count() == 0

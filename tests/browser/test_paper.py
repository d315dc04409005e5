"""Paper as it comes out of the printer: what is written on fits one side of A4, black on white, and nothing is cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from tests.builders import a_cohort, a_trainer, an_app_with_courses, database_of, signed_in_client
from tests.home.test_in_a_browser import AXE, AXE_RUN, ORIGIN, STICKS_OUT, answers

RENDITIONS = [("sick_me_revival", "en"), ("sick_me_revival", "ml"), ("branding", "en"), ("accounting", "en")]
A4_WIDTH = 680  # px of 180 mm: A4 without its margins
A4_HEIGHT = 275 / 25.4 * 96  # px of 275 mm
PAGES = re.compile(rb"/Type\s*/Page[^s]")

HEIGHTS = """
() => [...document.querySelectorAll('[data-written]')]
  .map((sheet) => [sheet.dataset.code, sheet.getBoundingClientRect().height])
"""
CUT = """
() => [...document.querySelectorAll('.sheet-a4 *')]
  .filter((one) => one.getBoundingClientRect().right > one.closest('.sheet-a4').getBoundingClientRect().right + 1)
  .map((one) => one.outerHTML.slice(0, 90))
"""
COLOURS = """
() => [...new Set([...document.querySelectorAll('.sheet-a4, .sheet-a4 *')].map((one) => getComputedStyle(one).color))]
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return an_app_with_courses(tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="module")
def page(made: Flask, browser: Browser) -> Iterator[Page]:
    """A browser of a trainer: she sees the packs as everybody does, and the run sheets."""
    context = browser.new_context(viewport={"width": A4_WIDTH, "height": 1_000})
    page = context.new_page()
    database = database_of(made)
    trainer = a_trainer(database, "ammini", cohort=a_cohort(database))
    page.route("**/*", answers(signed_in_client(made, trainer)))
    yield page
    context.close()


@pytest.mark.long
@pytest.mark.promise("C8")
@pytest.mark.parametrize(("course", "lang"), RENDITIONS)
def test_every_sheet_to_write_on_fits_one_side_of_a4(page: Page, course: str, lang: str) -> None:
    for day in range(1, 8):
        page.goto(f"{ORIGIN}/courses/{course}/day-{day}/pack?in={lang}")
        page.emulate_media(media="print")
        page.wait_for_function("[...document.images].every((one) => one.complete)")
        too_long = [(day, code, height) for code, height in page.evaluate(HEIGHTS) if height > A4_HEIGHT]
        assert too_long == []
        assert page.evaluate(CUT) == []


def test_the_printer_gives_a_page_for_each_sheet_and_overleaf_for_the_long_case(page: Page, tmp_path: Path) -> None:
    page.goto(f"{ORIGIN}/courses/sick_me_revival/day-1/pack")
    sheets = page.locator(".sheet-a4").count()
    page.pdf(path=tmp_path / "pack.pdf", prefer_css_page_size=True)
    assert len(PAGES.findall((tmp_path / "pack.pdf").read_bytes())) == sheets + 1


def test_paper_is_black_and_white(page: Page) -> None:
    page.goto(f"{ORIGIN}/courses/sick_me_revival/day-1/pack")
    page.emulate_media(media="print")
    assert page.evaluate(COLOURS) == ["rgb(0, 0, 0)"]


@pytest.mark.promise("N2", "S2")
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["pack", "run-sheet"])
def test_sheets_can_be_read_on_a_screen_too(page: Page, path: str, width: int) -> None:
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{ORIGIN}/courses/sick_me_revival/day-2/{path}")
    assert not page.evaluate(STICKS_OUT)
    page.add_script_tag(path=AXE)
    assert page.evaluate(AXE_RUN) == []
    page.set_viewport_size({"width": A4_WIDTH, "height": 1_000})

"""Every kind's faces on a trainee's phone, with exactly what its Python half sends: the example of its README.

Here the two halves of a kind meet: the task of `rules.py` is drawn, and what the face would send is taken by `accept`.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from app.activities.contract import Block
from app.activities.registry import FOLDERS, kind_in
from app.settings import ROOT
from tests.activities.examples import Played, example, played

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
BUILD = ROOT / "tests" / "browser" / "bundle.mjs"
ICONS = ROOT / "static" / "img" / "icons.svg"
ADDRESS = "http://koottam.test/"
WIDTHS = {"360 px": 360, "320 px": 320, "360 px, text at 200 %": 180}  # a page zoomed to 200 % has half the pixels
SMALLEST = 43.5  # px: 44 is promised; a browser's rounding may take half a pixel

STICKS_OUT = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TOO_SMALL = """
(least) => [...document.querySelectorAll('#app :is(a, button, input, select, summary, textarea)')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, (one.closest('label.choice') ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.height < least || box.width < least)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""
AXE_RUN = """
async () => (await axe.run({ resultTypes: ['violations'] })).violations
  .map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(', ')}`)
"""

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="no Node here to build the page")
every_kind = pytest.mark.parametrize("folder", FOLDERS)


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    out = tmp_path_factory.mktemp("faces")
    subprocess.run(["node", str(BUILD), str(out)], check=True, cwd=ROOT)
    symbols = ICONS.read_text().split(">", 1)[1].rsplit("</svg>", 1)[0]
    files = {
        "": f'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Faces</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="phone.css"><body><main class="live-page">'
        f'<div id="app"></div></main><svg hidden>{symbols}</svg><script type="module" src="faces.js"></script>',
        "phone.css": (out / "phone.css").read_text(),
        "faces.js": (out / "faces.js").read_text(),
    }
    types = {"": "text/html", "phone.css": "text/css", "faces.js": "text/javascript"}
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.route(
        ADDRESS + "**",
        lambda route: route.fulfill(
            content_type=types[(name := route.request.url.removeprefix(ADDRESS))] + "; charset=utf-8", body=files[name]
        ),
    )
    page.goto(ADDRESS)
    page.wait_for_selector("body[data-ready]")
    page.evaluate(AXE.read_text())
    yield page
    context.close()


@pytest.fixture
def faults(page: Page) -> Iterator[list[str]]:
    """What the page complained about while the test ran."""
    found: list[str] = []

    def hear(error: Any) -> None:
        found.append(str(error))

    page.on("pageerror", hear)
    yield found
    page.remove_listener("pageerror", hear)


def show(page: Page, face: str, folder: str, **props: Any) -> None:
    page.evaluate("([face, folder, props]) => show(face, folder, props)", [face, folder, props])


WALL: Block = {
    **example("gallery"),
    "fields": [
        {"key": "leak", "html": "The biggest leak", "field": "text", "args": []},
        {"key": "lost", "html": "How much is lost?", "field": "money", "args": []},
    ],
    "sheets": [
        {"key": "g1", "by": "g1", "cells": {"leak": {"text": "Tea on credit"}, "lost": 330}},
        {"key": "g2", "cells": {"leak": {"text": "കടം കൊടുത്ത ചായ, " * 12}}},
        {"key": "p3", "by": "p3", "cells": {"lost": 100_000}},
    ],
}
SHOWN = {"gallery": WALL}  # its example shows no sheet: they are carried over when it opens


def scenes(folder: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every way a kind is seen on a phone, from empty to looked at again."""
    game = played(folder, SHOWN.get(folder))
    task = game.task()
    seen: dict[str, tuple[str, dict[str, Any]]] = {
        "open": ("Trainee", {"task": task, "open": True}),
        "closed": ("Trainee", {"task": task, "open": False}),
        "review": ("Review", {"task": task}),
    }
    if kind_in(folder).answerable:
        mine, others = game.sampled(1), [game.sampled(seed) for seed in range(2, 9)]
        wire = dict(game.kind.own(game.config, game.veil, mine))
        states = {cell: {"state": "received", "at": 0} for cell in wire}
        tally = game.tally(mine, *others)
        seen |= {
            "answered": ("Trainee", {"task": task, "open": True, "cells": wire, "states": states, "tally": tally}),
            "read only": ("Trainee", {"task": task, "open": False, "cells": wire, "states": states}),
            "mine alone": ("Review", {"task": task, "mine": wire}),
            "revealed": ("Review", {"task": task, "mine": wire, "tally": tally, "solution": game.key()}),
            "not answered": ("Review", {"task": task, "mine": {}, "tally": tally, "solution": game.key()}),
        }
    return seen


@every_kind
def test_every_kind_has_faces_for_the_phone(page: Page, folder: str) -> None:
    assert folder in str(page.locator("body").get_attribute("data-ready")).split()


@every_kind
@pytest.mark.parametrize("width", WIDTHS)
def test_a_face_fits_the_phone_and_everybody_can_use_it(page: Page, faults: list[str], folder: str, width: str) -> None:
    page.set_viewport_size({"width": WIDTHS[width], "height": 740})
    for name, (face, props) in scenes(folder).items():
        show(page, face, folder, **props)
        assert not page.evaluate(STICKS_OUT), name
        assert page.evaluate(TOO_SMALL, SMALLEST) == [], name
        assert page.evaluate(AXE_RUN) == [], name
    assert faults == []


@every_kind
def test_what_a_face_shows_before_the_reveal_needs_no_right_answer(page: Page, folder: str) -> None:
    game = played(folder)
    show(page, "Review", folder, task=game.task(), mine={})
    assert page.locator(".split-right, .note-good").count() == 0


# What is sent is what the server takes


def sends(
    page: Page, folder: str, block: Block | None = None, **props: Any
) -> tuple[Played, Callable[[], dict[str, Any]]]:
    """Show an open activity; the second value says what the server would keep of all that was sent since."""
    game = played(folder, block)
    page.set_viewport_size({"width": 360, "height": 740})
    show(page, "Trainee", folder, task=game.task(), open=True, **props)
    return game, lambda: game.answer(dict(page.evaluate("window.sent")))


def send(page: Page) -> None:
    page.locator(".dock .btn-main").click()


def test_one_tap_and_send_answers_a_question(page: Page) -> None:
    game, kept = sends(page, "single")
    page.locator(".choice").nth(1).click()
    assert page.evaluate("window.sent") == []
    send(page)
    assert kept() == {"": game.config.seen(game.veil)[1].key}


def test_ticks_can_be_taken_back_before_they_are_sent(page: Page) -> None:
    game, kept = sends(page, "multiple")
    for place in (0, 1, 0):
        page.locator(".choice").nth(place).click()
    send(page)
    assert kept() == {"": [game.config.seen(game.veil)[1].key]}


def test_a_number_is_written_as_people_write_it(page: Page) -> None:
    _, kept = sends(page, "numeric")
    page.locator("input").fill("₹ 1,00,000")
    send(page)
    assert kept() == {"": 100_000}


def test_what_is_no_number_is_said_and_not_sent(page: Page) -> None:
    sends(page, "numeric")
    page.locator("input").fill("about five")
    send(page)
    assert page.evaluate("window.sent") == []
    assert "Write a number" in page.locator(".state-failed").inner_text()


def test_counting_stops_at_the_sum_and_the_button_says_what_is_missing(page: Page) -> None:
    game, kept = sends(page, "poll")
    total = game.config.sum
    button = page.locator(".dock .btn-main")
    assert str(total) in button.inner_text()
    first = page.locator(".counter .btn").nth(1)
    for _ in range(total):
        first.click()
    assert first.get_attribute("aria-disabled") == "true"
    button.click()
    assert kept() == {"": {key: total if key == game.config.keys[0] else 0 for key in game.config.keys}}


def test_cards_are_placed_by_arrows_and_enter_alone(page: Page) -> None:
    game, kept = sends(page, "sort")
    page.locator(".place-to").first.focus()
    cards = [card["t"] for card in game.task()["cards"]]
    page.keyboard.press("ArrowDown")
    for _ in cards:
        page.keyboard.press("Enter")
    assert set(kept().values()) == {game.config.bin_keys[1]}
    assert len(kept()) == len(cards)


def test_a_placed_card_is_taken_back_from_its_pile_into_the_hand(page: Page) -> None:
    _, kept = sends(page, "sort")
    page.locator(".place-to").first.click()
    page.locator(".place-pile").first.click()
    words = page.locator(".pile .btn .grow").first.inner_text()
    page.locator(".pile .btn").first.click()
    assert page.locator(".hand").inner_text() == words
    assert list(kept().values()) == [None]


def test_a_card_on_the_board_goes_by_itself_once_it_has_a_column(page: Page) -> None:
    game, kept = sends(page, "board")
    page.locator("textarea").first.fill("Tea for visitors")
    page.locator(".card .choice").first.click()
    assert kept() == {"card-1": {"column": game.config.columns[0][0], "note": {"text": "Tea for visitors"}}}


@pytest.mark.parametrize("folder", ["worksheet", "plan", "reflection"])
def test_words_of_a_form_go_when_the_field_is_left(page: Page, folder: str) -> None:
    _, kept = sends(page, folder)
    field = page.locator("textarea").first
    field.fill("എഴുത്ത്\u200d")
    field.blur()
    assert list(kept().values()) == [{"text": "എഴുത്ത്\u200d"}]


def test_words_still_being_written_go_at_the_moment_the_form_closes(page: Page) -> None:
    _, kept = sends(page, "plan")
    page.locator("textarea").first.press_sequentially("My last word")
    page.evaluate("hide()")
    assert list(kept().values()) == [{"text": "My last word"}]


def fill_in(page: Page, key: str, field: dict[str, Any]) -> list[str]:
    """Write into a field of a sheet; the cells it has."""
    place = page.locator(f'[id="field-r-{key}"]')
    match field["field"]:
        case "number" | "money":
            place.locator("input").fill("1,200")
            place.locator("input").blur()
        case "text" | "long":
            place.locator("textarea").fill("Words")
            place.locator("textarea").blur()
        case "choice" | "yesno":
            place.locator(".choice").last.click()
        case "date":
            place.locator("input").fill("2026-12-01")
            place.locator("input").blur()
        case "table":
            columns = {f"{key}/1/{column['key']}": column for column in field["columns"]}
            return [cell for name, column in columns.items() for cell in fill_in(page, name, column)]
        case "photo" | "voice":
            return []  # not by writing: `tests/journeys/test_files.py`
    return [key]


def test_every_field_of_a_sheet_sends_what_the_server_keeps(page: Page) -> None:
    game, kept = sends(page, "worksheet")
    cells = [cell for field in game.task()["fields"] for cell in fill_in(page, field["key"], field)]
    assert any("/" in cell for cell in cells), "a table is among them"
    assert sorted(kept()) == sorted(cells)


def test_a_step_goes_by_itself_and_arrows_choose_the_next(page: Page) -> None:
    _, kept = sends(page, "scale")
    page.locator("fieldset").first.locator("input").nth(1).check()
    page.keyboard.press("ArrowRight")
    assert kept() == {"sales": 3}
    assert page.evaluate("window.sent") == [["sales", 2], ["sales", 3]]


def test_both_ends_of_a_scale_are_heard_with_their_number(page: Page) -> None:
    sends(page, "scale")
    first = page.locator("fieldset").first
    assert first.get_by_role("radio", name="1 not sure at all").count() == 1
    assert first.get_by_role("radio", name="5 very sure").count() == 1


def test_a_star_goes_to_one_sheet_and_can_be_taken_back(page: Page) -> None:
    game, kept = sends(page, "gallery", WALL)
    sheet = page.get_by_role("article", name="Group 1")
    sheet.get_by_role("button", name="Give a star").click()
    token = game.veil.token("g1")
    assert kept() == {"vote-1": token}
    assert page.get_by_role("button", name="Give a star").count() == 0
    sheet.get_by_role("button", name="Your star").click()
    assert kept() == {"vote-1": None}


def test_a_question_to_a_sheet_goes_by_itself_when_it_is_left(page: Page) -> None:
    game, kept = sends(page, "gallery", WALL)
    sheet = page.get_by_role("article", name="Group 1")
    sheet.get_by_role("button", name="Ask a question").click()
    expect(sheet.locator("textarea")).to_be_focused()
    page.keyboard.type("Who pays?")
    sheet.locator("textarea").blur()
    assert kept() == {"comment-1": {"sheet": game.veil.token("g1"), "note": {"text": "Who pays?"}}}
    assert page.get_by_role("button", name="Ask a question").count() == 0


def test_my_own_sheet_hangs_last_and_takes_neither_star_nor_question(page: Page) -> None:
    sends(page, "gallery", WALL, taken={"mine": [played("gallery", WALL).veil.token("g1")]})
    last = page.get_by_role("article").last
    assert last.get_attribute("aria-label") == "Group 1"
    assert last.locator("button, textarea").count() == 0

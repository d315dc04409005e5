"""Words, gaps, orders and pairs on a phone: by tap, by keys alone, and with what a screen reader is told.

Every answer is compared with what the server would keep of it.
"""

import shutil

import pytest
from playwright.sync_api import Page

from tests.browser import test_faces
from tests.browser.test_faces import AXE_RUN, SMALLEST, STICKS_OUT, TOO_SMALL, send, sends, show

page = test_faces.page  # with a face on it

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="no Node here to build the page")


def told(page: Page) -> str:
    """What a screen reader is told without being asked."""
    return page.locator(".unseen[role=status]").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText")).replace("\n", " ").strip()


def unfit(page: Page) -> list[str]:
    """What somebody could not see, touch or hear of the page as it is now."""
    sticks_out = ["it is wider than the phone"] if page.evaluate(STICKS_OUT) else []
    return [*page.evaluate(AXE_RUN), *page.evaluate(TOO_SMALL, SMALLEST), *sticks_out]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to_send(page: Page) -> None:
    """By the tab key alone, however many stops there are."""
    for _ in range(20):
        press(page, "Tab")
        if page.evaluate("document.activeElement.matches('.dock .btn-main')"):
            return
    pytest.fail("the button that sends cannot be reached by the tab key")


# text


def test_a_word_is_written_and_sent_by_tap(page: Page) -> None:
    _, kept = sends(page, "text")
    page.get_by_label("Your answer").fill(" Udhaar book ")
    assert page.evaluate("window.sent") == []
    send(page)
    assert kept() == {"": {"text": " Udhaar book "}}


def test_a_word_is_written_and_sent_by_keys_alone(page: Page) -> None:
    _, kept = sends(page, "text")
    press(page, "Tab")
    page.keyboard.insert_text("കടപ്പുസ്തകം")
    tab_to_send(page)
    press(page, "Enter")
    assert kept() == {"": {"text": "കടപ്പുസ്തകം"}}


def test_enter_in_the_field_sends_and_blanks_do_not(page: Page) -> None:
    _, kept = sends(page, "text")
    field = page.get_by_label("Your answer")
    field.fill("  ")
    field.press("Enter")
    assert page.evaluate("window.sent") == []
    field.fill("credit book")
    field.press("Enter")
    assert kept() == {"": {"text": "credit book"}}


# gaps


def test_gaps_are_filled_where_they_stand_by_tap(page: Page) -> None:
    _, kept = sends(page, "gaps")
    page.get_by_label("Gap 1").fill("profit")
    page.get_by_label("Gap 2").select_option("wages")
    assert unfit(page) == []
    assert page.evaluate("window.sent") == []
    send(page)
    assert kept() == {"left": {"text": "profit"}, "taken": "choice-2"}


@pytest.mark.promise("C11")
def test_gaps_are_filled_by_keys_alone(page: Page) -> None:
    _, kept = sends(page, "gaps")
    press(page, "Tab")
    page.keyboard.insert_text("ലാഭം")
    press(page, "Tab")
    page.keyboard.type("draw")  # a list that is closed takes the first words one types
    tab_to_send(page)
    press(page, "Enter")
    assert kept() == {"left": {"text": "ലാഭം"}, "taken": "choice-1"}


def test_the_text_around_the_gaps_can_be_read_through(page: Page) -> None:
    sends(page, "gaps")
    words = " ".join(page.locator(".gap-text").inner_text().split())
    assert words.startswith("Sales less all costs is the 1")
    assert "Money the owner takes home is 2" in words
    assert words.count(".") == 2


def test_the_button_says_how_many_gaps_would_be_sent(page: Page) -> None:
    _, kept = sends(page, "gaps")
    button = page.locator(".dock .btn-main")
    assert button.inner_text() == "Fill the gaps"
    button.click(force=True)  # a button that says what is missing is no button to Playwright
    assert page.evaluate("window.sent") == []
    page.get_by_label("Gap 2").select_option("profit")
    assert button.inner_text() == "Send 1 of 2"
    button.click()
    assert kept() == {"taken": "choice-3"}


def test_what_has_arrived_is_not_sent_again(page: Page) -> None:
    game, kept = sends(page, "gaps")
    left, taken = (gap["t"] for gap in game.task()["gaps"])
    states = {left: {"state": "received", "at": 0}, taken: {"state": "draft", "at": 0}}
    choice = game.task()["gaps"][1]["choices"][0]["t"]
    show(
        page,
        "Trainee",
        "gaps",
        task=game.task(),
        open=True,
        cells={left: {"text": "profit"}, taken: choice},
        states=states,
    )
    send(page)
    assert page.evaluate("window.sent") == [[taken, choice]]
    assert kept().keys() == {"taken"}


# order


def steps(page: Page) -> list[str]:
    return [words.strip() for words in page.locator(".order .grow").all_inner_texts()]


def test_a_step_is_moved_by_tapping_it_and_then_up_and_down(page: Page) -> None:
    game, kept = sends(page, "order")
    before = steps(page)
    page.locator(".order .btn").nth(2).click()
    assert unfit(page) == []
    up, down = (page.get_by_label(f"{way}: {before[2]}") for way in ("Up", "Down"))
    up.click()
    up.click()
    assert steps(page) == [before[2], before[0], before[1], *before[3:]]
    down.click()
    after = [before[0], before[2], before[1], *before[3:]]
    assert steps(page) == after
    assert told(page) == f"{before[2]}: place 2 of 6"
    assert page.evaluate("window.sent") == []
    send(page)
    words = dict(game.config.steps)
    assert [words[key] for key in kept()[""]] == after


@pytest.mark.promise("C11")
def test_a_step_is_moved_by_keys_alone_and_keeps_the_focus(page: Page) -> None:
    game, kept = sends(page, "order")
    before = steps(page)
    press(page, "Tab", "ArrowDown", "ArrowDown")
    assert focused(page) == f"3 {before[2]}"
    press(page, "Enter", "ArrowUp")
    assert focused(page) == f"2 {before[2]}"
    assert told(page) == f"{before[2]}: place 2 of 6"
    press(page, "End")
    assert focused(page) == f"6 {before[2]}"
    press(page, "Escape", "ArrowUp")
    assert focused(page) == f"5 {before[5]}"
    tab_to_send(page)
    press(page, "Enter")
    words = dict(game.config.steps)
    assert [words[key] for key in kept()[""]] == [*before[:2], *before[3:], before[2]]


def test_an_order_nobody_touched_is_not_sent(page: Page) -> None:
    sends(page, "order")
    button = page.locator(".dock .btn-main")
    assert button.inner_text() == "Move a step"
    button.click(force=True)
    assert page.evaluate("window.sent") == []


def test_at_either_end_a_step_goes_no_further(page: Page) -> None:
    sends(page, "order")
    before = steps(page)
    page.locator(".order .btn").first.click()
    up = page.get_by_label(f"Up: {before[0]}")
    assert up.get_attribute("aria-disabled") == "true"
    up.click(force=True)
    assert steps(page) == before
    assert told(page) == f"{before[0]}: place 1 of 6"


def test_a_group_sees_every_move_at_once(page: Page) -> None:
    game, kept = sends(page, "order", group=True)
    page.locator(".order .btn").nth(1).click()
    page.locator(".dock .btn-icon").first.click()
    first, second, *rest = game.config.seen(game.veil)
    assert kept() == {"": [second, first, *rest]}


# match


def open_left(page: Page) -> str:
    return page.locator(".pairs [aria-expanded=true]").inner_text().strip()


def test_pairs_are_found_by_tapping_one_after_the_other(page: Page) -> None:
    _, kept = sends(page, "match")
    assert open_left(page) == "Cash book"
    assert unfit(page) == []
    for words, following in (("Money in and out each day", "Credit book"), ("Who owes us, and how much", "Stock book")):
        page.get_by_role("button", name=words).click()
        assert open_left(page) == following
    page.get_by_role("button", name="What came in").click()
    assert page.locator(".partners").count() == 0
    assert told(page) == "Stock book: What came in and what went out of the shelf"
    assert page.evaluate("window.sent") == []
    send(page)
    assert kept() == {"cash": "cash", "credit": "credit", "stock": "stock"}


@pytest.mark.promise("C11")
def test_pairs_are_found_by_keys_alone(page: Page) -> None:
    game, kept = sends(page, "match")
    rights = [half["html"] for half in game.task()["right"]]
    press(page, "Tab", "ArrowDown", "ArrowDown")
    assert focused(page) == rights[1]
    press(page, "Enter")
    assert told(page) == f"Cash book: {rights[1]}"
    assert focused(page) == "Credit book"
    press(page, "ArrowDown", "Enter")
    assert focused(page) == "Stock book"
    press(page, "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    tab_to_send(page)
    press(page, "Enter")
    keys = dict(game.config.rights)
    assert [keys[kept()[left]] for left in ("cash", "credit", "stock")] == [rights[1], rights[0], rights[2]]


def test_any_left_half_may_come_first(page: Page) -> None:
    _, kept = sends(page, "match")
    page.get_by_role("button", name="Stock book").click()
    assert open_left(page) == "Stock book"
    page.get_by_role("button", name="What came in").click()
    assert open_left(page) == "Cash book"
    send(page)
    assert kept() == {"stock": "stock"}


def test_a_partner_is_used_once_and_leaves_where_it_was(page: Page) -> None:
    _, kept = sends(page, "match")
    page.locator(".partners .btn", has_text="Money in").click()
    taken = page.locator(".partners .btn", has_text="Money in")
    assert "now with Cash book" in taken.inner_text()
    taken.click()
    assert page.locator("b.num.soft").inner_text() == "1 of 3"
    send(page)
    assert kept() == {"cash": None, "credit": "cash"}


def test_a_pair_can_be_taken_apart(page: Page) -> None:
    sends(page, "match")
    page.locator(".partners .btn", has_text="Money in").click()
    page.locator(".pairs > li > .btn", has_text="Cash book").click()
    page.locator(".partners [aria-pressed=true]").click()
    assert told(page) == "Cash book: taken apart"
    assert page.locator("b.num.soft").inner_text() == "0 of 3"
    assert page.locator(".dock .btn-main").inner_text() == "Find a partner"


def test_a_group_sees_every_pair_at_once(page: Page) -> None:
    _, kept = sends(page, "match", group=True)
    page.locator(".partners .btn", has_text="Money in").click()
    assert kept() == {"cash": "cash"}
    page.locator(".partners .btn", has_text="Money in").click()
    assert len(page.evaluate("window.sent")) == 3  # given, taken from the first, given to the second
    assert kept() == {"cash": None, "credit": "cash"}

"""What a phone's first visit costs, and the second one: every byte that comes through its line (L5)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, Trainee

FIRST, AGAIN = 60_000, 10_000  # bytes: the promise says KB, and we take the smaller ones
QUIET = 1_000  # ms without a byte: the page, its line and its service worker have all they want


IN_ENGLISH, IN_MALAYALAM = ("en", "One more: run well"), ("ml", "ഒന്നു കൂട്ടുക: നന്നായി നടക്കുന്നു")


def comes_in(trainee: Trainee, button: str) -> tuple[int, dict[str, int]]:
    """Opens the room; the bytes that came, headers and socket included, and how many of them were for which address."""
    came: dict[str, int] = {}
    asked: dict[str, str] = {}
    network = trainee.context.new_cdp_session(trainee.page)
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", lambda told: asked.update({told["requestId"]: told["request"]["url"]}))
    network.on(
        "Network.loadingFinished",
        lambda told: came.update({asked.get(told["requestId"], "the page before"): told["encodedDataLength"]}),
    )
    before = trainee.line.bytes_down
    trainee.enters()
    expect(trainee.button(button)).to_be_visible(timeout=PATIENCE)
    while True:
        now = trainee.line.bytes_down
        trainee.page.wait_for_timeout(QUIET)
        if trainee.line.bytes_down == now:
            return now - before, came


@pytest.mark.promise("L5")
@pytest.mark.parametrize(("language", "button"), [IN_ENGLISH, IN_MALAYALAM], ids=["en", "ml"])
def test_a_phone_loads_at_most_sixty_kilobytes_the_first_time_and_ten_the_next(
    crowd: Crowd, language: str, button: str
) -> None:
    ammini = crowd.trainer("Ammini")
    ammini.commands("start")
    ammini.commands("open", run="our-units")
    sreeja = crowd.stranger("Sreeja")
    sreeja.signs_in_by_slip()
    sreeja.opens(f"/?lang={language}")
    first, files = comes_in(sreeja, button)
    assert 40_000 < first <= FIRST, (first, files)
    again, files = comes_in(sreeja, button)
    assert 1_000 < again <= AGAIN, (again, files)

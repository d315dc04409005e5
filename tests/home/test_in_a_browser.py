"""The pages of people, batches and home in a real browser: nothing sticks out, and axe finds nothing.

The browser asks the application directly: there is no server and no port, every request is answered by a test client.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Route
from sqlalchemy.orm import Session

from app import clock
from app.cohorts import actions as cohorts
from app.cohorts.guests import join_as_guest
from app.cohorts.rooms import open_room
from app.people import pins
from app.people.rules import Role
from app.settings import ROOT
from tests.builders import (
    NOW,
    a_cohort,
    a_trainee,
    a_trainer,
    an_app_with_courses,
    an_official,
    database_of,
    signed_in_client,
    the_keys,
)

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ORIGIN = "http://koottam.test"
SIZES = {"phone": (360, 740), "laptop": (1280, 800)}
SMALLEST = 43.5  # px: 44 is promised; a browser's rounding may take half a pixel

PAGES = {
    "visitor": (
        "/",
        "/login",
        "/login/trainer",
        "/join",
        "/s/none",
        "/s/{token}",
        "/j/{code}",
        "/j/none",
        "/components",
    ),
    "trainee": ("/", "/me"),
    "guest": ("/", "/me"),
    "administrator": ("/", "/cohorts", "/cohorts/{cohort}"),
    "trainer": ("/", "/me", "/cohorts", "/cohorts/{cohort}", "/cohorts/{cohort}/slips"),
}

STICKS_OUT = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TOO_SMALL = """
(least) => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
  .filter((one) => one.checkVisibility() && !one.matches('.unseen, .skip') && !one.closest('.comps'))
  .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.height < least || box.width < least)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""
AXE_RUN = """
async () => (await axe.run({ resultTypes: ['violations'] })).violations
  .map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(', ')}`)
"""


class Town:
    """An application with one batch, and who may look at it."""

    def __init__(self, folder: Path) -> None:
        self.app: Flask = an_app_with_courses(folder)
        database = database_of(self.app)
        cohort = a_cohort(database)
        trainee = a_trainee(database, cohort, "ശ്രീജ", phone="94470 12345", pin="274193")
        for name in ("Rema Suresh", "ബിന്ദു പി", "Omana Kuttan"):
            a_trainee(database, cohort, name, phone="94470 54321" if name.startswith("Rema") else None)
        trainer = a_trainer(database, "Ammini", cohort=cohort)
        phones = the_keys().phones
        guest = database.write(lambda db: join_as_guest(db, phones, cohort, "റോസമ്മ", NOW))
        chief = an_official(database, Role.ADMINISTRATOR)
        database.write(lambda db: self._days(db, cohort))
        with self.app.app_context():
            open_room(cohort, "sick_me_revival", "day-1", clock.now())
            code = self.app.extensions["meetings_of_cohorts"]([cohort])[0]["code"]
        slip = pins.issue_slips(database, the_keys(), [trainee], None, NOW)[0]
        self.names = {"code": code, "token": slip.token, "cohort": str(cohort)}
        self.people = {"trainee": trainee, "trainer": trainer, "guest": guest, "administrator": chief}

    @staticmethod
    def _days(session: Session, cohort: int) -> None:
        for day in range(1, 8):
            cohorts.set_day(session, cohort, "sick_me_revival", day, clock.now() + timedelta(days=day - 1))

    def client(self, who: str) -> FlaskClient:
        return self.app.test_client() if who == "visitor" else signed_in_client(self.app, self.people[who])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


def answers(client: FlaskClient) -> Callable[[Route], Any]:
    """Hands each request of the browser to the test client."""

    def answer(route: Route) -> None:
        asked = route.request
        path = asked.url.removeprefix(ORIGIN)
        headers = {name: value for name, value in asked.headers.items() if name not in {"cookie", "accept-encoding"}}
        reply = client.open(path, method=asked.method, data=asked.post_data_buffer, headers=headers)
        kept = {name: value for name, value in reply.headers.items() if name.lower() != "content-security-policy"}
        route.fulfill(status=reply.status_code, headers=kept, body=reply.data)
        reply.close()

    return answer


@pytest.mark.promise("N2")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("who", "path"), [(who, path) for who, paths in PAGES.items() for path in paths])
def test_a_page_fits_its_screen_and_everybody_can_use_it(
    town: Town, browser: Browser, who: str, path: str, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.route("**/*", answers(town.client(who)))
    page.goto(ORIGIN + path.format(**town.names))
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    assert not page.evaluate(STICKS_OUT)
    page.add_script_tag(path=AXE)
    assert page.evaluate(AXE_RUN) == []
    if size == "phone":
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
    context.close()

"""What journeys share: the town, and people who come with browsers of their own. All are watched for errors."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, StorageState, ViewportSize

from tests.journeys import town as towns
from tests.journeys.line import Lines
from tests.journeys.people import LAPTOP, PHONE, Person, Trainee, Trainer
from tests.journeys.town import Known, Made, Town

Role = TypeVar("Role", bound=Person)


@pytest.fixture(scope="session")
def made() -> Made:
    return towns.made_once()


@pytest.fixture(scope="module")
def town(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    town = Town(made, tmp_path_factory.mktemp("data") / "data")
    yield town
    town.kill()
    assert town.faults() == []


@pytest.fixture
def lines() -> Iterator[Lines]:
    lines = Lines()
    yield lines
    lines.close()


class Crowd:
    """Brings people into the room. On the page of her own door the first time, later with the cookie she got then.

    `delay_seconds`: how slow her line is, each way; `clock`: what her phone takes for the present time.
    """

    def __init__(self, browser: Browser, town: Town, lines: Lines) -> None:
        self._browser, self._town, self._lines = browser, town, lines
        self.people: list[Person] = []

    def trainer(self, name: str, size: ViewportSize = LAPTOP, *, delay_seconds: float = 0.0) -> Trainer:
        """At the console."""
        known = self._town.person(name)
        trainer = self._come(Trainer, known, size, delay_seconds, cookies=self._town.cookies.get(known.name))
        self._sign_in(trainer, trainer.signs_in)
        trainer.leads()
        return trainer

    def trainee(
        self, name: str, size: ViewportSize = PHONE, *, delay_seconds: float = 0.0, clock: datetime | None = None
    ) -> Trainee:
        """In the room."""
        known = self._town.person(name)
        trainee = self._come(Trainee, known, size, delay_seconds, clock, self._town.cookies.get(known.name))
        self._sign_in(trainee, trainee.signs_in_by_slip)
        trainee.enters()
        return trainee

    def stranger(self, name: str, size: ViewportSize = PHONE) -> Trainee:
        """With a browser that knows nobody."""
        known = next((one for one in self._town.people.values() if one.name.startswith(name)), Known(0, name))
        return self._come(Trainee, known, size)

    def _sign_in(self, person: Person, sign_in: Callable[[], None]) -> None:
        if person.name not in self._town.cookies:
            sign_in()
            self._town.cookies[person.name] = person.context.storage_state()

    def _come(
        self,
        role: type[Role],
        known: Known,
        size: ViewportSize,
        delay_seconds: float = 0.0,
        clock: datetime | None = None,
        cookies: StorageState | None = None,
    ) -> Role:
        line = self._lines.lay(lambda: self._town.port, delay_seconds)
        context = self._browser.new_context(
            base_url=f"http://127.0.0.1:{line.port}", viewport=size, locale="en-IN", timezone_id="Asia/Kolkata",
            is_mobile=size == PHONE, has_touch=size == PHONE, reduced_motion="reduce", storage_state=cookies,
        )  # fmt: skip
        if clock is not None:
            context.clock.install(time=clock)
        person = role(self._town, known, context, line)
        self.people.append(person)
        return person


@pytest.fixture
def crowd(browser: Browser, town: Town, lines: Lines) -> Iterator[Crowd]:
    """Everybody of one test, in a room of its own; at the end it is asked what went wrong in their browsers."""
    if not town.is_up:
        town.start()
    town.went_down = False
    town.opens_a_room()
    crowd = Crowd(browser, town, lines)
    yield crowd
    faults = []
    for person in crowd.people:
        person.watch.lost_line |= town.went_down
        faults += [f"{person.name}: {fault}" for fault in person.watch.faults()]
        person.context.close()
    assert not faults, "\n".join(faults)

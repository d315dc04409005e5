"""What journeys share: the town, and people who come with browsers of their own. All are watched for errors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.journeys import town as towns
from tests.journeys.line import Lines
from tests.journeys.people import LAPTOP, PHONE, Person, Trainee, Trainer
from tests.journeys.town import Known, Made, Town


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return towns.make(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(made: Made, tmp_path: Path) -> Iterator[Town]:
    town = Town(made, tmp_path / "data")
    yield town
    town.kill()
    assert town.faults() == []


@pytest.fixture
def lines() -> Iterator[Lines]:
    lines = Lines()
    yield lines
    lines.close()


Role = TypeVar("Role", bound=Person)


class Crowd:
    """Makes people; closes their browsers at the end and asks what went wrong in them."""

    def __init__(self, browser: Browser, town: Town, lines: Lines) -> None:
        self._browser, self._town, self._lines = browser, town, lines
        self.people: list[Person] = []

    def trainer(self, name: str, size: ViewportSize = LAPTOP, **line: Any) -> Trainer:
        """Signed in and at the console."""
        trainer = self._come(Trainer, self._town.person(name), size, **line)
        trainer.signs_in()
        trainer.leads()
        return trainer

    def trainee(self, name: str, size: ViewportSize = PHONE, **line: Any) -> Trainee:
        """Signed in by her slip and in the room."""
        trainee = self.stranger(name, size, **line)
        trainee.signs_in_by_slip()
        trainee.enters()
        return trainee

    def stranger(self, name: str, size: ViewportSize = PHONE, **line: Any) -> Trainee:
        """With a browser in which nobody is signed in."""
        known = self._town.person(name) if any(one.startswith(name) for one in self._town.people) else Known(0, name)
        return self._come(Trainee, known, size, **line)

    def _come(self, role: type[Role], known: Known, size: ViewportSize, delay_seconds: float = 0.0) -> Role:
        line = self._lines.lay(lambda: self._town.port, delay_seconds)
        context = self._browser.new_context(
            base_url=f"http://127.0.0.1:{line.port}", viewport=size, locale="en-IN", timezone_id="Asia/Kolkata",
            is_mobile=size == PHONE, has_touch=size == PHONE, reduced_motion="reduce",
        )  # fmt: skip
        person = role(self._town, known, context, line)
        self.people.append(person)
        return person


@pytest.fixture
def crowd(browser: Browser, town: Town, lines: Lines) -> Iterator[Crowd]:
    crowd = Crowd(browser, town, lines)
    yield crowd
    faults = []
    for person in crowd.people:
        person.watch.lost_line |= town.went_down
        faults += [f"{person.name}: {fault}" for fault in person.watch.faults()]
        person.context.close()
    assert not faults, "\n".join(faults)

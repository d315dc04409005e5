"""One day of each course is held in a real room: each command is stored before the next; a restart changes nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from app.cohorts import tables as cohorts
from app.db import Base, Database
from app.live import log
from app.live.asking import Actor
from app.live.room import Room
from app.live.runner import Runner
from app.live.state import State
from app.live.tables import Meeting as Row
from app.live.telling import Teller
from app.people import tables as people
from app.sheets import Sheets
from tests.courses.meeting import Meeting, hold, room_of
from tests.courses.modules import Block, published
from tests.live.day import NOON


class InRoom(Meeting):
    """The same people in a room of a server."""

    def __init__(self, module: Block, database: Database) -> None:
        super().__init__(module)
        database.write(self._found)
        self.database = database
        self.runner = self.server_started()

    def server_started(self) -> Runner:
        def load(_meeting: str) -> Room:
            return room_of(self.module, State(plan=self.began.plan), {})

        return Runner(self.database, Sheets(self.database), load, Teller(lambda *_sent: None))

    def _found(self, session: Any) -> None:
        session.execute(insert(people.Organisation).values(id=1, name="Mission"))
        cohort = {"id": 1, "organisation_id": 1, "name": "Batch 1", "lang": "en", "time_zone": "Asia/Kolkata"}
        session.execute(insert(cohorts.Cohort).values(**cohort, languages=["en"], allows_guests=True, made_at=NOON))
        row = {"id": "m1", "cohort_id": 1, "course": "c", "module": "d", "code": "m1", "stage": "lobby", "title": "t"}
        session.execute(insert(Row).values(**row, starts_at=NOON, content="cafe", made_at=NOON, lang="en"))
        log.append(session, "m1", [(happened, None) for happened in self.log])

    def _decide(self, actor: Actor, command: Any, age: float) -> None:
        self._ids += 1
        if actor.id is None:
            self.runner.submit_as_server("m1", command)
        else:
            self.runner.submit("m1", actor, command, f"id-{self._ids}", timedelta(seconds=age))
        room = self.runner.room("m1")
        self.state, self.words = room.state, room.words


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path / 'koottam.db'}")
    Base.metadata.create_all(made.engine)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["accounting/day-4", "branding/day-2", "sick_me_revival/day-7"])
def test_a_day_held_in_a_real_room_is_the_same_after_a_restart(name: str, database: Database) -> None:
    day = InRoom(published(name), database)
    hold(day)
    again = day.server_started().room("m1")
    assert again.state == day.state
    assert again.words == day.words
    assert day.state.stage == "ended"
    assert day.state.runs.keys() == day.state.plan.items.keys()

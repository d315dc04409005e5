"""The next meeting of a batch knows who sat with whom before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.live.meetings import earlier_groups
from tests.live.house import House, build
from tests.live.test_sockets import do


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path)
    yield made
    made.database.close()


@pytest.mark.promise("B1")
def test_who_sat_together_in_an_earlier_meeting_is_counted(house: House) -> None:
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    for person in house.trainees:
        house.socket(person)
    room = house.live.runner.room(house.meeting)
    run = next(id for id in room.state.plan.order if room.state.plan.items[id].is_group_work)
    do(console, "open", "t2", run=run)
    groups = house.live.runner.room(house.meeting).state.groups
    with house.database.read() as session:
        _roles, pairs = earlier_groups(session, room.about.cohort_id)
    wanted = sum(len(group.members) * (len(group.members) - 1) // 2 for group in groups)
    assert groups
    assert sum(pairs.values()) == wanted

"""A day with patterns of group work is held round by round, as days of courses are: nothing is left out."""

import pytest

from app.activities.registry import KINDS
from app.live.evolve import fold
from tests.courses.meeting import Meeting, hold
from tests.courses.modules import Block
from tests.live.evening import EVENING
from tests.live.workshop import WORKSHOP


def module(blocks: Block) -> Block:
    """As it would be published: with the grammar of each activity."""
    groups = [
        block | {"activities": [one | {"grammar": KINDS[one["kind"]].grammar} for one in block["activities"]]}
        if "activities" in block
        else block
        for block in blocks["blocks"]
    ]
    return {**blocks, "blocks": groups}


EVERY_PATTERN = module(EVENING), module(WORKSHOP)


@pytest.mark.promise("B6")
def test_a_day_with_every_pattern_is_held_to_its_end_and_its_log_gives_the_same_meeting() -> None:
    for one in EVERY_PATTERN:
        day = hold(Meeting(one))
        assert fold(day.began, day.log) == day.state
        assert {run.phase for run in day.state.runs.values()} == {"revealed"}


def test_every_round_of_seven_people_is_written_by_those_whose_turn_it_is() -> None:
    wrote = {}
    for one in EVERY_PATTERN:
        state = hold(Meeting(one)).state
        wrote |= {run.id: sorted(run.answers) for run in state.runs.values() if run.answers}
    assert wrote == {
        "sheet": ["g1", "g1a", "g1b", "g2", "g2a", "p1", "p2", "p3"],
        "cost": ["g1"], "buyers": ["g2"], "rivals": ["g3"], "our-price": ["m1", "m2"],
        "label-sheet": ["g1", "g2"], "word": ["g1v1", "g2v1"], "talk-sheet": ["g1", "g2"],
    }  # fmt: skip


def test_each_round_is_looked_at_by_all_who_are_there() -> None:
    moments = [moment for moment in hold(Meeting(EVERY_PATTERN[1])).moments if moment.what == "open"]
    rounds = [moment.state.round(moment.run) for moment in moments]
    assert [one.kind for one in rounds if one] == ["experts", "mixed", "all", "sheet", "visit", "all"]

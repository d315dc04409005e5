"""What every kept answer can tell of itself."""

import pytest

from app.live.record import Kept, kept
from tests.live.day import AMMINI, Day, c
from tests.live.newer import VERSION, under_way


def record(day: Day) -> list[Kept]:
    return list(kept(day.start_state, [(h, f"client-{h.seq}") for h in day.log], "sick_me_revival/day-1", "en"))


@pytest.mark.promise("C5")
def test_an_answer_tells_its_whole_id_its_version_and_how_it_came() -> None:
    day = under_way()
    (told,) = record(day)
    assert told == Kept(
        "sick_me_revival/day-1/units", "", "well", "p3", 3, day.now, "cafe0123", "", "en", told.client,
    )  # fmt: skip
    assert told.client is not None


@pytest.mark.promise("C5")
def test_answers_before_and_after_a_version_was_taken_and_alone_know_their_own() -> None:
    day = under_way()
    day.by(AMMINI, c("take_version", content=VERSION))
    day.by(AMMINI, c("open", run="sign"))
    day.by(5, c("answer", run="sign", value=day.token("sign", "power")))
    day.by(AMMINI, c("end"))
    day.wait(60)
    day.by(6, c("answer", run="mood", value="good"))
    assert [(one.id.rpartition("/")[2], one.content, one.alone) for one in record(day)] == [
        ("units", "cafe0123", False),
        ("sign", VERSION, False),
        ("mood", VERSION, True),
    ]

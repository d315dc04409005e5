"""Who is here: a locked phone is never "left"; only silence makes somebody offline."""

from datetime import timedelta

import pytest

from app.live.presence import Presence
from tests.live.day import AMMINI, NOON


def states(presence: Presence) -> dict[int, str]:
    return {person: seen["s"] for person, seen in presence.view().items()}


@pytest.mark.promise("L19")
def test_a_locked_phone_is_away_and_not_gone() -> None:
    presence = Presence(NOON)
    presence.came(3, "a", False, NOON)
    presence.says(3, "a", False, NOON + timedelta(seconds=5))
    presence.sweep(NOON + timedelta(hours=1))
    assert states(presence) == {3: "away"}


@pytest.mark.promise("L19")
def test_a_lost_line_is_away_for_ninety_seconds_and_then_offline_since() -> None:
    presence = Presence(NOON)
    presence.came(3, "a", False, NOON)
    presence.went(3, "a", NOON + timedelta(seconds=10))
    presence.sweep(NOON + timedelta(seconds=99))
    assert states(presence) == {3: "away"}
    assert presence.sweep(NOON + timedelta(seconds=100)) == {3}
    assert states(presence) == {3: "off"}


def test_a_second_tab_in_front_keeps_somebody_here() -> None:
    presence = Presence(NOON)
    presence.came(3, "a", False, NOON)
    presence.came(3, "b", False, NOON)
    presence.says(3, "a", False, NOON)
    presence.went(3, "a", NOON)
    assert states(presence) == {3: "here"}


@pytest.mark.promise("L8")
def test_the_day_is_led_until_no_trainer_had_a_line_for_twenty_seconds() -> None:
    presence = Presence(NOON)
    presence.came(AMMINI, "t", True, NOON)
    presence.came(3, "a", False, NOON)
    presence.went(AMMINI, "t", NOON + timedelta(seconds=60))
    assert presence.is_led(NOON + timedelta(seconds=79))
    assert not presence.is_led(NOON + timedelta(seconds=81))
    presence.came(AMMINI, "u", True, NOON + timedelta(seconds=90))
    assert presence.is_led(NOON + timedelta(seconds=90))


def test_after_a_restart_the_twenty_seconds_count_anew() -> None:
    presence = Presence(NOON)
    assert presence.is_led(NOON + timedelta(seconds=19))
    assert not presence.is_led(NOON + timedelta(seconds=21))

"""The clock is UTC, and only tests can move it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import clock


def is_now(moment: datetime, moved: timedelta = timedelta()) -> bool:
    return abs(moment - moved - datetime.now(UTC)) < timedelta(seconds=30)  # however slow the machine is


def test_the_time_is_aware_and_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert is_now(clock.now())


def test_a_test_moves_the_clock_by_writing_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "clock"
    monkeypatch.setenv("KOOTTAM_CLOCK", str(file))
    assert is_now(clock.now())
    file.write_text("86400\n")
    assert is_now(clock.now(), timedelta(days=1))
    file.write_text("-90.5")
    assert is_now(clock.now(), timedelta(seconds=-90.5))
    file.write_text("")
    assert is_now(clock.now())

"""Each day is held with a class that writes much; what a phone asks for after a lost line stays small throughout."""

import json
import random
from functools import cache
from pathlib import Path

import polib
import pytest

from app.live import audiences
from app.live.facts import Facts
from app.live.packing import packed, unpacked
from tests.courses.meeting import Meeting, every_day, held

ROOT = Path(__file__).parents[2]
LONG = 200  # Malayalam letters that stand in every single field of words: two full sentences
MOST_BYTES = 4_096


@cache
def malayalam() -> str:
    """Sentences as people write them: those of a translated day."""
    entries = polib.pofile(str(next((ROOT / "courses").glob("*/locale/ml/day-1.po"))))
    return " ".join(entry.msgstr for entry in entries)


def wordy(day: Meeting) -> Facts:
    """As if everybody had written at length, each something else."""
    dice, text = random.Random(7), malayalam()
    begins = {ref: dice.randrange(len(text) - LONG) for ref in day.words}
    words = {ref: text[at : at + LONG] for ref, at in begins.items()}
    return Facts("QsB9WIey", "d5f2c1e0", code="KT7M2Q", course="Sick ME Revival", cohort="Alappuzha 1", words=words)


@pytest.mark.promise("L3")
@every_day
def test_the_whole_view_of_a_phone_is_at_most_four_kilobytes_all_day(name: str) -> None:
    """L3: the screen equals the server's state after one request of at most 4 KB."""
    day = held(name)
    facts, head = wordy(day), {"whole": True, "seq": 1234, "now": "2026-11-23T06:31:49.000Z", "data": "d5f2c1e0"}
    for moment in day.moments:
        for person in (1, 3):
            whole = {**head, "parts": audiences.phone(moment.state, person, facts)}
            sent = packed(whole)
            assert unpacked(sent) == json.loads(json.dumps(whole))
            assert not isinstance(sent, bytes) or len(sent) <= MOST_BYTES, (moment.what, moment.run, person)


def test_a_full_board_is_read_at_an_address_that_changes_with_it() -> None:
    """Sixty notes are more than a view should carry to a phone whose line is back."""
    day = held("accounting/day-3")
    board, facts = next(run for run, item in day.state.plan.items.items() if item.kind == "board"), wordy(day)
    shown = next(one.state for one in day.moments if (one.what, one.run) == ("shown", board))
    short = audiences.phone(shown, 1, Facts("m1", "d", words=day.words))["tallies"][board]
    assert "url" not in short
    addresses = set()
    for much in (5, 6):
        longer = Facts("m1", "d", words={ref: text * much for ref, text in facts.words.items()})
        told = audiences.phone(shown, 1, longer)["tallies"][board]
        assert told.keys() == {"url"}
        assert told["url"].startswith(f"/m/m1/tally/{board}?v=")
        addresses.add(told["url"])
        assert audiences.screen(shown, longer)["tallies"][board].keys() == short.keys()
    assert len(addresses) == 2

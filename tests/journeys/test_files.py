"""A photo and a recording on a sheet, from a phone whose line comes and goes."""

import re
import struct
import zlib

import pytest
from playwright.sync_api import FilePayload, expect

from tests.journeys import town as towns
from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, Trainee
from tests.journeys.town import TRAINEES, Made

DAY = """---
id: day-1
day: 1
title: The cash book
duration: 10m
---

/// objectives

- Keep a cash book.

///

## My page

Show your page of today.

//// worksheet | my-page
    time: 10m

- page) My page of today `photo`
- word) What do you see in it? `voice`

////

/// keypoints

- Write it on the day.

///
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return towns.with_a_day(tmp_path_factory, DAY)


def photo(width: int, height: int) -> FilePayload:
    """A picture larger than a phone sends it, in bands."""
    lines = b"".join(b"\0" + bytes([y // 40 * 6]) * (3 * width) for y in range(height))
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(b)) + a + b + struct.pack(">I", zlib.crc32(a + b)) for a, b in parts)
    return {"name": "page.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"".join(chunks)}


def about(act: str, field: str) -> re.Pattern[str]:
    """A button says to whoever hears it which field it is for."""
    return re.compile(f"^{re.escape(act)} ?: {re.escape(field)}$")


def at_the_sheet(crowd: Crowd) -> Trainee:
    ammini = crowd.trainer("Ammini")
    sreeja = crowd.trainee(next(iter(TRAINEES)))
    ammini.starts_the_day()
    ammini.opens_activity("My page")
    sreeja.sees("My page of today")
    return sreeja


@pytest.mark.promise("L4")
def test_a_photo_chosen_without_a_line_is_kept_through_a_killed_tab_and_arrives_small(crowd: Crowd) -> None:
    sreeja = at_the_sheet(crowd)
    path = sreeja.page.url
    expect(sreeja.button(about("Choose a photo", "My page of today"))).to_be_visible(timeout=PATIENCE)
    sreeja.goes_offline()
    sreeja.page.get_by_label("Choose a photo: My page of today").last.set_input_files(photo(1_600, 1_200))
    sreeja.sees("Kept on this phone. Goes when the line is back.")
    sreeja.finds_it_usable("photo")
    sreeja.closes_the_tab()
    sreeja.comes_back()
    sreeja.opens_it_again(path)
    picture = sreeja.page.get_by_role("img", name="My page of today")
    expect(picture).to_be_visible(timeout=PATIENCE)
    sreeja.sees("Received")
    sreeja.reloads()
    expect(picture).to_be_visible(timeout=PATIENCE)
    assert "/file/" in (picture.get_attribute("src") or "")
    expect(picture).to_have_js_property("naturalWidth", 1_280, timeout=PATIENCE)
    sreeja.taps(about("Take it away", "My page of today"))
    expect(picture).to_have_count(0, timeout=PATIENCE)


def test_a_recording_is_listened_to_and_then_sent_and_who_cannot_record_writes(crowd: Crowd) -> None:
    sreeja = at_the_sheet(crowd)
    name = "What do you see in it?"
    sreeja.taps(about("Record", name))
    sreeja.sees("1 of 60 seconds")
    sreeja.taps("Stop")
    sreeja.sees("Listen to it. It goes when you send it.")
    sreeja.does_not_see("Received")
    sreeja.finds_it_usable("voice")
    sreeja.taps(about("Send it", name))
    sreeja.sees("Received")
    sreeja.reloads()
    sound = sreeja.page.get_by_label(name, exact=True)
    expect(sound).to_be_visible(timeout=PATIENCE)
    assert "/file/" in (sound.get_attribute("src") or "")
    sreeja.taps(about("Take it away", name))
    expect(sound).to_have_count(0, timeout=PATIENCE)
    sreeja.page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no microphone')); }"
    )
    sreeja.taps(about("Record", name))
    sreeja.sees("This phone does not let us record here. Write it instead.")
    sreeja.fills("In words", "Milk was forgotten.")
    sreeja.sees_under("In words", "Received")

"""Photos and recordings on a sheet: sent by HTTP, kept once, shown to whoever may read the answer, and to no other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import curriculum
from app.files import FileStore, cleaned, name_of
from tests.files.test_files import END, MP4, PHOTO, SVG, WEBM, with_segment, zipped
from tests.live.house import House, build
from tests.live.test_sockets import do

COURSE = """id: books
title: Books
summary: Short.
language: en
languages: [en]
days:
  - id: day-1
    title: One
"""
DAY = """---
id: day-1
day: 1
title: The cash book
duration: 40m
---

/// objectives

- Keep a cash book.

///

## My page

//// worksheet | mine
    time: 10m

- page) My page of today `photo`
- word) Say it in your words `voice`
- left) What is left? `money`

////

## For me alone

//// reflection | myself
    time: 5m

- face) How I look tonight `photo`

////

## The stall

///// breakout | stall
    time: 10m
    groups: 4 people
    report-back: [label]

Draw the label.

//// worksheet | label-sheet

- label) Our label `photo`

////

/////

## The wall

//// gallery | wall
    time: 10m
    from: label-sheet

Look at them.

////

## Again

//// worksheet | again
    time: 5m
    from: mine

- page) My page of today `photo`

////

/// keypoints

- Write it on the day.

///
"""

NAME = name_of(*cleaned(PHOTO))
OTHER = with_segment(0xFE, b"")[:-2] + b"\xff\xd0" + END  # the same pixels and a mark more: another content
OTHER_NAME = name_of(*cleaned(OTHER))


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("courses") / "books"
    course.mkdir()
    (course / "course.yml").write_text(COURSE)
    (course / "day-1.md").write_text(DAY)
    return course.parent


@pytest.fixture
def house(tmp_path: Path, courses: Path) -> Iterator[House]:
    made = build(tmp_path, trainees=8, courses=courses, day=("books", "day-1"))
    made.app.extensions["files"] = FileStore(tmp_path / "files", least_free_bytes=0)
    yield made
    made.database.close()


def begun(house: House, *runs: str) -> Any:
    """The day has begun, everybody is in, and these are open, the last one now. The trainer's socket."""
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    for person in house.trainees:
        house.socket(person)
    for run in runs:
        assert "seq" in do(console, "open", f"open-{run}", run=run)
    return console


def send(house: House, person: int | None, data: bytes, place: str = "mine/page", id: str = "a1", age: int = 0) -> Any:
    address = f"/m/{house.meeting}/file/{place}?id={id}&age={age}"
    return house.client(person).post(address, data=data, content_type="application/octet-stream")


def sent(house: House, person: int, data: bytes = PHOTO, place: str = "mine/page", id: str = "a1") -> dict[str, Any]:
    reply: dict[str, Any] = send(house, person, data, place, id).get_json()
    return reply


def status(house: House, person: int | None, name: str = NAME) -> int:
    return house.client(person).get(f"/m/{house.meeting}/file/{name}").status_code


def who_sees(house: House, name: str = NAME) -> list[int]:
    return [person for person in [*house.trainers, *house.trainees] if status(house, person, name) == 200]


def kept(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "files").rglob("*") if path.is_file())


def answers(house: House, person: int, run: str = "mine") -> dict[str, Any]:
    return {cell: one["v"] for cell, one in house.view(person)["answers"].get(run, {}).items()}


# Sending


def test_a_photo_is_kept_and_is_the_answer(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    mia = house.trainees[0]
    reply = sent(house, mia, with_segment(0xE1, b"Exif\0\0 9.4981 N"))
    assert reply["value"] == {"file": NAME}
    assert answers(house, mia) == {"page": {"file": NAME}}
    assert kept(tmp_path) == [NAME]
    shown = house.client(mia).get(f"/m/{house.meeting}/file/{NAME}")
    assert shown.data == cleaned(PHOTO)[0]
    assert b"Exif" not in shown.data
    assert {name: shown.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")} == {
        "Content-Type": "image/jpeg",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=2592000, immutable",
    }
    assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(("data", "type"), [(WEBM, "audio/webm"), (MP4, "audio/mp4")], ids=["webm", "mp4"])
def test_a_recording_is_kept_and_may_be_heard_in_parts(house: House, data: bytes, type: str) -> None:
    begun(house, "mine")
    mia = house.trainees[0]
    name = sent(house, mia, data, "mine/word")["value"]["file"]
    heard = house.client(mia).get(f"/m/{house.meeting}/file/{name}", headers={"Range": "bytes=0-99"})
    assert (heard.status_code, heard.data, heard.headers["Content-Type"]) == (206, data[:100], type)


def test_the_same_sent_again_is_done_once(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    mia = house.trainees[0]
    first, again = sent(house, mia), sent(house, mia)
    assert (again["seq"], again["value"]) == (first["seq"], first["value"])
    assert kept(tmp_path) == [NAME]


def test_another_photo_takes_its_place_and_it_may_be_taken_away(house: House) -> None:
    begun(house, "mine")
    mia = house.trainees[0]
    sent(house, mia)
    sent(house, mia, OTHER, id="a2")
    assert answers(house, mia) == {"page": {"file": OTHER_NAME}}
    assert status(house, mia) == 404
    assert "seq" in do(house.socket(mia), "answer", "a3", run="mine", cell="page", value=None)
    assert (answers(house, mia), status(house, mia, OTHER_NAME)) == ({}, 404)


HOSTILE = {
    "SVG as JPEG": (SVG, "not-a-photo"),
    "SVG behind the first bytes of a JPEG": (b"\xff\xd8\xff" + SVG, "not-a-photo"),
    "broken off": (PHOTO[:-50], "not-whole"),
    "a recording in the place of a photo": (WEBM, "not-a-photo"),
    "nothing": (b"", "not-a-photo"),
    "300 KB": (PHOTO + bytes(300 * 1024), "too-large"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_photo_is_refused_with_a_sentence_and_not_kept(
    house: House, tmp_path: Path, data: bytes, code: str
) -> None:
    begun(house, "mine")
    reply = sent(house, house.trainees[0], data)
    assert (reply["refused"], reply["why"][-1]) == (code, ".")
    assert kept(tmp_path) == []
    assert answers(house, house.trainees[0]) == {}


def test_of_a_photo_that_is_something_else_too_only_the_photo_is_kept(house: House) -> None:
    begun(house, "mine")
    sent(house, house.trainees[0], PHOTO + zipped(SVG))
    assert house.client(house.trainees[0]).get(f"/m/{house.meeting}/file/{NAME}").data == cleaned(PHOTO)[0]


def test_twenty_megabytes_are_not_even_read(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    assert send(house, house.trainees[0], bytes(20_000_000)).status_code == 413
    assert send(house, house.trainees[0], bytes(600 * 1024)).status_code == 413
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("mine/left", "not-a-number"),
        ("mine/other", "no-such-field"),
        ("mine/page/1/x", "no-such-field"),
        ("again/page", "not-open"),
        ("elsewhere/page", "no-such-activity"),
        ("mine/word", "not-a-recording"),
    ],
)
def test_a_file_goes_only_into_an_open_field_for_it(house: House, tmp_path: Path, place: str, code: str) -> None:
    begun(house, "mine")
    assert sent(house, house.trainees[0], place=place)["refused"] == code
    assert kept(tmp_path) == []


def test_a_file_needs_an_id_and_a_person_of_the_meeting(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    assert sent(house, house.trainees[0], id="")["refused"] == "no-id"
    assert sent(house, house.trainers[0])["refused"] == "trainers-do-not-answer"
    assert send(house, house.stranger, PHOTO).status_code == 404
    assert send(house, None, PHOTO).status_code in (302, 401, 409)
    assert kept(tmp_path) == []


def test_without_the_token_of_our_page_nothing_is_taken(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    house.app.config["WTF_CSRF_ENABLED"] = True
    assert send(house, house.trainees[0], PHOTO).status_code == 400
    assert kept(tmp_path) == []
    client = house.client(house.trainees[0])
    token = client.get(f"/m/{house.meeting}/file-token").get_json()["token"]
    address = f"/m/{house.meeting}/file/mine/page?id=a1"
    assert "seq" in client.post(address, data=PHOTO, headers={"X-CSRFToken": token}).get_json()


def test_nobody_can_point_to_a_file_instead_of_sending_it(house: House) -> None:
    begun(house, "mine")
    sent(house, house.trainees[0])
    reply = do(house.socket(house.trainees[1]), "answer", "b1", run="mine", cell="page", value={"file": NAME})
    assert reply["refused"] == "not-a-photo"
    assert status(house, house.trainees[1]) == 404


def test_on_a_full_disk_it_is_said_and_the_phone_keeps_it(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    house.app.extensions["files"] = FileStore(tmp_path / "files", least_free_bytes=1 << 60)
    reply = sent(house, house.trainees[0])
    assert (reply["again"], "no room" in reply["why"]) == (True, True)
    assert (kept(tmp_path), answers(house, house.trainees[0])) == ([], {})
    house.app.extensions["files"] = FileStore(tmp_path / "files", least_free_bytes=0)
    assert "seq" in sent(house, house.trainees[0])


# Looking


def test_my_photo_is_seen_by_me_and_the_trainers(house: House) -> None:
    begun(house, "mine")
    sent(house, house.trainees[2])
    assert who_sees(house) == [*house.trainers, house.trainees[2]]
    assert (status(house, house.stranger), status(house, None)) == (404, 302)


def test_a_photo_of_a_reflection_is_seen_by_nobody_else(house: House) -> None:
    begun(house, "myself")
    sent(house, house.trainees[2], place="myself/face")
    assert who_sees(house) == [house.trainees[2]]


def groups(house: House) -> dict[str, list[int]]:
    return {group.id: list(group.members) for group in house.live.runner.room(house.meeting).state.groups}


def test_a_photo_of_my_group_is_seen_by_my_group_also_when_i_have_left_it(house: House) -> None:
    console = begun(house, "stall")
    sitting = groups(house)
    sent(house, sitting["g1"][0], place="label-sheet/label")
    assert who_sees(house) == sorted([*house.trainers, *sitting["g1"]])
    do(console, "move", "t9", person=sitting["g1"][1], group="g2")
    assert groups(house)["g2"] != sitting["g2"]
    assert status(house, sitting["g1"][1]) == 200


def test_all_see_a_photo_while_its_group_reports(house: House) -> None:
    console = begun(house, "stall")
    sitting = groups(house)
    sent(house, sitting["g1"][0], place="label-sheet/label")
    sent(house, sitting["g2"][0], OTHER, "label-sheet/label")
    do(console, "close", "t8", run="stall")
    assert who_sees(house) == sorted([*house.trainers, *sitting["g1"]])
    assert "seq" in do(console, "report", "t9", run="stall", order=["g1", "g2"])
    everybody = sorted([*house.trainers, *house.trainees])
    assert (who_sees(house), who_sees(house, OTHER_NAME)) == (everybody, sorted([*house.trainers, *sitting["g2"]]))
    assert house.view(house.trainees[0])["now"]["report"]["fields"][0]["value"] == {"file": NAME}
    do(console, "report_next", "t10", run="stall")
    assert (who_sees(house, OTHER_NAME), who_sees(house)) == (everybody, sorted([*house.trainers, *sitting["g1"]]))


def test_all_see_what_hangs_on_the_wall_until_it_is_taken_down(house: House) -> None:
    console = begun(house, "stall")
    sitting = groups(house)
    sent(house, sitting["g1"][0], place="label-sheet/label")
    do(console, "close", "t8", run="stall")
    assert "seq" in do(console, "open", "t9", run="wall")
    assert who_sees(house) == sorted([*house.trainers, *house.trainees])
    assert "seq" in do(console, "take_out", "t10", run="wall", key="g1", out=True)
    assert who_sees(house) == sorted([*house.trainers, *sitting["g1"]])


def test_a_photo_stays_on_its_sheet_and_is_not_offered_to_the_next(house: House) -> None:
    console = begun(house, "mine")
    sent(house, house.trainees[0])
    do(console, "close", "t8", run="mine")
    assert "seq" in do(console, "open", "t9", run="again")
    assert "offer" not in house.view(house.trainees[0]).get("taken", {}).get("again", {})


def test_after_a_restart_all_is_as_it_was(house: House, tmp_path: Path) -> None:
    begun(house, "mine")
    sent(house, house.trainees[0])
    house.live.runner._rooms.clear()
    assert who_sees(house) == [*house.trainers, house.trainees[0]]


@pytest.mark.promise("C5")
def test_a_photo_for_the_question_that_is_asked_anew_is_kept_and_both_are_shown(house: House, courses: Path) -> None:
    one, other = house.trainees[:2]
    console = begun(house, "mine")
    assert "seq" in sent(house, one)
    do(console, "end", "t9")
    file = courses / "books" / "day-1.md"
    before = file.read_text()
    head = "worksheet | mine\n    time: 10m\n"
    new = before.replace(head, f"{head}    on-change: reset\n")
    file.write_text(new.replace("What is left? `money`", "What is left? `money` = 5"))
    house.database.write(lambda session: curriculum.publish(session, courses))
    file.write_text(before)
    house.live.watch.look(house.live.runner.rooms())
    assert sent(house, one, OTHER, id="a2")["refused"] == "other-question"
    assert "seq" in sent(house, one, OTHER, "mine~1/page", "a3")
    seen = [[status(house, who, name) for name in (NAME, OTHER_NAME)] for who in (one, other)]
    assert seen == [[200, 200], [404, 404]]

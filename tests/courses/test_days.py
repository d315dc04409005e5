"""What every module of every course keeps, so that a tired trainer can rely on it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from app.curriculum.library import Course
from tests.courses.modules import BY_NAME, CHECKED, DAYS, LIBRARY, every, published, top
from tests.courses.reading import COURSES

FOR_THE_TRAINER = frozenset({"script", "facilitator"})


def entries(html: str) -> int:
    return html.count("<li>")


@pytest.mark.promise("C3")
@pytest.mark.parametrize("name", BY_NAME)
def test_the_checker_has_nothing_to_say(name: str) -> None:
    course, module = BY_NAME[name]
    assert [fault.said(name) for fault in CHECKED[course.slug][module].faults] == []


@pytest.mark.promise("C12")
@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.slug)
def test_a_course_has_seven_days_and_a_test_of_ten_questions(course: Course) -> None:
    assert [name for name in course.modules if name.startswith("day-")] == [f"day-{n}" for n in range(1, 8)]
    questions = [block for block in every(published(f"{course.slug}/assessment")) if block["type"] == "activity"]
    assert len(questions) == 10
    assert {block["grammar"] for block in questions} <= {
        "choices",
        "numbers",
        "accepted",
        "gaps",
        "steps",
        "pairs",
        "bins",
    }


@pytest.mark.promise("C7")
@pytest.mark.parametrize("name", DAYS)
def test_the_minutes_make_three_hours_with_one_break(name: str) -> None:
    day = published(name)
    assert sum(block["options"]["time"] for block in top(day)) == day["duration"] == 3 * 60 * 60
    assert [block["options"]["time"] for block in top(day) if block["kind"] == "break"] == [15 * 60]


@pytest.mark.parametrize("name", DAYS)
def test_the_break_stands_near_the_middle(name: str) -> None:
    blocks = top(published(name))
    at = next(n for n, block in enumerate(blocks) if block["kind"] == "break")
    assert 60 <= sum(block["options"]["time"] for block in blocks[:at]) / 60 <= 110


@pytest.mark.parametrize("name", DAYS)
def test_the_steps_of_a_group_fill_its_time(name: str) -> None:
    groups = [block for block in top(published(name)) if block["type"] == "group" and block["kind"] != "quiz"]
    assert {block["id"]: sum(step["seconds"] for step in block["notes"]["steps"]) for block in groups} == {
        block["id"]: block["options"]["time"] for block in groups
    }


@pytest.mark.promise("L27")
@pytest.mark.parametrize("name", DAYS)
def test_a_trainer_is_told_what_to_say_and_what_to_look_for(name: str) -> None:
    untold = [
        block["id"]
        for block in every(published(name))
        if block["kind"] != "break" and not set(block["notes"]) >= FOR_THE_TRAINER
    ]
    assert untold == []


@pytest.mark.parametrize("name", DAYS)
def test_a_day_says_what_it_is_for_and_ends_with_a_promise(name: str) -> None:
    day = published(name)
    assert 3 <= entries(day["objectives"]) <= 6
    assert 4 <= entries(day["keypoints"]) <= 7
    assert day["welcome"]
    assert "materials" in day["notes"]
    assert top(day)[-1]["kind"] in {"plan", "gallery", "reflection"}


@pytest.mark.parametrize("name", DAYS)
def test_each_activity_has_a_title_that_fits_on_a_phone(name: str) -> None:
    titles = [block["title"] for block in top(published(name))]
    assert [title for title in titles if not 0 < len(title) <= 48] == []
    assert [title for title, times in Counter(titles).items() if times > 1] == []


@pytest.mark.parametrize("name", BY_NAME)
def test_every_answer_has_its_reason(name: str) -> None:
    """Each option, and each number or word an author foresaw, says why it is right or how one comes to it."""
    silent = [
        f"{block['id']}/{item['key']}"
        for block in every(published(name))
        if block.get("grammar") in {"choices", "numbers", "accepted"}
        for item in block["items"]
        if not item.get("feedback")
    ]
    assert silent == []


@pytest.mark.parametrize("name", BY_NAME)
def test_the_right_option_stands_in_no_habitual_place(name: str) -> None:
    singles = [block for block in every(published(name)) if block["kind"] == "single"]
    places = Counter(next(at for at, item in enumerate(block["items"]) if item["right"]) for block in singles)
    longest = sum(
        max(block["items"], key=lambda item: len(re.sub(r"<[^>]+>", "", item["html"])))["right"] for block in singles
    )
    if len(singles) >= 3:
        assert max(places.values()) <= (len(singles) + 1) // 2 + (len(singles) > 5)
        assert longest <= (len(singles) + 1) // 2


@pytest.mark.promise("C2")
@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.slug)
def test_each_course_uses_what_the_notation_offers(course: Course) -> None:
    used = {block["kind"] for name in DAYS if name.startswith(f"{course.slug}/") for block in every(published(name))}
    assert {
        *("single", "numeric", "order", "match", "gaps", "text", "sort", "poll", "scale", "board"),
        *("worksheet", "reflection", "plan", "gallery", "briefing", "break", "quiz", "breakout", "case", "roleplay"),
    } - used == set()


DRAWINGS = sorted(COURSES.glob("*/media/*"))


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: f"{file.parent.parent.name}/{file.name}")
def test_a_drawing_is_small_quiet_and_used(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert file.suffix == ".svg"
    assert file.stat().st_size < 30_000
    assert not re.search(r"<script|\bon\w+=|href=[\"'](?!#)|@import|<image|<foreignObject", text)
    used = [module for module in file.parent.parent.glob("*.md") if f"(media/{file.name}" in module.read_text()]
    assert used

"""The rounds of a pattern over the wire: which sheets open for whom, and what a phone may fetch beside its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.live import telling
from app.live.events import Happened, SheetKept
from app.sheets import SheetKey
from tests.live.house import House, build
from tests.live.test_sockets import ask, do
from tests.live.workshop import on_visit
from tests.sheets.builders import Phone

CARD = """\
id: tin_box
title: The tin box
summary: Where does the money go?
language: en
days:
  - id: day-1
    title: The tin
"""
HEAD = "---\nid: day-1\nday: 1\ntitle: The tin\nduration: 30m\n---\n"


def work(id: str, pattern: str, steps: int, *sheets: str) -> str:
    """A breakout of ten minutes with one field in each of these worksheets."""
    each = "".join(f"//// worksheet | {one}\n\n- {one}-is) One line `text`\n\n////\n\n" for one in sheets)
    told = "".join(f"{place}. (2m) Step.\n" for place in range(1, steps)) + f"{steps}. ({12 - 2 * steps}m) Step.\n"
    head = f"\n## {id}\n\n///// breakout | {id}\n    time: 10m\n    pattern: {pattern}\n\nTalk.\n\n"
    return f"{head}/// steps\n\n{told}\n///\n\n{each}/////\n"


DAY = HEAD + "".join(
    (
        work("line", "1-2-4-all", 4, "line-sheet"),
        work("price", "jigsaw", 3, "cost", "rivals", "ours"),
        work("label", "gallery", 3, "label-sheet", "word"),
    )
)


@pytest.fixture
def house(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.getbasetemp() / "patterns" / "courses"
    if not folder.exists():  # the same in all tests of this file, so that it is published once
        (folder / "tin_box").mkdir(parents=True)
        (folder / "facts.yml").write_text("")
        (folder / "tin_box" / "course.yml").write_text(CARD)
        (folder / "tin_box" / "day-1.md").write_text(DAY)
    made = build(tmp_path, trainees=8, courses=folder, day=("tin_box", "day-1"))
    yield made
    made.database.close()


def begun(house: House, run: str) -> Any:
    """All phones are here and the activity is open; the trainer's console."""
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    for person in house.trainees:
        house.socket(person)
    assert "seq" in do(console, "open", "t2", run=run)
    return console


def goes_on(console: Any, run: str, id: str = "t3") -> None:
    assert "seq" in do(console, "next_round", id, run=run)


def groups(house: House) -> dict[str, tuple[int, ...]]:
    return {group.id: group.members for group in house.live.runner.room(house.meeting).state.groups}


def of(house: House, person: int) -> str:
    return next(id for id, members in groups(house).items() if person in members)


def join(house: House, person: int, run: str, group: str) -> Any:
    """What she hears who opens this shared sheet: whether she may write in it, or why she may not see it."""
    reply = ask(house.socket(person), "sheet_join", {"run": run, "group": group})
    return reply.get("refused", reply.get("open"))


def write(house: House, person: int, run: str, group: str, words: str) -> dict[str, Any]:
    edit = Phone(person, SheetKey(house.meeting, run, group)).writes(words, f"{run}-is")
    message = {"run": run, "group": group, "id": edit.client_id, "age": 0, "update": edit.update}
    reply: dict[str, Any] = ask(house.socket(person), "sheet_update", message)
    return reply


def beside(house: House, person: int, run: str, who: str) -> Any:
    """The cells, or the status that refuses them."""
    reply = house.client(person).get(f"/m/{house.meeting}/beside/{run}/{who}")
    return reply.get_json()["cells"] if reply.status_code == 200 else reply.status_code


def test_alone_nobody_opens_the_sheet_of_her_four_and_in_pairs_that_of_the_pair_only(house: House) -> None:
    console = begun(house, "line")
    one = house.trainees[0]
    four = of(house, one)
    assert join(house, one, "line-sheet", four) == "not-found"
    assert write(house, one, "line-sheet", four, "too early")["refused"] == "not-found"
    goes_on(console, "line")
    assert [join(house, one, "line-sheet", group) for group in (four, of(house, one))] == ["not-found", True]


def test_an_expert_opens_the_sheet_of_her_topic_to_write_and_later_to_read(house: House) -> None:
    console = begun(house, "price")
    one = groups(house)["g1"][0]
    runs = ("cost", "rivals", "ours")
    assert [join(house, one, run, "g1") for run in runs] == [True, "not-found", "not-found"]
    assert "ok" in write(house, one, "cost", "g1", "40 rupees")
    goes_on(console, "price")
    mine = of(house, one)
    assert [join(house, one, "cost", "g1"), join(house, one, "ours", mine)] == [False, True]


@pytest.mark.promise("B6")
@pytest.mark.promise("C4")
def test_the_sheets_of_all_topics_are_read_in_the_mixed_groups_and_not_before(house: House) -> None:
    console = begun(house, "price")
    for group, run in (("g1", "cost"), ("g2", "rivals")):
        assert "ok" in write(house, groups(house)[group][0], run, group, f"words of {group}")
    goes_on(console, "price", "t3")
    do(console, "undo", "t4", seq=house.live.runner.room(house.meeting).state.acts[-1].seq)
    assert [beside(house, person, "cost", "g1") for person in house.trainees] == [404] * 8
    goes_on(console, "price", "t5")
    for person in house.trainees:
        assert beside(house, person, "cost", "g1") == {"cost-is": {"text": "words of g1"}}
        assert beside(house, person, "rivals", "g2") == {"rivals-is": {"text": "words of g2"}}
    assert beside(house, house.stranger, "cost", "g1") == 404


@pytest.mark.promise("B6")
def test_on_a_visit_one_reads_that_sheet_and_the_authors_read_what_was_left_at_the_end(house: House) -> None:
    console = begun(house, "label")
    one, other = groups(house)["g1"][0], groups(house)["g2"][0]
    assert "ok" in write(house, other, "label-sheet", "g2", "Leela's tea")
    assert beside(house, one, "label-sheet", "g2") == 404
    goes_on(console, "label", "t3")
    assert beside(house, one, "label-sheet", "g2") == {"label-sheet-is": {"text": "Leela's tea"}}
    assert join(house, other, "label-sheet", "g2") is False
    assert "ok" in write(house, one, "word", "g1v1", "Add a price.")
    assert [beside(house, person, "word", "g1v1") for person in (one, other)] == [404, 404]
    goes_on(console, "label", "t4")
    assert beside(house, other, "word", "g1v1") == {"word-is": {"text": "Add a price."}}
    assert beside(house, one, "word", "g1v1") == 404
    assert join(house, other, "label-sheet", "g2") is True


@pytest.mark.promise("L14")
def test_late_words_in_a_visited_sheet_are_told_to_its_visitors() -> None:
    state = on_visit().state
    kept = Happened(state.seq + 1, state.runs["label"].opened_at, None, SheetKept("label-sheet", "g2", {}, "soft"))
    assert telling.named_by(kept, state, state) == {person for group in state.groups for person in group.members}
    third = Happened(state.seq + 1, state.runs["label"].opened_at, None, SheetKept("word", "g2v1", {}, "soft"))
    assert telling.named_by(third, state, state) == set(state.group("g2v1").members)  # type: ignore[union-attr]

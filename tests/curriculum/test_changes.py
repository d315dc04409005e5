"""What an edit does to answers: every row of the table, and random edits that must lose nothing."""

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.activities.contract import Veil
from app.activities.registry import KINDS
from app.curriculum.changes import Change, Fate, Standing, Wording, changes
from app.curriculum.compile import compiled
from app.curriculum.model import Accepted, Activity, Choice, Group, Module, Range
from app.curriculum.renames import activities, names, renamed, through
from tests.curriculum.samples import a_day, a_shelf, checked
from tests.curriculum.test_random_modules import modules

SHELF = a_shelf(kinds=KINDS)
QUESTION = """
    ## Books

    //// single | books
        time: 1m

    Which book?

    - [x] cash) The cash book
    - [ ] credit) The credit book

    ////
    """
BINS = """
    ## Signs

    //// sort | signs
        time: 5m

    Put each sign where it belongs.

    - early) Early sign
        - buyers) Buyers order less
        - meeting) Members skip the meeting
    - late) Late sign
        - power) Electricity cut

    ////
    """
SHEET = """
    ## Sheet

    //// worksheet | sheet
        time: 5m

    Fill it in.

    - income) Money in `money` = 1450
    - risk) How risky? `choice`
        - low) Low
        - high) High

    ////
    """


def published(text: str, front: str = "") -> dict[str, Any]:
    source = a_day(text).replace("duration: 5m\n", f"duration: 5m\n{front}")
    found = checked(source, kinds=KINDS)
    assert found.module is not None, [fault.said("") for fault in found.faults]
    return compiled(found.module, SHELF)


def after(text: str, *edits: tuple[str, str], front: str = "") -> tuple[Change, ...]:
    """What becomes of the only activity of this text after these edits."""
    new = text
    for old, other in edits:
        assert old in new
        new = new.replace(old, other)
    return changes(published(text), published(new, front))


def same(**other: Any) -> Change:
    usual: dict[str, Any] = {
        "id": "books", "kind": "single", "title": "Books", "standing": Standing.SAME, "fate": Fate.KEPT,
    }  # fmt: skip
    return Change(**usual | other)


def told(place: str, before: str, now: str) -> tuple[Wording, ...]:
    return (Wording(place, before, now),)


@pytest.mark.promise("C5")
def test_what_was_not_touched_is_the_same() -> None:
    assert after(QUESTION) == (same(),)


@pytest.mark.promise("C5")
def test_other_words_keep_the_answers_whatever_the_author_says_of_changes() -> None:
    words = told("items/cash", "The cash book", "Cash book")
    assert after(QUESTION, ("The cash book", "Cash book")) == (same(standing=Standing.WORDS, wording=words),)
    reset = after(QUESTION, ("The cash book", "Cash book"), ("time: 1m", "time: 1m\n        on-change: reset"))
    assert reset == (same(standing=Standing.WORDS, on_change="reset", wording=words),)


MOVED = [("- [x] cash)", "- [ ] cash)"), ("- [ ] credit)", "- [x] credit)")]


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("said", "fate"),
    [("keep", Fate.KEPT), ("regrade", Fate.REGRADED), ("reset", Fate.SET_ASIDE)],
)
def test_another_right_answer_does_what_on_change_says(said: str, fate: Fate) -> None:
    (change,) = after(QUESTION, *MOVED, ("time: 1m", f"time: 1m\n        on-change: {said}"))
    words = (Wording("items/cash/right", "[x]", "[ ]"), Wording("items/credit/right", "[ ]", "[x]"))
    assert change == same(standing=Standing.KEY, fate=fate, on_change=said, wording=words)
    assert change.warnings == ()


@pytest.mark.promise("C5")
def test_without_a_word_answers_stay_marked_as_they_were_and_the_author_is_warned() -> None:
    (change,) = after(QUESTION, *MOVED)
    assert (change.standing, change.fate, change.warnings) == (Standing.KEY, Fate.KEPT, ("key-changed",))
    assert change.lines == ("    on-change: regrade", "    on-change: reset", "    on-change: keep")


@pytest.mark.promise("C5")
def test_a_renamed_activity_and_a_renamed_key_are_the_same_question() -> None:
    (change,) = after(
        QUESTION, ("| books", "| which-book"), ("time: 1m", "time: 1m\n        was: books"),
        ("cash) The", "flow) was cash) The"),
    )  # fmt: skip
    assert change == same(id="which-book", was="books", renamed=(("cash", "flow"),))


@pytest.mark.promise("C5")
def test_a_key_that_went_leaves_answers_without_words_and_one_that_came_is_told() -> None:
    (change,) = after(QUESTION, ("credit) The credit book", "till) The till"))
    assert (change.standing, change.fate) == (Standing.ITEMS, Fate.KEPT)
    assert (change.lost, change.added, change.warnings) == (("credit",), ("till",), ("key-vanished",))


@pytest.mark.promise("C5")
def test_what_is_gone_is_told_unless_it_was_retired() -> None:
    other = ("| books", "| tills")
    new = same(id="tills", standing=Standing.NEW)
    gone = same(standing=Standing.GONE, fate=Fate.WORDLESS)
    assert after(QUESTION, other) == (new, gone)
    assert (gone.warnings, gone.lines) == (("id-vanished",), ("    was: books", "retired: [books]"))
    retired = same(standing=Standing.RETIRED, fate=Fate.WORDLESS)
    assert after(QUESTION, other, front="retired: [books]\n") == (new, retired)
    assert (retired.warnings, retired.lines) == ((), ())


@pytest.mark.promise("C5")
def test_another_kind_under_the_same_id_is_another_question() -> None:
    (change,) = after(QUESTION, ("single |", "multiple |"))
    assert (change.standing, change.fate) == (Standing.KIND, Fate.SET_ASIDE)


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("edit", "standing"),
    [
        (("power) Electricity cut", "power) No electricity"), Standing.WORDS),
        (("buyers) Buyers", "fewer) was buyers) Buyers"), Standing.SAME),
        (("early) Early", "soon) was early) Early"), Standing.SAME),
        (("        - power) Electricity cut", "        - power) Electricity cut\n        - rent) Rent is late"),
         Standing.KEY),
    ],
)  # fmt: skip
def test_cards_and_bins_may_be_renamed(edit: tuple[str, str], standing: Standing) -> None:
    (change,) = after(BINS, edit)
    assert change.standing is standing


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("edit", "standing"),
    [
        (("- low) Low", "- little) was low) Low"), Standing.SAME),
        (("- low) Low", "- low) Low\n        - none) None"), Standing.ITEMS),
        (("= 1450", "= 1540"), Standing.KEY),
        (("income) Money", "sales) was income) Money"), Standing.SAME),
    ],
)
def test_fields_and_the_choices_in_them_have_names_too(edit: tuple[str, str], standing: Standing) -> None:
    (change,) = after(SHEET, edit)
    assert change.standing is standing


@pytest.mark.promise("C5")
def test_the_cells_of_a_table_follow_its_name_and_those_of_its_columns() -> None:
    table = [{"key": "costs", "field": "table", "items": [{"key": "what"}, {"key": "rupees"}]}]
    later = [{"key": "money-out", "was": "costs", "field": "table", "items": [{"key": "what"}]}]
    before, after = ({"blocks": [{"type": "activity", "id": "sheet", "kind": "worksheet", "grammar": "fields",
                                  "options": {}, "items": items}]} for items in (table, later))  # fmt: skip
    (block,), items = before["blocks"], names(before, after)["sheet"].items
    assert renamed({"costs/r1/what": {"text": "Rent"}, "costs/r1/rupees": 500}, block, items) == {
        "money-out/r1/what": {"text": "Rent"}
    }


@pytest.mark.promise("C5")
def test_names_are_followed_through_versions() -> None:
    first, second, third = (
        published(QUESTION.replace("| books", f"| {id}").replace("time: 1m", f"time: 1m{was}"))
        for id, was in (("books", ""), ("ledgers", "\n        was: books"), ("accounts", "\n        was: ledgers"))
    )
    assert names(first, third) == {}
    assert {old: place.id for old, place in through([first, second, third]).items()} == {"books": "accounts"}
    assert {old: place.id for old, place in names(second, first).items()} == {"ledgers": "books"}  # taken back


# --- random edits ---


slow = settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def answers_to(block: Mapping[str, Any], dice: Any) -> tuple[dict[str, Any], Any]:
    """(an answer as it is kept, its mark)."""
    kind, veil = KINDS[block["kind"]], Veil("seed")
    config = kind.parse(block)
    answer = dict(kind.accept(config, veil, cell, value) for cell, value in kind.sample(config, veil, dice))
    return answer, kind.mark(config, answer)


def with_words(value: Any, draw: Any) -> Any:
    """The same JSON with other words in every place that people read."""
    if isinstance(value, list):
        return [with_words(one, draw) for one in value]
    if not isinstance(value, dict):
        return value
    readable = {"html", "prompt", "title", "feedback", "explain", "model", "hint"}
    return {
        name: f"{one} {draw()}" if name in readable and isinstance(one, str) else with_words(one, draw)
        for name, one in value.items()
    }


@pytest.mark.promise("C5")
@slow
@given(modules(), st.randoms(use_true_random=False))
def test_other_words_never_change_what_an_answer_counts_for(module: Module, dice: Any) -> None:
    before = compiled(module, SHELF)
    edited = with_words(before, lambda: dice.choice(("tin", "പണം", "₹5")))
    assert {change.fate for change in changes(before, edited)} == {Fate.KEPT}
    assert {change.standing for change in changes(before, edited)} <= {Standing.SAME, Standing.WORDS}
    for old, new in zip(activities(before), activities(edited), strict=True):
        answer, mark = answers_to(old, dice)
        moved = renamed(answer, old, names(before, edited)[old["id"]].items)
        assert moved == answer
        assert KINDS[new["kind"]].mark(KINDS[new["kind"]].parse(new), moved) == mark


def with_other_names(module: dict[str, Any], fresh: Any) -> dict[str, Any]:
    """The same module; every second id and key has a new name and says what it was."""
    new = copy.deepcopy(module)
    for block in activities(new):
        assert isinstance(block, dict)
        if fresh.flip():
            block["options"]["was"], block["id"] = block["id"], fresh.name()
        names_now: dict[str, str] = {}  # a card that stands in two bins has one name
        for item in block["items"]:
            inner = [(f"{item['key']}/", one) for one in item.get("items", ())]
            for place, one in [("", item), *(("", card) for card in item.get("cards", ())), *inner]:
                old = one["key"]
                one["key"] = names_now.setdefault(place + old, fresh.name() if fresh.flip() else old)
                if one["key"] != old:
                    one["was"] = old
    return new


class Fresh:
    """Names that nobody has had."""

    def __init__(self, dice: Any) -> None:
        self._dice, self._count = dice, 0

    def flip(self) -> bool:
        return bool(self._dice.random() < 0.5)

    def name(self) -> str:
        self._count += 1
        return f"renamed-{self._count}"


@pytest.mark.promise("C5")
@slow
@given(modules(), st.randoms(use_true_random=False))
def test_other_names_that_say_what_they_were_lose_nothing(module: Module, dice: Any) -> None:
    before = compiled(module, SHELF)
    between = with_other_names(before, fresh := Fresh(dice))
    edited = with_other_names(between, fresh)
    followed = through([before, between, edited])
    for change in changes(before, edited, followed):
        assert (change.standing, change.fate, change.lost, change.added) == (Standing.SAME, Fate.KEPT, (), ())
    now = {block["id"]: block for block in activities(edited)}
    for old in activities(before):
        place = followed[old["id"]]
        answer, mark = answers_to(old, dice)
        moved = renamed(answer, old, place.items)
        assert len(moved) == len(answer)
        assert renamed(moved, now[place.id], {new: old for old, new in place.items.items()}) == answer
        kind = KINDS[now[place.id]["kind"]]
        again = kind.mark(kind.parse(now[place.id]), moved)
        assert (again and again.score) == (mark and mark.score)


@pytest.mark.promise("C5")
@slow
@given(modules(), st.randoms(use_true_random=False))
def test_the_same_grading_is_the_same_question(module: Module, dice: Any) -> None:
    """Where nothing is renamed, the comparison and the stored hash say the same."""
    edited = replace(module, blocks=tuple(_edited(block, dice) for block in module.blocks))
    before, now = compiled(module, SHELF), compiled(edited, SHELF)
    was = {block["id"]: block["grading"] for block in activities(before)}
    is_now = {block["id"]: block["grading"] for block in activities(now)}
    stands = {change.id: change.standing in (Standing.SAME, Standing.WORDS) for change in changes(before, now)}
    assert stands == {id: was[id] == is_now[id] for id in was}


def _edited(block: Any, dice: Any) -> Any:
    """Items the other way round, one of them gone, or another one right."""
    if isinstance(block, Group):
        return replace(block, activities=tuple(_edited(one, dice) for one in block.activities))
    if not isinstance(block, Activity) or not block.items or dice.random() < 0.3:
        return block
    items = list(block.items)
    match dice.randint(1, 3):
        case 1:
            items.reverse()
        case 2:
            items.pop()
        case _ if isinstance(items[0], Choice | Range | Accepted):
            items[0] = replace(items[0], is_right=not items[0].is_right)
    return replace(block, items=tuple(items))

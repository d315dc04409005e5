"""What has become of answers: they walk from their own version to the current one, and each step does what it says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import curriculum
from app.activities.contract import Veil
from app.activities.registry import KINDS
from app.curriculum.changes import Fate
from app.curriculum.compile import compiled
from app.curriculum.model import Module
from app.curriculum.outcomes import Edition, Outcome, outcomes
from app.curriculum.queries import editions, last_publication
from app.curriculum.renames import activities, renamed
from app.db import Database
from app.errors import Rejected
from tests.builders import a_database
from tests.curriculum.folders import a_folder, edit
from tests.curriculum.test_changes import BINS, QUESTION, SHELF, _edited, answers_to, published, slow
from tests.curriculum.test_random_modules import modules

FIRST = datetime(2026, 11, 22, tzinfo=UTC)
KEYS = {"cash": "cash", "credit": "credit"}


def day(number: int) -> datetime:
    """When version `number` was published, counted from 1."""
    return FIRST + timedelta(days=number - 1)


def way(*texts: str) -> list[Edition]:
    """Versions v1, v2 … of these texts, a day after one another."""
    return [Edition(f"v{n}", day(n), published(text)) for n, text in enumerate(texts, start=1)]


def asking(right: str, on_change: str = "", text: str = QUESTION) -> str:
    """The question with this right answer."""
    text = text.replace("- [x] cash)", "- [ ] cash)").replace(f"- [ ] {right})", f"- [x] {right})")
    return text.replace("time: 1m", f"time: 1m\n        on-change: {on_change}") if on_change else text


def of_books(*texts: str) -> Outcome:
    return outcomes(way(*texts))["books"]


@pytest.mark.promise("C5")
def test_without_another_version_answers_are_what_they_were() -> None:
    assert of_books(QUESTION) == Outcome(Fate.KEPT, "v1", "books", KEYS)


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("on_change", "outcome"),
    [
        ("", Outcome(Fate.KEPT, "v1", "books", KEYS)),
        ("keep", Outcome(Fate.KEPT, "v1", "books", KEYS)),
        ("regrade", Outcome(Fate.REGRADED, "v2", "books", KEYS, day(2))),
        ("reset", Outcome(Fate.SET_ASIDE, "v2", "books", KEYS, day(2))),
    ],
)
def test_another_right_answer_does_what_its_version_says(on_change: str, outcome: Outcome) -> None:
    assert of_books(QUESTION, asking("credit", on_change)) == outcome


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("second", "third", "outcome"),
    [
        ("regrade", "keep", Outcome(Fate.REGRADED, "v2", "books", KEYS, day(2))),
        ("keep", "regrade", Outcome(Fate.REGRADED, "v3", "books", KEYS, day(3))),
        ("regrade", "regrade", Outcome(Fate.REGRADED, "v3", "books", KEYS, day(3))),
        ("regrade", "reset", Outcome(Fate.SET_ASIDE, "v3", "books", KEYS, day(3))),
        ("reset", "keep", Outcome(Fate.SET_ASIDE, "v2", "books", KEYS, day(2))),
        ("reset", "regrade", Outcome(Fate.SET_ASIDE, "v3", "books", KEYS, day(2))),
        ("reset", "reset", Outcome(Fate.SET_ASIDE, "v3", "books", KEYS, day(2))),
    ],
)
def test_each_answer_walks_version_by_version(second: str, third: str, outcome: Outcome) -> None:
    """What was set aside stays so since the day it was; the question asked instead is that of the last change."""
    assert of_books(QUESTION, asking("credit", second), asking("cash", third)) == outcome


@pytest.mark.promise("C5")
def test_on_change_says_nothing_where_only_words_changed() -> None:
    words = asking("credit", "regrade").replace("The credit book", "The udhaar book")
    assert of_books(QUESTION, asking("credit", "regrade"), words).content == "v2"


@pytest.mark.promise("C5")
def test_names_are_followed_to_where_the_answer_is_marked() -> None:
    renamed = QUESTION.replace("| books", "| ledgers").replace("time: 1m", "time: 1m\n        was: books")
    renamed = renamed.replace("cash) The", "flow) was cash) The")
    moved = renamed.replace("[x] flow", "[ ] flow").replace("[ ] credit", "[x] credit")
    moved = moved.replace("was: books", "was: books\n        on-change: regrade")
    keys = {"cash": "flow", "credit": "credit"}
    assert of_books(QUESTION, renamed, moved) == Outcome(Fate.REGRADED, "v3", "ledgers", keys, day(3))


@pytest.mark.promise("C5")
def test_what_is_gone_stays_as_it_stood() -> None:
    assert of_books(QUESTION, asking("credit", "regrade"), BINS) == Outcome(
        Fate.REGRADED, "v2", "books", KEYS, day(2)
    )  # fmt: skip
    assert of_books(QUESTION, BINS, asking("credit", "regrade")) == Outcome(Fate.KEPT, "v1", "books", KEYS)


@pytest.mark.promise("C5")
def test_another_kind_sets_aside_unless_it_is_kept() -> None:
    other = QUESTION.replace("single |", "multiple |")
    assert of_books(QUESTION, other).fate is Fate.SET_ASIDE
    assert of_books(QUESTION, other.replace("time: 1m", "time: 1m\n        on-change: keep")).fate is Fate.KEPT


# ---- what was published


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


def publish(database: Database, folder: Path, *edits: tuple[str, str], at: datetime = FIRST) -> str:
    for old, new in edits:
        edit(folder / "tin_box" / "day-1.md", old, new)
    done = database.write(lambda session: curriculum.publish(session, folder, at))
    return next(one.hash for one in done if one.module == "day-1") or ""


def followed(database: Database, version: str) -> list[Any]:
    with database.read() as session:
        return [(one.hash, one.at) for one in editions(session, version)]


@pytest.mark.promise("C5")
def test_the_way_begins_where_the_version_was_last_current(database: Database, tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    there, back = ("In a tin", "In the tin"), ("In the tin", "In a tin")
    first, second = publish(database, folder), publish(database, folder, there, at=day(2))
    assert followed(database, first) == [(first, day(1)), (second, day(2))]
    assert publish(database, folder, back, at=day(3)) == first
    assert followed(database, first) == [(first, day(3))]
    assert followed(database, second) == [(second, day(2)), (first, day(3))]


@pytest.mark.promise("C5")
def test_publishing_the_same_again_leaves_no_trace(database: Database, tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    publish(database, folder)
    with database.read() as session:
        before = last_publication(session)
    publish(database, folder, at=day(2))
    with database.read() as session:
        assert last_publication(session) == before


# ---- random modules, random edits


def said(module: Module, on_change: str) -> dict[str, Any]:
    """Published, with this line under every activity."""
    new = compiled(module, SHELF)
    for block in activities(new):
        block["options"]["on-change"] = on_change  # type: ignore[index]
    return new


@pytest.mark.promise("C5")
@slow
@given(modules(), st.sampled_from(["keep", "regrade", "reset", ""]), st.randoms(use_true_random=False))
def test_random_edits_lose_nothing_and_mark_as_if_it_were_given_now(module: Module, on_change: str, dice: Any) -> None:
    """Every answer stays what it was, is set aside, or is marked like one that is given now."""
    edited = replace(module, blocks=tuple(_edited(block, dice) for block in module.blocks))
    before, after = compiled(module, SHELF), said(edited, on_change)
    become = outcomes([Edition("v1", day(1), before), Edition("v2", day(2), after)])
    assert become.keys() == {block["id"] for block in activities(before)}
    now = {block["id"]: block for block in activities(after)}
    for old in activities(before):
        outcome, new = become[old["id"]], now[old["id"]]
        is_same = old["grading"] == new["grading"]
        assert outcome.fate is (Fate.KEPT if is_same else FATES.get(on_change, Fate.KEPT))
        assert outcome.content == ("v1" if outcome.fate is Fate.KEPT else "v2")
        if outcome.fate is Fate.REGRADED:
            _as_fresh(old, new, outcome, dice)


def _as_fresh(old: Any, new: Any, outcome: Outcome, dice: Any) -> None:
    """What still has a place in the new question is marked like the same answer given to it today."""
    kind, veil = KINDS[new["kind"]], Veil("seed")
    answer, _mark = answers_to(old, dice)
    moved, config = renamed(answer, old, outcome.items), kind.parse(new)
    try:
        fresh = dict(kind.accept(config, veil, *one) for one in kind.own(config, veil, moved).items())
    except Rejected:
        return  # an order without one of its steps: it is left out (tests/live/test_anew.py)
    assert kind.mark(config, moved) == kind.mark(config, fresh)


FATES = {"regrade": Fate.REGRADED, "reset": Fate.SET_ASIDE}

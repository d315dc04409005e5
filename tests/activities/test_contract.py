"""What is true of every kind of activity, played with the example in its README."""

import ast
import json
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.activities.contract import Veil
from app.activities.registry import FOLDERS, KINDS, kind_in
from app.errors import Rejected
from tests.activities.examples import ACTIVITIES, KEBAB, Played, example, fenced, played

every_kind = pytest.mark.parametrize("folder", FOLDERS)
every_answerable_kind = pytest.mark.parametrize("folder", [name for name in FOLDERS if kind_in(name).answerable])
steadily = settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
seeds = st.integers(0, 10**6)

FOLDERS_NAMED_OTHERWISE = {"break": "interval"}  # `break` is a word of Python's own


def is_json(value: Any) -> bool:
    return bool(json.loads(json.dumps(value, allow_nan=False)) == value)


def with_seed(folder: str, seed: int) -> Played:
    return played(folder, veil=Veil(f"seed {seed}"))


# Folders, names and examples


@every_kind
def test_a_folder_is_named_as_authors_write_the_kind(folder: str) -> None:
    name = kind_in(folder).name
    assert FOLDERS_NAMED_OTHERWISE.get(name, name) == folder
    assert KINDS[name] is kind_in(folder)


@every_kind
def test_the_readme_shows_one_example_as_written_and_as_published(folder: str) -> None:
    published = example(folder)
    assert published["kind"] == kind_in(folder).name
    assert fenced(folder, "markdown").startswith(f"//// {published['kind']} | {published['id']}\n")


@every_kind
def test_every_kind_stands_in_the_table_of_kinds(folder: str) -> None:
    table = (ACTIVITIES / "README.md").read_text(encoding="utf-8")
    assert f"| `{kind_in(folder).name}` | [{folder}]({folder}/README.md) |" in table


@every_kind
def test_no_kind_imports_another(folder: str) -> None:
    others = {f"app.activities.{name}" for name in FOLDERS} - {f"app.activities.{folder}"}
    for file in (ACTIVITIES / folder).glob("*.py"):
        imported = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        names = {f"{node.module}.{name.name}" for node in imported for name in node.names}
        names |= {str(node.module) for node in imported}
        assert not names & others


# Answers


@every_kind
@given(seed=seeds)
@steadily
def test_an_answer_comes_back_as_it_was_sent(folder: str, seed: int) -> None:
    play = with_seed(folder, seed)
    sent = dict(play.kind.sample(play.config, play.veil, random.Random(seed)))
    assert play.kind.own(play.config, play.veil, play.answer(sent)) == sent


@every_kind
@given(seed=seeds)
@steadily
def test_everything_that_is_kept_or_sent_is_plain_json(folder: str, seed: int) -> None:
    play = with_seed(folder, seed)
    kept = [play.sampled(seed + n) for n in range(5)]
    own = [play.kind.own(play.config, play.veil, answer) for answer in kept]
    assert is_json([play.task(), play.key(), play.tally(*kept), play.tally(), kept, own])


@every_kind
@given(seed=seeds)
@steadily
def test_the_same_session_gives_the_same_results(folder: str, seed: int) -> None:
    def session() -> list[Any]:
        play = with_seed(folder, seed)
        kept = [play.sampled(seed + n) for n in range(5)]
        return [play.task(), kept, [play.mark(answer) for answer in kept], play.tally(*kept), play.key()]

    assert json.dumps(session(), default=repr) == json.dumps(session(), default=repr)


@every_answerable_kind
@given(seed=seeds)
@steadily
def test_who_has_answered_counts_and_who_has_not_does_not(folder: str, seed: int) -> None:
    play = with_seed(folder, seed)
    kept = play.sampled(seed)
    filled, of = play.kind.progress(play.config, kept)
    assert 0 < filled <= of
    assert play.kind.is_complete(play.config, kept)
    for nothing in ({}, dict.fromkeys(kept)):
        assert not play.kind.is_complete(play.config, nothing)
        assert play.kind.progress(play.config, nothing) == (0, of)
        assert play.tally(nothing) == play.tally()


@every_answerable_kind
@given(seed=seeds)
@steadily
def test_every_cell_can_be_emptied_again(folder: str, seed: int) -> None:
    play = with_seed(folder, seed)
    cells = dict(play.kind.sample(play.config, play.veil, random.Random(seed)))
    emptied = play.answer(dict.fromkeys(cells))
    assert emptied == dict.fromkeys(play.sampled(seed))
    assert play.kind.own(play.config, play.veil, emptied) == dict.fromkeys(cells)


@every_kind
@given(seed=seeds)
@steadily
def test_a_mark_lies_between_none_and_all_and_names_only_cells_of_the_answer(folder: str, seed: int) -> None:
    play = with_seed(folder, seed)
    kept = play.sampled(seed)
    mark = play.mark(kept)
    if mark is not None:
        assert 0 <= mark.score <= 1
        assert mark.cells.keys() <= kept.keys()
        assert play.mark({}).score == 0


@every_kind
def test_what_is_not_answerable_refuses_every_answer(folder: str) -> None:
    play = played(folder)
    if not play.kind.answerable:
        assert play.refusal({"text": "Here I am"}) == "no-answer-here"
        assert play.kind.sample(play.config, play.veil, random.Random(1)) == []


@every_kind
def test_cells_that_a_group_types_together_hold_words(folder: str) -> None:
    play = played(folder)
    for cell in (name.replace("*", "1") for name in play.kind.shared(play.config)):
        assert play.accept({"text": "ഞങ്ങൾ"}, cell) == {"text": "ഞങ്ങൾ"}


# Hostile values

SPECIAL = [float("nan"), float("inf"), -float("inf"), -0.0, 10**400, -(10**400), 1e308, 2**63, True, False, "", "\0"]
NESTED: Any = "deep"
for _ in range(500):
    NESTED = [NESTED]
HUGE = [
    NESTED,
    "x" * 200_000,
    {"text": "x" * 200_000},
    {"text": "\ud800"},
    {"text": "a\0b"},
    ["x"] * 10_000,
    "9" * 5_000,
]
texts = st.text(max_size=20) | st.fixed_dictionaries({"text": st.text(max_size=20) | st.integers() | st.none()})
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from([*SPECIAL, {"text": "\ud800"}])
)


@cache
def hostile(folder: str) -> st.SearchStrategy[tuple[Any, Any]]:
    """(cell, value): half-right values too, made of what the kind really takes."""
    play = played(folder)
    sent = [pair for seed in range(5) for pair in play.kind.sample(play.config, play.veil, random.Random(seed))]
    known = sorted({word for cell, value in sent for word in _words([cell, value])} | {"column", "note", "text"})
    words = st.sampled_from(known) | st.text(max_size=5)
    right_cells = st.sampled_from([cell for cell, _ in sent] or [""])
    cells = st.one_of(right_cells, right_cells, right_cells, words, scalars)
    values = st.recursive(
        scalars | words | st.sampled_from([value for _, value in sent] or [None]),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(words, inner, max_size=5),
        max_leaves=8,
    )
    return st.tuples(cells, values)


def _words(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [word for inner in value for word in _words(inner)]
        case dict():
            return [word for pair in value.items() for inner in pair for word in _words(inner)]
        case _:
            return []


@every_kind
@given(data=st.data())
@settings(steadily, max_examples=300)
def test_whatever_is_sent_is_kept_in_a_known_form_or_refused_with_a_sentence(folder: str, data: st.DataObject) -> None:
    stands_firm(played(folder), *data.draw(hostile(folder)))


@every_answerable_kind
@pytest.mark.parametrize("value", SPECIAL, ids=lambda value: f"{value!r:.20}")
def test_strange_numbers_are_kept_in_a_known_form_or_refused_in_every_cell(folder: str, value: Any) -> None:
    play = played(folder)
    for cell, _ in play.kind.sample(play.config, play.veil, random.Random(1)):
        stands_firm(play, cell, value)


def stands_firm(play: Played, cell: Any, value: Any) -> None:
    """A value is refused in a friendly way, or what is kept of it can be sent back, counted and marked."""
    refusal: Rejected | None = None
    try:
        kept = dict([play.kind.accept(play.config, play.veil, cell, value)])
    except Rejected as refused:
        refusal = refused
    else:
        can_be_used(play, kept)
    assert refusal is None or (KEBAB.fullmatch(refusal.code) and refusal.text.endswith("."))


def can_be_used(play: Played, kept: dict[str, Any]) -> None:
    assert is_json(kept)
    assert len(json.dumps(kept)) < 30_000  # the longest text in Malayalam, written as JSON, takes 24,000
    own = play.kind.own(play.config, play.veil, kept)
    assert play.answer(dict(own)) == kept
    assert is_json([own, play.tally(kept, kept), play.kind.progress(play.config, kept)[0]])
    play.kind.is_complete(play.config, kept)
    play.mark(kept)


@every_answerable_kind
@pytest.mark.parametrize("value", HUGE, ids=["nested", "string", "text", "half", "null", "list", "digits"])
def test_what_is_too_much_is_refused_in_every_cell(folder: str, value: Any) -> None:
    play = played(folder)
    for cell, _ in play.kind.sample(play.config, play.veil, random.Random(1)):
        assert KEBAB.fullmatch(play.refusal(value, cell))

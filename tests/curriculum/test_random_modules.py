"""Random days of the whole notation: what is written is read as the same, and no phone learns from it what is right."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.activities.contract import Veil
from app.activities.registry import KINDS
from app.curriculum import written
from app.curriculum.check import check
from app.curriculum.compile import compiled
from app.curriculum.face import public
from app.curriculum.faults import Spot
from app.curriculum.manuscript import Line, Text
from app.curriculum.model import (
    Accepted,
    Activity,
    Bin,
    Choice,
    Field,
    Group,
    Item,
    Module,
    Note,
    Option,
    Pair,
    Prose,
    Range,
    Setting,
)
from tests.curriculum.samples import a_shelf

HERE = Spot(1)
SHELF = a_shelf(kinds=KINDS)
SECRET = "SECRET"

# Words as authors use them: other scripts, joiners, signs, marks of Markdown that stand for themselves or in pairs.
PIECES = [
    "tin",
    "box",
    "*book*",
    "**late**",
    "₹1,00,000",
    "250",
    "പണം",
    "കണക്ക്\u200c",
    "क्\u200dष",
    "of",
    "a",
    "(udhaar)",
    "½",
    "—",
]
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
secret = words.map(lambda said: f"{SECRET} {said}")
key = st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z]{1,4})?", fullmatch=True).filter(lambda one: one != "x")
paragraphs = st.lists(words, min_size=1, max_size=3)


def text(*parts: str) -> Text:
    lines = "\n\n".join(parts).split("\n")
    return Text(tuple(Line(number, line) for number, line in enumerate(lines, start=1)))


prose = paragraphs.map(lambda parts: text(*parts))
hidden = st.lists(secret, min_size=1, max_size=2).map(lambda parts: text(*parts))


def setting(value: Any) -> Setting:
    return Setting(value, HERE, HERE)


def keys(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(key, min_size=least, max_size=most, unique=True)


@st.composite
def choices(draw: st.DrawFn, kind: str) -> tuple[Item, ...]:
    names = draw(keys(2, 4))
    right = (
        {draw(st.sampled_from(names))} if kind == "single" else set(draw(st.lists(st.sampled_from(names), min_size=1)))
    )
    return tuple(Choice(name, HERE, draw(words), name in right, draw(st.none() | secret)) for name in names)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Item, ...]:
    names = draw(keys(1, 3))
    items = []
    for at, name in enumerate(names):
        low = draw(st.integers(-9_999, 99_999)) / draw(st.sampled_from([1, 2, 8]))
        low = int(low) if low == int(low) else low
        high = low + draw(st.integers(0, 20))
        items.append(Range(name, HERE, low, high, at == 0, draw(st.none() | secret)))
    return tuple(items)


@st.composite
def accepted(draw: st.DrawFn) -> tuple[Item, ...]:
    names = draw(keys(1, 3))
    return tuple(
        Accepted(name, HERE, (f"{SECRET}{at}", f"{SECRET}{at} {name}"), at == 0, draw(st.none() | secret))
        for at, name in enumerate(names)
    )


@st.composite
def options(draw: st.DrawFn, least: int = 2) -> tuple[Item, ...]:
    return tuple(Option(name, HERE, draw(words)) for name in draw(keys(least, 5)))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Item, ...]:
    names = draw(keys(1, 4))
    lefts = [at == 0 or draw(st.booleans()) for at in range(len(names))]
    return tuple(
        Pair(name, HERE, f"left {name}" if has_left else "", f"right {name}")
        for name, has_left in zip(names, lefts, strict=True)
    )


@st.composite
def bins(draw: st.DrawFn) -> tuple[Item, ...]:
    names = draw(keys(4, 8))
    homes, cards = names[:2], [Option(name, HERE, draw(words)) for name in names[2:]]
    held = [tuple(card for card in cards if draw(st.booleans())) for _ in homes]
    held[0] = held[0] or (cards[0],)
    return tuple(Bin(name, HERE, draw(words), inside) for name, inside in zip(homes, held, strict=True))


@st.composite
def fields(draw: st.DrawFn) -> tuple[Item, ...]:
    items = []
    for name in draw(keys(1, 5)):
        kind = draw(st.sampled_from(["text", "long", "number", "money", "choice", "date", "yesno"]))
        args = (str(draw(st.integers(1, 20))),) if kind == "long" else ()
        inner = draw(options()) if kind == "choice" else ()
        expected = draw(st.none() | st.integers(-500, 100_000)) if kind in ("number", "money") else None
        tolerance = draw(st.sampled_from([0, 1, 0.5])) if expected is not None else None
        items.append(Field(name, HERE, draw(words), kind, args, expected, tolerance, inner))  # type: ignore[arg-type]
    return tuple(items)


ITEMS = {
    "single": choices("single"),
    "multiple": choices("multiple"),
    "numeric": ranges(),
    "text": accepted(),
    "order": options(),
    "match": pairs(),
    "sort": bins(),
    "poll": options(),
    "board": options(),
    "worksheet": fields(),
    "reflection": fields(),
    "plan": fields(),
    "briefing": st.just(()),
}
CLOSED = ("single", "multiple", "numeric", "text", "order", "match", "sort")
NOTES = ("hint", "explain", "model", "script", "facilitator")


@st.composite
def activities(draw: st.DrawFn, ident: str, kinds: tuple[str, ...]) -> Activity:
    kind = draw(st.sampled_from(kinds))
    notes = tuple(Note(name, HERE, draw(hidden)) for name in draw(st.lists(st.sampled_from(NOTES), unique=True)))
    settings = {"time": setting(draw(st.integers(1, 7_200)))}
    return Activity(kind, ident, HERE, draw(words), settings, draw(prose), draw(ITEMS[kind]), notes)


@st.composite
def tasks(draw: st.DrawFn, ident: str) -> Activity | Group:
    if draw(st.booleans()):
        return draw(activities(ident, tuple(ITEMS)))
    kind = draw(st.sampled_from(["quiz", "breakout", "case"]))
    held = CLOSED if kind == "quiz" else tuple(name for name in ITEMS if name != "plan")
    inside = tuple(draw(activities(f"{ident}-{at}", held)) for at in ("one", "two")[: draw(st.integers(1, 2))])
    settings = {"time": setting(draw(st.integers(60, 7_200)))}
    if kind != "quiz":
        settings |= {"groups": setting({"size": [4, 5]}), "assign": setting({"how": "mixed", "by": "district"})}
    notes = (Note("script", HERE, draw(hidden)),)
    return Group(kind, ident, HERE, draw(words), settings, draw(prose), inside, (), notes)


@st.composite
def modules(draw: st.DrawFn) -> Module:
    blocks: list[Prose | Activity | Group | Note] = []
    for name in ("first", "second", "third")[: draw(st.integers(1, 3))]:
        task = draw(tasks(name))
        if draw(st.booleans()):
            blocks.append(Prose(draw(prose), about=task.id))
        blocks.append(task)
    notes = (Note("objectives", HERE, text("- One.")), Note("keypoints", HERE, text("- Two.")))
    return Module("day-2", 2, draw(words), 10_800, (), draw(prose), tuple(blocks), notes)


slow = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


@slow
@given(modules())
def test_a_random_day_is_read_as_it_was_written(module: Module) -> None:
    source = written.module(module, KINDS)
    found = check(source, "day-2", SHELF)
    assert found.module is not None, [*(fault.said("") for fault in found.errors), source]
    again = written.module(found.module, KINDS)
    assert again == source
    assert compiled(found.module, SHELF) == compiled(replace(module, references={}), SHELF)


@slow
@given(modules(), st.integers(0, 999))
def test_neither_the_public_page_nor_a_phone_is_told_what_is_secret(module: Module, seed: int) -> None:
    """Feedback, hints, models, scripts, notes and accepted words of each activity say SECRET here."""
    published = compiled(module, SHELF)
    assert SECRET in json.dumps(published) or not any(one.notes for one in module.tasks)
    assert SECRET not in json.dumps(public(published))
    for block in published["blocks"]:
        for activity in [block] if block["type"] == "activity" else block.get("activities", ()):
            kind = KINDS[activity["kind"]]
            assert SECRET not in json.dumps(kind.task(kind.parse(activity), Veil(str(seed))))

"""A module, or a part of one, as Markdown again: what `read` would make the same values of.

The rules of this file
- It writes the notation in one way: options as one would type them, notes after the items, four spaces under an item.
- What it writes of a sound module is sound, and is published as the same JSON.
"""

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, assert_never

from app.activities.contract import Grammar, OptionType
from app.curriculum import notation
from app.curriculum.manuscript import Text
from app.curriculum.model import (
    Accepted,
    Activity,
    Bin,
    Block,
    Choice,
    Field,
    Gap,
    Group,
    Item,
    Module,
    Note,
    Option,
    Pair,
    Prose,
    Range,
    Settings,
)
from app.curriculum.notation import ACTIVITY, GROUP, NOTE, Kinds

UNDER = "    "
_SPANS = ((604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m"), (1, "s"))
_PLAIN = re.compile(r"[\w][\w ,.;?!()'’–-]*(?<! )")  # a title that YAML reads as it stands
_ONLY_A_VALUE = re.compile(r"true|false|yes|no|null|[\d.,+-]+", re.IGNORECASE)


def module(read: Module, kinds: Kinds) -> str:
    """The whole file."""
    first = [note for note in read.notes if note.name in ("objectives", "materials")]
    last = [note for note in read.notes if note not in first]
    parts = [
        _front(read),
        _text(read.welcome),
        *(note(one) for one in first),
        *_blocks(read.blocks, kinds),
        *(note(one) for one in last),
        *(_reference(label, found.address, found.title) for label, found in read.references.items()),
    ]
    return _joined(parts) + "\n"


def activity(read: Activity, kinds: Kinds) -> str:
    """One activity with its fence."""
    grammar = notation.grammar(read.kind, kinds)
    items = [] if grammar is Grammar.GAPS else [_item(item, grammar, at) for at, item in enumerate(read.items, start=1)]
    loose = any("\n" in item for item in items)  # feedback and cards need blank lines between the items as well
    inside = [_text(read.prompt), ("\n\n" if loose else "\n").join(items), *(note(one) for one in read.notes)]
    return _fence(ACTIVITY, read.kind, read.id, _options(read.kind, read.settings, kinds), inside)


def group(read: Group, kinds: Kinds) -> str:
    """A group of activities with everything in it."""
    roles = [f"- {_head(role)}{role.words}\n\n{_indented(role.card or '')}" for role in read.roles]
    inside = [_text(read.prompt), "\n\n".join(roles), *(note(one) for one in read.notes)]
    for one in read.activities:
        inside += [f"### {one.title}" if one.title else "", activity(one, kinds)]
    return _fence(GROUP, read.kind, read.id, _options(read.kind, read.settings, kinds), inside)


def note(read: Note) -> str:
    return _fence(NOTE, read.name, None, [], [_text(read.text)])


# --- the module ---


def _front(read: Module) -> str:
    lines = [f"id: {read.id}", f"day: {read.day}" if read.day else "", f"title: {_value(read.title)}"]
    lines.append(f"duration: {duration(read.duration)}" if read.duration else "")
    lines.append(f"retired: [{', '.join(read.retired)}]" if read.retired else "")
    return "\n".join(["---", *filter(None, lines), "---"])


def _value(words: str) -> str:
    return (
        words
        if _PLAIN.fullmatch(words) and not _ONLY_A_VALUE.fullmatch(words)
        else json.dumps(words, ensure_ascii=False)
    )


def _reference(label: str, address: str, title: str | None) -> str:
    return f"[{label}]: <{address}>" + (f' "{title}"' if title else "")


def _blocks(blocks: Iterable[Block], kinds: Kinds) -> Iterator[str]:
    titles = {block.id: block.title for block in blocks if isinstance(block, Activity | Group)}
    headed: set[str] = set()

    def heading(ident: str) -> Iterator[str]:
        if titles.get(ident) and ident not in headed:
            headed.add(ident)
            yield f"## {titles[ident]}"

    for block in blocks:
        match block:
            case Prose():
                yield from heading(block.about) if block.about else ()
                yield _text(block.text)
            case Note():
                yield note(block)
            case Activity():
                yield from heading(block.id)
                yield activity(block, kinds)
            case Group():
                yield from heading(block.id)
                yield group(block, kinds)
            case _:
                assert_never(block)


# --- fences ---


def _fence(slashes: int, name: str, ident: str | None, options: Iterable[str], inside: Iterable[str]) -> str:
    mark = "/" * slashes
    header = "\n".join([f"{mark} {name}" + (f" | {ident}" if ident else ""), *options])
    return _joined([header, *inside, mark])


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _text(text: Text) -> str:
    return text.source.strip("\n").rstrip()


def _indented(words: str, lead: str = UNDER) -> str:
    return "\n".join(lead + line if line else "" for line in words.split("\n"))


def _options(owner: str, settings: Settings, kinds: Kinds) -> list[str]:
    known = notation.options(owner, kinds)
    return [f"{UNDER}{name}: {_option(known[name].type, one.value)}" for name, one in settings.items()]


def _option(kind: OptionType, value: Any) -> str:
    match kind, value:
        case OptionType.DURATION, int():
            return duration(value)
        case OptionType.DURATIONS, list():
            return f"[{', '.join(map(_span, value))}]"
        case OptionType.KEYS, list():
            return f"[{', '.join(value)}]"
        case OptionType.RANGE, [low, high]:
            return f"{low}-{high}"
        case OptionType.YESNO, bool():
            return "yes" if value else "no"
        case _, {"size": [low, high]}:
            return f"{low} people" if low == high else f"{low}-{high} people"
        case _, {"count": count}:
            return f"{count} groups"
        case _, {"how": how, "by": by}:
            return f"{how} {by}"
        case _, {"how": how}:
            return str(how)
        case OptionType.NUMBER, int() | float():
            return number(value)
        case _:
            return str(value)


def duration(seconds: int) -> str:
    """5400 -> "1h 30m"."""
    parts = [(seconds // 3_600, "h"), (seconds % 3_600 // 60, "m"), (seconds % 60, "s")]
    return " ".join(f"{count}{unit}" for count, unit in parts if count)


def _span(seconds: int) -> str:
    size, unit = next((size, unit) for size, unit in _SPANS if seconds % size == 0)
    return f"{seconds // size}{unit}"


def number(value: float) -> str:
    """0.1 -> "0.1", 1e-06 -> "0.000001"."""
    return format(Decimal(str(value)), "f")


# --- items ---


def _item(item: Item, grammar: Grammar, at: int) -> str:
    marker = f"{at}." if grammar is Grammar.STEPS else "-"
    match item:
        case Choice():
            return f"{marker} {_box(item)}{_head(item)}{_lines(item.words)}{_feedback(item)}"
        case Range():
            limits = number(item.low) if item.low == item.high else f"{number(item.low)} .. {number(item.high)}"
            return f"{marker} {_box(item)}{_head(item)}{limits}{_feedback(item)}"
        case Accepted():
            return f"{marker} {_box(item)}{_head(item)}{' | '.join(item.accepted)}{_feedback(item)}"
        case Option():
            return f"{marker} {_head(item)}{_lines(item.words)}"
        case Pair():
            return f"{marker} {_head(item)}{f'{item.left} -> {item.right}'.strip()}"
        case Bin():
            cards = [UNDER + f"- {_head(card)}{card.words}" for card in item.cards]
            return "\n".join([f"{marker} {_head(item)}{item.words}", *cards])
        case Field():
            return _field(item, marker)
        case Gap():
            return ""  # it stands in the prompt
        case _:
            assert_never(item)


def _field(item: Field, marker: str) -> str:
    kind = " ".join([item.kind, *item.args])
    expected = "" if item.expected is None else f" = {number(item.expected)}"
    tolerance = f" ± {number(item.tolerance)}" if item.tolerance else ""
    inner = [
        UNDER + (_field(one, "-") if isinstance(one, Field) else f"- {_head(one)}{one.words}") for one in item.items
    ]
    return "\n".join([f"{marker} {_head(item)}{_lines(item.words)} `{kind}`{expected}{tolerance}", *inner])


def _head(item: Item) -> str:
    return f"{item.key}) " + (f"was {item.was}) " if item.was else "")


def _box(item: Choice | Range | Accepted) -> str:
    return "[x] " if item.is_right else "[ ] "


def _lines(words: str) -> str:
    return words.replace("\n", f"\n{UNDER}")


def _feedback(item: Choice | Range | Accepted) -> str:
    if not item.feedback:
        return ""
    chunks = item.feedback.split("\n\n")
    return "".join("\n\n" + _indented(_indented(chunk, "> ")) for chunk in chunks)

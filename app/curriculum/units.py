"""The texts of a module one by one, as a translator gets them: each with a name that stays, its words and its place.

The rules of this file
- A unit is one paragraph, one list or one short text. Its name (`context`) is the path of ids and keys that answers are
  stored under; paragraphs of a longer text are numbered behind it.
- A line break that only keeps lines short in the file is a space here: another way to break lines is no new text.
- A slot is a place in the published JSON with the units it is made of: what is extracted here is put back by
  `renditions`, so that a text is never offered without being shown, nor shown without being offered.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from app.activities.contract import Grammar
from app.curriculum import notation
from app.curriculum.cards import Card
from app.curriculum.lists import MARKER
from app.curriculum.manuscript import Line, Text
from app.curriculum.model import (
    Accepted,
    Activity,
    Bin,
    Choice,
    Fact,
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
)
from app.curriculum.notation import Kinds
from app.curriculum.titles import heading

Place = tuple[str | int, ...]
"""Where a text stands in the published JSON: names of fields and places in lists."""

_SLUG = 40  # characters of a heading in a name: enough to find it, short enough for one line
_HARD = re.compile(r"(?:  |\\)$")  # a line that ends so is broken on purpose
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*\|[\s|:-]*|[\s|:-]*\|[\s|:-]*-[\s|:-]*")  # the line under the head of a table
_KEPT = re.compile(r"\s*(?:>|\||#{1,6}\s)")  # quotes, tables, headings: a line is a line


class Form(StrEnum):
    """How a text is rendered, and so what may stand in it."""

    BLOCK = "block"  # paragraphs and lists
    GAPS = "gaps"  # the prompt of a gaps activity: paragraphs with gaps in them
    SCALE = "scale"  # a prompt that ends "1 = …, 5 = …"
    INLINE = "inline"  # words within a line
    TITLE = "title"  # words without any marks
    ACCEPTED = "accepted"  # answers: words | other words
    FACT = "fact"  # a phrase that is put into sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate. `family` is what its name shares with the paragraphs around it; `line` is where it is."""

    context: str
    text: str
    line: int
    form: Form = Form.BLOCK
    family: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the published JSON. `parts` are rendered one by one and joined; most have one."""

    place: Place
    form: Form
    parts: tuple[tuple[Unit, ...], ...]
    gaps: tuple[str, ...] = ()  # keys of the gaps, in written order
    items: Place = ()  # where the accepted words of the gaps stand

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(unit for part in self.parts for unit in part)


def units(slots: Iterable[Slot]) -> tuple[Unit, ...]:
    """Every text once: a card that lies in two bins is one text."""
    found: dict[str, Unit] = {}
    for slot in slots:
        for unit in slot.units:
            found.setdefault(unit.context, unit)
    return tuple(found.values())


def of_module(module: Module, kinds: Kinds) -> tuple[Slot, ...]:
    """Every text of this module in running order."""
    return tuple(_Walk(module, kinds).slots())


def of_card(card: Card, lines: Sequence[str] = ()) -> tuple[Unit, ...]:
    """What `course.yml` says to people; `lines` are those of the file, to say where."""
    found = [
        _plain(f"course#{name}", str(card[name]), lines) for name in ("title", "summary", "credits") if name in card
    ]
    found += [_plain(f"course/{day['id']}#title", day["title"], lines) for day in card["days"] if day["title"]]
    return tuple(found)


AS_OF = "facts#as-of"
"""The name of the words that stand around every fact."""


def of_facts(facts: Iterable[Fact]) -> tuple[Unit, ...]:
    """The facts that all courses share, and the words around them."""
    found = [Unit(f"facts/{fact.name}", fact.value, fact.spot.line, Form.FACT, f"facts/{fact.name}") for fact in facts]
    return (Unit(AS_OF, "{value} (as of {date})", 1, Form.FACT, AS_OF), *found)


def _plain(context: str, words: str, lines: Sequence[str]) -> Unit:
    begin = words[:20]
    line = next((at for at, text in enumerate(lines, start=1) if begin in text), 1)
    return Unit(context, _straight(words), line, Form.TITLE, context)


# --- paragraphs ---


def paragraphs(text: Text) -> tuple[tuple[Line, ...], ...]:
    """A text cut at its blank lines; a list, a quote and what hangs under an item stay whole, code too."""
    found: list[list[Line]] = []
    after_blank = True
    for line in text.lines:
        if line.is_blank and not line.code:
            after_blank = True
            continue
        if after_blank and not (found and _goes_on(found[-1], line)):
            found.append([])
        elif after_blank:
            found[-1].append(Line(line.number, ""))
        found[-1].append(line)
        after_blank = False
    return tuple(tuple(lines) for lines in found)


def _goes_on(before: Sequence[Line], line: Line) -> bool:
    """Whether a line after a blank one still belongs to what stands before: the list goes on, or the code."""
    if line.code or before[-1].code:
        return line.code and before[-1].code and not _is_closed(before)
    if line.indent:
        return True
    first, item = MARKER.match(before[0].text), MARKER.match(line.text)
    return first is not None and item is not None and first[1][0].isdigit() == item[1][0].isdigit()


def _is_closed(before: Sequence[Line]) -> bool:
    """Whether a code block among these lines has ended."""
    mark = before[0].text.strip()[:3]
    return len([line for line in before if line.text.startswith(mark)]) % 2 == 0


def words(lines: Sequence[Line], *, is_kept: bool = False) -> str:
    """The text of a paragraph, with a space where a line was only broken to keep it short."""
    found: list[str] = []
    is_kept = is_kept or any(_RULE.fullmatch(line.text) for line in lines)
    for line in lines:
        text = line.text.rstrip("\n")
        joins = found and found[-1] and text and not (line.code or MARKER.match(text.lstrip()) or _KEPT.match(text))
        if joins and not is_kept and not _HARD.search(found[-1]) and not _KEPT.match(found[-1]):
            found[-1] = f"{found[-1].rstrip()} {text.strip()}"
        else:
            found.append(text if line.code or _HARD.search(text) else text.rstrip())
    return "\n".join(found)


def _straight(text: str) -> str:
    """The same for words that are already apart from their lines; a blank line stays."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))


def _slug(title: str) -> str:
    """A heading as a part of a name; letters of every script stay."""
    return re.sub(r"[^\w]+", "-", title.lower()).strip("-")[:_SLUG].rstrip("-") or "text"


# --- the walk ---


class _Walk:
    def __init__(self, module: Module, kinds: Kinds) -> None:
        self._module, self._kinds = module, kinds
        self._headings: list[tuple[int, str]] = []  # (level, slug) on the way down to here
        self._counted: dict[str, int] = {}

    def slots(self) -> Iterator[Slot]:
        module = self._module
        yield self._short(("title",), f"{module.id}#title", module.title, 1, Form.TITLE)
        yield from self._block(("welcome",), f"{module.id}#welcome", module.welcome)
        for note in module.notes:
            place: Place = (note.name,) if note.name in ("objectives", "keypoints") else ("notes", note.name)
            yield from self._block(place, f"{module.id}#{note.name}", note.text)
        for at, block in enumerate(module.blocks):
            yield from self._any(("blocks", at), block)

    def _any(self, place: Place, block: Prose | Note | Activity | Group) -> Iterator[Slot]:
        match block:
            case Prose():
                yield from self._prose((*place, "html"), block.text)
            case Note():
                yield from self._prose((*place, "html"), block.text)
            case Activity():
                yield from self._activity(place, block)
            case Group():
                yield from self._group(place, block)
            case _:
                assert_never(block)

    def _prose(self, place: Place, text: Text) -> Iterator[Slot]:
        """Text outside of activities is named by the headings above it and a number."""
        found = []
        for lines in paragraphs(text):
            title = heading(lines[0])
            if title is not None:
                level = len(lines[0].text) - len(lines[0].text.lstrip("#"))
                self._headings = [one for one in self._headings if one[0] < level] + [(level, _slug(title))]
            name = "/".join(slug for _, slug in self._headings) or "begin"
            family = f"{self._module.id}#text/{name}"
            self._counted[family] = self._counted.get(family, 0) + 1
            context = f"{family}/{self._counted[family]}"
            found.append(Unit(context, words(lines), lines[0].number, Form.BLOCK, f"{self._module.id}#text"))
        if found:
            yield Slot(place, Form.BLOCK, (tuple(found),))

    def _group(self, place: Place, group: Group) -> Iterator[Slot]:
        name = f"{self._module.id}/{group.id}"
        yield from self._title(place, name, group)
        yield from self._block((*place, "prompt"), f"{name}#prompt", group.prompt)
        for at, role in enumerate(group.roles):
            yield from self._item((*place, "roles", at), name, role)
            card = Text(tuple(Line(role.spot.line, line) for line in (role.card or "").split("\n")))
            yield from self._block((*place, "roles", at, "card"), f"{name}/{role.key}#card", card)
        yield from self._notes(place, name, group.notes)
        for at, activity in enumerate(group.activities):
            yield from self._activity((*place, "activities", at), activity)

    def _activity(self, place: Place, activity: Activity) -> Iterator[Slot]:
        name = f"{self._module.id}/{activity.id}"
        yield from self._title(place, name, activity)
        if notation.grammar(activity.kind, self._kinds) is Grammar.GAPS:
            gaps = tuple(item.key for item in activity.items)
            for slot in self._block((*place, "prompt"), f"{name}#prompt", activity.prompt, Form.GAPS):
                yield Slot(slot.place, slot.form, slot.parts, gaps, (*place, "items"))
        else:
            form = Form.SCALE if activity.kind == "scale" else Form.BLOCK
            yield from self._block((*place, "prompt"), f"{name}#prompt", activity.prompt, form)
        for at, item in enumerate(activity.items):
            yield from self._item((*place, "items", at), name, item)
        yield from self._notes(place, name, activity.notes)

    def _title(self, place: Place, name: str, task: Activity | Group) -> Iterator[Slot]:
        if task.title:
            yield self._short((*place, "title"), f"{name}#title", task.title, task.spot.line, Form.TITLE)

    def _notes(self, place: Place, name: str, notes: Sequence[Note]) -> Iterator[Slot]:
        hints = 0
        together: dict[str, list[Unit]] = {}
        for note in notes:
            if note.name == "steps":
                for at, step in enumerate(note.steps):
                    inside = (*place, "notes", "steps", at, "html")
                    line, family = step.spot.line, f"{name}#steps"
                    unit = Unit(f"{family}/{at + 1}", _straight(step.words), line, Form.INLINE, family)
                    yield Slot(inside, Form.INLINE, ((unit,),))
            elif note.name == "hint":
                hints += 1
                yield from self._block((*place, "notes", "hint", hints - 1), f"{name}#hint-{hints}", note.text)
            else:
                before = together.setdefault(note.name, [])
                start = len(before) + 1
                before += self._units(f"{name}#{note.name}", note.text, Form.BLOCK, start)
        for kind, found in together.items():
            yield Slot((*place, "notes", kind), Form.BLOCK, (tuple(found),))

    def _item(self, place: Place, name: str, item: Item) -> Iterator[Slot]:
        own, line = f"{name}/{item.key}", item.spot.line
        match item:
            case Choice() | Option():
                yield self._short((*place, "html"), own, item.words, line)
            case Accepted():
                yield self._short((*place, "accepted"), own, " | ".join(item.accepted), line, Form.ACCEPTED)
            case Pair():
                if item.left:
                    yield self._short((*place, "left"), f"{own}#left", item.left, line)
                yield self._short((*place, "right"), f"{own}#right", item.right, line)
            case Bin():
                yield self._short((*place, "html"), own, item.words, line)
                for at, card in enumerate(item.cards):
                    yield from self._item((*place, "cards", at), name, card)
            case Field():
                yield self._short((*place, "html"), own, item.words, line)
                for at, inner in enumerate(item.items):
                    yield from self._item((*place, "items", at), own, inner)
            case Range() | Gap():
                pass  # a number; the words of a gap stand in the prompt
            case _:
                assert_never(item)
        if isinstance(item, Choice | Range | Accepted) and item.feedback is not None:
            yield self._short((*place, "feedback"), f"{own}#feedback", item.feedback, line)

    def _short(self, place: Place, context: str, text: str, line: int, form: Form = Form.INLINE) -> Slot:
        return Slot(place, form, ((Unit(context, _straight(text), line, form, context),),))

    def _block(self, place: Place, family: str, text: Text, form: Form = Form.BLOCK) -> Iterator[Slot]:
        if found := tuple(self._units(family, text, form)):
            yield Slot(place, form, (found,))

    def _units(self, family: str, text: Text, form: Form, start: int = 1) -> Iterator[Unit]:
        for at, lines in enumerate(paragraphs(text), start=start):
            said = words(lines, is_kept=form is Form.SCALE)
            yield Unit(f"{family}/{at}", said, lines[0].number, form, family)

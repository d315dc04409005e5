"""From a checked module to what is published: plain JSON whose texts are clean HTML. README.md describes its fields.

The rules of this file
- Everything is rendered here, once. Whoever shows a course puts the HTML into the page as it is.
- It fails closed: if a fence has become text in spite of the checks, nothing is published.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from app.activities.contract import Grammar
from app.curriculum import notation
from app.curriculum.facts import shown
from app.curriculum.grading import grading
from app.curriculum.manuscript import Text
from app.curriculum.model import (
    Accepted,
    Activity,
    Bin,
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
from app.curriculum.shelf import Shelf
from app.richtext import Renderer

Json = dict[str, Any]

REPORT = "please show this file to those who write the program"
_CODE = re.compile(r"<pre>.*?</pre>|<code>.*?</code>", re.DOTALL)
_FENCE = re.compile(r"(?:^|>|\n)\s*/{3,}")


class Unfit(Exception):
    """A module that passed the checks cannot be published all the same: a fault of ours, told like an author's."""


def compiled(module: Module, shelf: Shelf) -> Json:
    """The module as it is published. Raises `Unfit`."""
    press = _Press(module, shelf)
    notes = {note.name: note for note in module.notes}
    published = {
        "course": shelf.course,
        "id": module.id,
        "day": module.day,
        "title": module.title,
        "duration": module.duration,
        "lang": shelf.language,
        "welcome": press.block(module.welcome),
        "objectives": press.note(notes.get("objectives")),
        "keypoints": press.note(notes.get("keypoints")),
        "notes": press.notes([note for note in module.notes if note.name not in ("objectives", "keypoints")]),
        "blocks": [press.any_block(block) for block in module.blocks],
        **({"retired": list(module.retired)} if module.retired else {}),
    }
    for html in _strings(published):
        if _FENCE.search(_CODE.sub("", html)):
            raise Unfit(f"a fence has become text: {REPORT}")
    return published


def one_block(block: Prose | Note | Activity | Group, module: Module, shelf: Shelf) -> Json:
    """One block alone, of a module that may have errors elsewhere. Raises `Unfit`."""
    return _Press(module, shelf).any_block(block)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)


def renderer(module: Module, shelf: Shelf, facts: Mapping[str, str] | None = None) -> Renderer:
    """What makes HTML of the texts of this module; `facts` are in the language of the course, if not given."""
    references = {label: (found.address, found.title) for label, found in module.references.items()}
    facts = facts if facts is not None else {name: shown(fact) for name, fact in shelf.facts.items()}
    return Renderer(references, facts, lambda address: shelf.leads_to(address, module.id))


class _Press:
    def __init__(self, module: Module, shelf: Shelf) -> None:
        self._shelf = shelf
        self._renderer = renderer(module, shelf)
        self._inline = self._renderer.inline

    def block(self, text: Text, *, gaps: bool = False) -> str:
        return "" if text.is_blank else self._renderer.block(text.source, gaps=gaps)

    def note(self, note: Note | None) -> str:
        return self.block(note.text) if note else ""

    def notes(self, notes: Sequence[Note]) -> Json:
        """Only those that are there; hints are a list, steps have their seconds."""
        found: Json = {}
        for note in notes:
            if note.name == "hint":
                found.setdefault("hint", []).append(self.note(note))
            elif note.name == "steps":
                found["steps"] = [{"seconds": step.seconds, "html": self._inline(step.words)} for step in note.steps]
            else:
                found[note.name] = found.get(note.name, "") + self.note(note)
        return found

    def any_block(self, block: Prose | Note | Activity | Group) -> Json:
        match block:
            case Prose():
                about = {"about": block.about} if block.about else {}
                return {"type": "text", "html": self.block(block.text)} | about
            case Note():
                return {"type": "text", "html": self.note(block), "note": True}
            case Activity():
                return self._activity(block)
            case Group():
                return self._group(block)
            case _:
                assert_never(block)

    def _group(self, group: Group) -> Json:
        roles = [self._item(role) | {"card": self._renderer.block(role.card or "")} for role in group.roles]
        return {
            "type": "group",
            "id": group.id,
            "kind": group.kind,
            "title": self._renderer.title(group.title),
            "options": _written(group.settings),
            "prompt": self.block(group.prompt),
            "notes": self.notes(group.notes),
            "activities": [self._activity(activity) for activity in group.activities],
            **({"roles": roles} if roles else {}),
        }

    def _activity(self, activity: Activity) -> Json:
        grammar = notation.grammar(activity.kind, self._shelf.kinds)
        prompt = self.block(activity.prompt, gaps=grammar is Grammar.GAPS)
        if grammar is Grammar.GAPS and prompt.count("data-gap") != len(activity.items):
            raise Unfit(f"the gaps of '{activity.id}' would be readable: {REPORT}")
        return {
            "type": "activity",
            "id": activity.id,
            "kind": activity.kind,
            "grammar": grammar.value,
            "title": self._renderer.title(activity.title),
            "options": _written(activity.settings),
            "prompt": prompt,
            "items": [self._item(item) for item in activity.items],
            "notes": self.notes(activity.notes),
            "grading": grading(activity, grammar, self._shelf.language),
        }

    def _item(self, item: Item) -> Json:
        named = {"key": item.key} | ({"was": item.was} if item.was else {})
        match item:
            case Choice():
                return named | {"html": self._inline(item.words), "right": item.is_right} | self._feedback(item)
            case Range():
                return named | {"low": item.low, "high": item.high, "right": item.is_right} | self._feedback(item)
            case Accepted():
                return named | {"accepted": list(item.accepted), "right": item.is_right} | self._feedback(item)
            case Option():
                return named | {"html": self._inline(item.words)}
            case Pair():
                return named | {"left": self._inline(item.left) if item.left else "", "right": self._inline(item.right)}
            case Bin():
                return named | {"html": self._inline(item.words), "cards": [self._item(card) for card in item.cards]}
            case Field():
                return named | self._field(item)
            case Gap():
                choices = {"choices": list(item.choices)} if item.choices else {}
                return named | {"accepted": list(item.accepted)} | choices
            case _:
                assert_never(item)

    def _feedback(self, item: Choice | Range | Accepted) -> Json:
        return {} if item.feedback is None else {"feedback": self._inline(item.feedback)}

    def _field(self, field: Field) -> Json:
        shown: Json = {"html": self._inline(field.words), "field": field.kind, "args": list(field.args)}
        if field.expected is not None:
            shown |= {"expected": field.expected, "tolerance": field.tolerance}
        if field.items:
            shown["items"] = [self._item(inner) for inner in field.items]
        return shown


def _written(settings: Settings) -> Json:
    return {name: setting.value for name, setting in settings.items()}

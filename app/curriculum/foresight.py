"""What publishing would do, before it is done: each module of the folder beside its current version, answers counted.

The rules of this file
- It only looks: nothing is written.
- Answers were given to many versions. Each is followed by its names, version by version, to the one that is current,
  and from there to the one that would be.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from app.activities.registry import KINDS
from app.curriculum.changes import Change, Fate, Standing, changes
from app.curriculum.faults import Fault
from app.curriculum.inspection import pressed
from app.curriculum.library import Course, Library, library
from app.curriculum.outcomes import Edition, Outcome, outcomes
from app.curriculum.queries import content, editions, version_of
from app.curriculum.renames import Names, Published, through
from app.curriculum.tables import Content, CurrentContent

WORDS_SHOWN = 90  # characters of a text in the terminal: enough to recognise it, short enough for one line


@dataclass(frozen=True, slots=True)
class Given:
    """One person's hand in one answer: `who` is "p12" or "g3" of this meeting; `person` None: a group together."""

    content: str
    activity: str
    meeting: str
    who: str
    person: int | None


AnswersGiven = Callable[[Session, str, str, Collection[int] | None], Iterable[Given]]
"""(session, course, module, organisations; None: all) -> what was answered. Packages that keep answers offer it."""


AnswersHere = Callable[[Session, str, str], Iterable[Given]]
"""The same of all packages together."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One activity that an edit would change, with the people and answers it concerns."""

    change: Change
    people: int = 0
    answers: int = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """Only where answers exist: without them, an author may do as she likes."""
        return self.change.warnings if self.answers else ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """One module as it would be. `is_sound` False: it has errors, and what is current would stay."""

    course: str
    module: str
    lang: str
    file: Path
    is_sound: bool
    is_published: bool
    changes: tuple[Foreseen, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def edits(self) -> tuple[Foreseen, ...]:
        """Those of the activities that would not stay just as they are."""
        return tuple(one for one in self.changes if not one.change.is_nothing)


def offer_answers(app: Flask, given: AnswersGiven) -> None:
    """This package keeps answers too: they are told of, before a course is published anew."""
    app.extensions.setdefault("answers_given", []).append(given)


def answers_given(app: Flask, organisations: Collection[int] | None = None) -> AnswersHere:
    """How this application finds out what was answered, in these organisations (None: in all)."""
    sources: list[AnswersGiven] = app.extensions.get("answers_given", [])

    def given(session: Session, course: str, module: str) -> Iterable[Given]:
        return [one for source in sources for one in source(session, course, module, organisations)]

    return given


@dataclass(frozen=True, slots=True)
class Pressed:
    """One module of the folder as it would be published; `content` None: it has errors."""

    course: str
    module: str
    lang: str
    file: Path
    content: Published | None
    faults: tuple[Fault, ...]


def pressing(path: Path, now: datetime, slug: str = "") -> list[Pressed]:
    """Every module in this folder, or those of one course. Reads files only; takes some seconds for a whole course."""
    shelves = library(path, now.date())
    return [
        one
        for course in shelves.courses
        if course.card is not None and slug in ("", course.slug)
        for one in _pressed(shelves, course, now)
    ]


def _pressed(shelves: Library, course: Course, now: datetime) -> Iterable[Pressed]:
    shelf = shelves.shelf(course, KINDS, now.date())
    for module, checked in shelves.check(course, KINDS, now.date()).items():
        content, faults = pressed(checked, shelf)
        yield Pressed(course.slug, module, shelf.language, course.file(module), content, faults)


def outlooks(session: Session, modules: Iterable[Pressed], given: AnswersHere) -> list[Outlook]:
    """What `publish` would do with these modules."""
    return [_outlook(session, one, given) for one in modules]


def _outlook(session: Session, one: Pressed, given: AnswersHere) -> Outlook:
    row = session.get(CurrentContent, (one.course, one.module, one.lang))
    found: tuple[Foreseen, ...] = ()
    if one.content is not None and row is not None:
        found = tuple(foreseen(session, row.hash, one.content, given(session, one.course, one.module)))
    is_sound, is_published = one.content is not None, row is not None
    return Outlook(one.course, one.module, one.lang, one.file, is_sound, is_published, found, one.faults)


def foreseen(session: Session, current: str, after: Published, answers: Iterable[Given]) -> Iterable[Foreseen]:
    """Every activity of the current version and of `after`, with its answers, as far as they are not set aside yet."""
    before = content(session, current)
    by_activity = _by_activity(session, current, answers)
    for change in changes(before, after):
        hands = () if change.standing is Standing.NEW else by_activity.get(change.old_id, ())
        people = {(hand.person or hand.who, None if hand.person else hand.meeting) for hand in hands}
        yield Foreseen(change, len(people), len({(hand.meeting, hand.who) for hand in hands}))


def _by_activity(session: Session, current: str, answers: Iterable[Given]) -> Mapping[str, list[Given]]:
    """Id in the current version -> what was answered there, under whatever name it had then."""
    found: dict[str, list[Given]] = {}
    ways: dict[str, tuple[Names, Mapping[str, Outcome]]] = {}
    for hand in answers:
        if hand.content not in ways:
            way = way_to(session, hand.content, current)
            ways[hand.content] = through([one.module for one in way]), outcomes(way)
        places, become = ways[hand.content]
        place = places.get(hand.activity)
        if place is not None and become[hand.activity].fate is not Fate.SET_ASIDE:
            found.setdefault(place.id, []).append(hand)
    return found


def way_to(session: Session, start: str, end: str) -> list[Edition]:
    """From one published version to another that came later, through all that lie between."""
    way = editions(session, version_of(session, start))
    places = [place for place, one in enumerate(way) if one.hash == end]
    if places:
        return way[: places[-1] + 1]
    last = session.get_one(Content, end)
    return [way[0], Edition(end, last.published_at, content(session, end))]


# ---- in the terminal

_STANDING = {
    Standing.SAME: "as before",
    Standing.WORDS: "other words",
    Standing.ITEMS: "items came or went",
    Standing.KEY: "something else is right",
    Standing.KIND: "another kind of question",
    Standing.NEW: "new",
    Standing.GONE: "gone",
    Standing.RETIRED: "retired",
}
_FATE = {
    Fate.KEPT: "stay as they are",
    Fate.REGRADED: "will be marked anew (in a day that goes on: when it has ended)",
    Fate.SET_ASIDE: "will be set aside (in a day that goes on: when it has ended) and may be given anew",
    Fate.WORDLESS: "stay in the record without words in this version",
}
_WARNING = {
    "id-vanished": "the id is gone while answers exist: write 'was: {id}' under its new name, or 'retired: [{id}]'",
    "key-vanished": "keys are gone while answers exist ({lost}): write '- new) was old) words' where one was renamed",
    "key-changed": "something else is right while answers exist: write 'on-change: regrade', 'reset' or 'keep'",
}


def lines(outlook: Outlook) -> Iterable[str]:
    """What `flask courses publish --dry-run` says of one module."""
    name = f"{outlook.course}/{outlook.module} ({outlook.lang})"
    if not outlook.is_sound:
        yield f"{name}: has errors; nothing would be published"
        return
    if not outlook.is_published:
        yield f"{name}: new"
        return
    edits = outlook.edits
    yield f"{name}: {len(edits)} of {len(outlook.changes)} activities would change" if edits else f"{name}: as before"
    for one in edits:
        yield from _edit(one)


def _edit(one: Foreseen) -> Iterable[str]:
    change = one.change
    was = f" (was {change.was})" if change.was else ""
    given = f"; {one.answers} answers of {one.people} people {_FATE[change.fate]}" if one.answers else ""
    yield f"  {change.id}{was}: {_STANDING[change.standing]}{given}"
    for old, new in change.renamed:
        yield f"    {old} is called {new}"
    for words in change.wording:
        yield f"    {words.place}: {_short(words.before)} → {_short(words.after)}"
    for warning in one.warnings:
        yield f"    warning: {_WARNING[warning].format(id=change.id, lost=', '.join(change.lost))}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= WORDS_SHOWN else f"“{line[:WORDS_SHOWN]} …”"

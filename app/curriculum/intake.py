"""Brings questions from another program into a module: new ones into a quiz, known ones to their place.

The rules of this file
- A question already in the module gets its new words and answers; its options, hints and trainers' notes stay.
- Each question is checked alone first: a bad one is told at its line, the good ones come in.
- The module it makes is sound if the one it got was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.curriculum import written
from app.curriculum.check import check
from app.curriculum.exchange import Uncarried
from app.curriculum.faults import Faults, Spot
from app.curriculum.gift import Question
from app.curriculum.incoming import taken
from app.curriculum.model import Activity, Group, Module
from app.curriculum.notation import QUESTIONS
from app.curriculum.shelf import Shelf

FRONT = "---\nid: day-1\nday: 1\ntitle: One question\nduration: 1h\n---\n\n"


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one question: `is_new`, or changed in its place. `lost` could not be carried over."""

    line: int
    id: str
    kind: str
    is_new: bool
    lost: tuple[str, ...]


def brought_in(
    text: str, name: str, shelf: Shelf, questions: Sequence[Question], quiz: str, faults: Faults
) -> tuple[str, list[Brought]]:
    """(the module's new text, what became of each question); bad questions are told in `faults`, at their lines."""
    done: list[Brought] = []
    for question in questions:
        module = check(text, name, shelf).module
        if module is None:
            raise ValueError("questions are brought into a sound module only")
        try:
            carried = taken(question)
        except Uncarried as reason:
            faults.error(Spot(question.line), str(reason))
            continue
        same = (one for one in module.activities if one.id == carried.activity.id and one.kind in QUESTIONS)
        known = next(same, None)
        activity = _with_what_was(carried.activity, known)
        wrong = _wrong(activity, shelf)
        if any(brought.id == activity.id for brought in done):
            wrong = f"an earlier question has the name '{activity.id}' too"
        elif known is None and any(task.id == activity.id for task in (*module.tasks, *module.activities)):
            wrong = f"'{activity.id}' is the name of something else in this module"
        if wrong:
            faults.error(Spot(question.line), wrong)
            continue
        text = _placed(text, module, activity, known, quiz, shelf)
        done.append(Brought(question.line, activity.id, activity.kind, known is None, carried.lost))
    return text, done


def _with_what_was(new: Activity, known: Activity | None) -> Activity:
    if known is None:
        return new
    told = {note.name for note in new.notes}
    kept = tuple(note for note in known.notes if note.name not in told)
    return replace(new, settings=known.settings, notes=(*kept, *new.notes))


def _wrong(activity: Activity, shelf: Shelf) -> str | None:
    """What the checker has against this question alone."""
    alone = f"{FRONT}## Quiz\n\n///// quiz | the-quiz\n\n{written.activity(activity, shelf.kinds)}\n\n/////\n"
    errors = check(alone, "day-1", replace(shelf, modules={})).errors
    return errors[0].text if errors else None


def _placed(text: str, module: Module, activity: Activity, known: Activity | None, quiz: str, shelf: Shelf) -> str:
    lines = text.split("\n")
    new = written.activity(activity, shelf.kinds).split("\n")
    if known is not None:
        start = known.spot.line - 1
        return "\n".join([*lines[:start], *new, *lines[_end(lines, start) + 1 :]])
    home = next((task for task in module.tasks if isinstance(task, Group) and task.id == quiz), None)
    if home is not None:
        end = _end(lines, home.spot.line - 1)
        return "\n".join([*lines[:end], *new, "", *lines[end:]])
    last = _before_the_end(lines)
    group = ["## Questions", "", f"///// quiz | {quiz}", "", *new, "", "/////", ""]
    return "\n".join([*lines[:last], *group, *lines[last:]])


def _end(lines: Sequence[str], start: int) -> int:
    """The line that closes the fence opened at `start`."""
    slashes = lines[start].split(" ")[0]
    return next(at for at in range(start + 1, len(lines)) if lines[at].rstrip() == slashes)


def _before_the_end(lines: list[str]) -> int:
    """Where the last activity is over: before the key points, or at the end of the file."""
    at = next((at for at, line in enumerate(lines) if re.fullmatch(r"/// keypoints\s*", line)), len(lines))
    if at == len(lines) and lines[-1]:
        lines.append("")
        at += 1
    return at

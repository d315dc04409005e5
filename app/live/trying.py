"""Help with a question: hints one after another, and an answer that may be checked and changed. Pure.

The rules
- Where the author allows several `tries`, she checks her answer: right, or not yet, with what the author says to what
  she answered and to nothing else. Then she may change it, until it is right or her tries are used; then it stays.
- The answer as it stood is kept with each try: what she is told follows from what she checked, not from what she
  tapped since. The first try is what the tally counts. The same answer checked again is no further try.
- What was checked without a line counts as if it had been checked then, as long as the answer itself counts.
- Hints are taken in order, each by the person who asks for it: the record says who took how many.
- They are taken while the activity is open, and at any time after the day.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import answering, carrying
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, activity, opened, put_words_back
from app.live.events import Event
from app.live.state import Given, Run, Stage, State


def take_hint(state: State, ask: Ask, command: c.TakeHint) -> Sequence[Event]:
    item, person = activity(state, command.run), answering.person_of(state, ask)
    taken = taken_by(state, item.id, person)
    if not 0 < command.number <= len(item.hints):
        raise Rejected("no-such-hint", "There is no further hint.")
    if command.number <= taken:
        return []
    if state.stage is not Stage.ENDED and not opened(state, item.id).is_open:
        raise Rejected("not-open", "This activity is not open just now.")
    if command.number > taken + 1:
        raise Rejected("hint-before", "Take the hint before this one first.")
    return [e.HintTaken(item.id, person, command.number)]


def check(state: State, ask: Ask, command: c.Try) -> Sequence[Event]:
    item, who = activity(state, command.run), f"p{answering.person_of(state, ask)}"
    if item.tries < 2:
        raise Rejected("no-tries", "This question is answered once.")
    alone = state.stage is Stage.ENDED and not answering.was_under_way(state, item, ask)
    run = state.run(item.id, ask.now) if alone else opened(state, item.id)
    if not alone and not answering.in_time(state, run, ask.now - ask.age, ask.now)[1]:
        return []  # the results are shown by now: there is nothing to find out any more
    given = run.answers.get(who, {})
    answer, config, kind = plain(given, ask.words), carrying.config_of(state, run, ask.words), KINDS[item.kind]
    if not kind.is_complete(config, answer):
        raise Rejected("nothing-to-check", "Answer first, then check.")
    if alone and not all(one.alone for one in given.values()):
        raise Rejected("already-answered", "You answered this with the class. Your answer stays as it was.")
    done = run.tries.get(who, ())
    if done and plain(done[-1].cells, ask.words) == answer:
        return []
    if not run.tries_left(who, item.tries):
        raise Rejected("no-tries-left", "You have checked your answer. It stays as it is.")
    mark = kind.mark(config, answer)
    return [e.Tried(item.id, who, len(done) + 1, mark is not None and mark.is_right, alone)]


def plain(cells: Mapping[str, Given], words: Mapping[str, str]) -> dict[str, Any]:
    """An answer with its words."""
    return {cell: put_words_back(one.value, words) for cell, one in cells.items()}


def so_far(state: State, run: Run, who: str, words: Mapping[str, str]) -> dict[str, Any]:
    """What she may know of her tries: `{of, left}`; after the first whether it was right and what is said to it."""
    item, done = state.plan.items[run.id], run.tries.get(who, ())
    whole: dict[str, Any] = {"of": item.tries, "left": run.tries_left(who, item.tries)}
    if not done:
        return whole
    config = carrying.config_of(state, run, words)
    said = KINDS[item.kind].feedback(config, run.veil, plain(done[-1].cells, words))
    return whole | {"right": done[-1].right, "feedback": said}


def at_first_try(run: Run) -> dict[str, int]:
    """How many have checked their answer in class, and how many were right the first time."""
    first = [done[0] for done in run.tries.values() if not done[0].alone]
    return {"n": len(first), "right": sum(one.right for one in first)}


def taken_by(state: State, run: str, person: int) -> int:
    """How many hints of this activity she took."""
    return state.runs[run].hints.get(person, 0) if run in state.runs else 0


def hints_taken(state: State, run: Run) -> list[int]:
    """How many people took the first hint, the second …; empty if nobody took any."""
    if not run.hints:
        return []
    return [sum(taken > place for taken in run.hints.values()) for place in range(len(state.plan.items[run.id].hints))]


DECIDERS: dict[type, Callable[..., Any]] = {c.TakeHint: take_hint, c.Try: check}

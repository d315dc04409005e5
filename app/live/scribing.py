"""Results from paper: a trainer enters what stands on a sheet, for the person or the group whose name is on it. Pure.

The rules
- Only what is closed or was never opened: while it is open, people write themselves, and both would change one text.
- What somebody wrote on a phone stays. A trainer fills in what is empty, and corrects what was entered from paper.
- It was done with the class, so it counts with the class; and it says for ever that it came from paper, and by whom.
- A sheet of a group is entered for the group. Where the class formed none, it is entered for one of its people.
- What nobody but its author reads has no code, and is not entered.
"""

from collections.abc import Callable
from typing import Any

from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import carrying
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, Decided, activity, set_words_aside
from app.live.plan import Activity
from app.live.state import Stage, State


def authors(state: State, item: Activity) -> tuple[str, ...]:
    """Whose sheets of this activity may be entered: ("p3", "p7") in the roster's order, or ("g1", "g2")."""
    if item.by == "group":
        groups = {place for places in state.sat.get(state.plan.top(item.id).id, {}).values() for place in places}
        groups = set(state.writers(item.id)) if state.round(item.id) else groups  # in a pattern: whose result it is
        if groups:
            return tuple(sorted(groups, key=lambda group: (len(group), group)))
    return tuple(f"p{member.id}" for member in state.trainees)


def write_for(state: State, ask: Ask, command: c.WriteFor) -> Decided:
    item = activity(state, command.run)
    if not item.is_answerable or KINDS[item.kind].private:
        raise Rejected("no-answer-here", "There is nothing to enter for this activity.")
    if state.stage is Stage.LOBBY:
        raise Rejected("not-started", "The day has not begun yet. Start it first.")
    run = state.run(item.id, ask.now)
    if run.is_open:
        raise Rejected("still-open", "This is still open: people write on their phones. Close it first.")
    if command.who not in authors(state, item):
        raise Rejected("no-such-author", "Nobody of that name has a sheet of this activity.")
    kind, config = KINDS[item.kind], carrying.config_of(state, run, ask.words)
    cell, value = kind.accept(config, run.veil, command.cell, command.value)
    given = run.answers.get(command.who, {}).get(cell)
    if given is not None and given.scribe is None:
        raise Rejected("already-answered", "This was written on a phone. It stays as it is.")
    person = int(command.who[1:]) if command.who.startswith("p") else ask.actor.id or 0
    about = kind.about(config, run.veil, cell, value) if value is not None else None
    if about is not None and about in carrying.own_keys(state, item, person):
        raise Rejected("own-sheet", "This is the author's own sheet. Choose one that others wrote.")
    value, said = set_words_aside(ask, value, person if command.who.startswith("p") else None)
    return Decided((e.Answered(item.id, command.who, cell, value, person, ask.now, on_paper=True),), said)


DECIDERS: dict[type, Callable[..., Any]] = {c.WriteFor: write_for}

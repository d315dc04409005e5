"""Answers: who may write into which cell, and what counts that comes late. Pure.

The rules (L4, L11, L14)
- While a run is open, a cell may be written and rewritten; the last one in wins.
- What was *written* after the end is refused; the phone keeps its text. What was written before the end and arrives
  within the grace counts; what arrives later is kept as late, shown to author and trainers, and not counted.
- The client says how long ago it wrote. That is believed, for it decides nothing but lateness.
- After the meeting each person may still do each activity alone, once it is not yet answered; that counts in no tally.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from app.activities import rows
from app.activities.contract import Kind
from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import carrying
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, Decided, activity, opened, set_words_aside
from app.live.plan import Activity
from app.live.state import Phase, Run, Stage, State

MAX_AGE = timedelta(days=7)  # an outbox older than the course itself is not believed
SLACK = timedelta(seconds=1)  # a tap in the second in which the clock showed 0:00 is in time


def answer(state: State, ask: Ask, command: c.Answer) -> Decided:
    item = activity(state, command.run)
    if not item.is_answerable:
        raise Rejected("no-answer-here", "There is nothing to answer in this activity.")
    person = person_of(state, ask)
    if state.stage is Stage.ENDED and not was_under_way(state, item, ask):
        return _alone(state, ask, command, item, person)
    run = opened(state, command.run)
    kind = KINDS[item.kind]
    written = ask.now - max(timedelta(), min(ask.age, MAX_AGE))
    live = state.stage is Stage.LIVE
    who = state.who_wrote(command.run, person, written) if live else _who_then(state, item, person)
    if who is None and state.group_of(person):
        raise Rejected("not-your-sheet", "Your group does not fill in this sheet just now. Please load the page again.")
    if who is None:
        raise Rejected("no-group", "You are in no group just now. Your trainer can put you into one.")
    _may_try_yet(run, item, who)
    config = carrying.config_of(state, run, ask.words)
    cell, value = kind.accept(config, run.veil, command.cell, command.value)
    _about_others(state, item, person, kind.about(config, run.veil, cell, value) if value is not None else None)
    if item.by == "group" and not who.startswith("p") and rows.covers(kind.shared(config), cell):
        raise Rejected("shared-text", "This field is written together. Please load the page again.")
    late, counts = in_time(state, run, written, ask.now)
    value, said = set_words_aside(ask, value, person)
    return Decided((e.Answered(item.id, who, cell, value, person, written, late, counts),), said)


def _about_others(state: State, item: Activity, person: int, about: str | None) -> None:
    """Nobody judges what she has a hand in herself."""
    if about is not None and about in carrying.own_keys(state, item, person):
        raise Rejected("own-sheet", "This is your own sheet. Choose one that others wrote.")


def _may_try_yet(run: Run, item: Activity, who: str) -> None:
    if item.tries > 1 and not run.tries_left(who, item.tries):
        raise Rejected("no-tries-left", "You have checked your answer. It stays as it is.")


def in_time(state: State, run: Run, written: datetime, now: datetime) -> tuple[bool, bool]:
    """(late, counts) for something written then that arrives now. Raises `Rejected`: not-open, too-late."""
    if run.phase is Phase.READY:
        raise Rejected("not-open", "This activity is not open just now.")
    item = state.plan.items[run.id]
    end = end_by_clock(state, run) if run.is_open else run.ended_at
    if run.is_open and (end is None or written <= end + SLACK):
        return False, True
    if end is None or written > end + SLACK:
        raise Rejected("too-late", "This was closed before you wrote. Your text is kept on this phone.")
    if written < run.opened_at - SLACK:  # an answer of before a reopening, or a clock gone wrong: it was in time
        written = run.opened_at
    in_grace = now <= end + timedelta(seconds=item.grace) and run.phase is not Phase.REVEALED
    return True, in_grace


def end_by_clock(state: State, run: Run) -> datetime | None:
    """When the clock ends an open run, None if none does; a sheet in group work ends with its group work."""
    item = state.plan.items[run.id]
    work = state.plan.top(run.id)
    if work.is_group_work and work.id in state.runs:
        run, item = state.runs[work.id], work
    return run.ends_at if item.end in ("close", "advance") else None


def person_of(state: State, ask: Ask) -> int:
    member = state.members.get(ask.actor.id or 0)
    if member is None or member.removed:
        raise Rejected("not-here", "You are not on the list of this meeting. Ask your trainer.")
    if member.facilitates:
        raise Rejected("trainers-do-not-answer", "Trainers see the answers; they do not give one.")
    return member.id


def was_under_way(state: State, item: Activity, ask: Ask) -> bool:
    """After the end: was this written while the run was still open, and has only now arrived?"""
    run = state.runs.get(item.id)
    written = ask.now - min(ask.age, MAX_AGE)
    return run is not None and run.ended_at is not None and run.opened_at <= written <= run.ended_at


def _who_then(state: State, item: Activity, person: int) -> str | None:
    if item.by != "group":
        return f"p{person}"
    places = state.sat_in(item.id, person)
    return places[-1] if places else None


def _alone(state: State, ask: Ask, command: c.Answer, item: Activity, person: int) -> Decided:
    kind, run, who = KINDS[item.kind], state.run(item.id, ask.now), f"p{person}"
    given = run.answers.get(who, {})
    if item.by == "person" and given and not all(cell.alone for cell in given.values()) and item.kind != "plan":
        raise Rejected("already-answered", "You answered this with the class. Your answer stays as it was.")
    if person in run.unfolded and item.is_closed_question:
        raise Rejected("already-unfolded", "You have seen the answer. Your own cannot be changed any more.")
    config = carrying.config_of(state, run, ask.words)
    _may_try_yet(run, item, who)
    if given and item.is_closed_question and item.tries == 1 and not _is_draft(kind, config, given):
        raise Rejected("already-answered", "You have answered this. Look at what the class said.")
    cell, value = kind.accept(config, run.veil, command.cell, command.value)
    _about_others(state, item, person, kind.about(config, run.veil, cell, value) if value is not None else None)
    value, said = set_words_aside(ask, value, person)
    return Decided((e.Answered(item.id, who, cell, value, person, ask.now, counts=False, alone=True),), said)


def _is_draft(kind: Kind[Any], config: Any, given: Any) -> bool:
    return not kind.is_complete(config, {cell: one.value for cell, one in given.items()})


def unfold(state: State, ask: Ask, command: c.Unfold) -> list[e.Event]:
    item, person = activity(state, command.run), person_of(state, ask)
    if state.stage is not Stage.ENDED:
        raise Rejected("not-ended", "This opens when the day has ended.")
    if person in state.run(item.id, ask.now).unfolded:
        return []
    return [e.Unfolded(item.id, person)]


def keep_sheet(state: State, ask: Ask, command: c.KeepSheet) -> Decided:
    """The server's own: the words of a shared sheet into the record, only the fields that changed."""
    run = opened(state, command.run)
    fields = {key: {"text": text} if text.strip() else None for key, text in command.fields.items()}
    value, said = set_words_aside(ask, fields, None)
    if not value:
        return Decided(())
    return Decided((e.SheetKept(run.id, command.group, value, command.why, command.late),), said)


DECIDERS: dict[type, Callable[..., Any]] = {c.Answer: answer, c.Unfold: unfold, c.KeepSheet: keep_sheet}

"""A trainer's acts on the day and its activities: open, close, show, pause, time, undo. Pure.

The rules
- One thing at a time: opening an activity closes what was open before, unless its pace is free.
- Results are shown after closing. What is shown can be hidden again; no answer is ever removed.
- A run closes by its clock after the grace, so that what was written in the last second is there.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from app.errors import Rejected
from app.live import answering, breakouts, carrying, rounds, versions
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, activity, by, opened, require_fresh, require_live
from app.live.events import Event, Happened
from app.live.evolve import fold
from app.live.plan import Activity
from app.live.state import Phase, Run, Stage, State

SOFT_CLOSE_SECONDS = 120  # L15: groups are warned at two minutes and at thirty seconds
LONGEST_SECONDS = 8 * 3600  # no activity is longer than a working day


def start(state: State, ask: Ask, command: c.Start) -> Sequence[Event]:
    if state.stage is Stage.ENDED:
        raise Rejected("already-ended", "This day has ended. Reopen it to go on.")
    return [] if state.stage is Stage.LIVE else [e.MeetingStarted(state.plan.content)]


def end(state: State, ask: Ask, command: c.End) -> Sequence[Event]:
    if state.stage is Stage.ENDED:
        return []
    return [*_close_all(state, ask.now), e.MeetingEnded()]


def reopen_meeting(state: State, ask: Ask, command: c.ReopenMeeting) -> Sequence[Event]:
    return [e.MeetingReopened()] if state.stage is Stage.ENDED else []


def open_run(state: State, ask: Ask, command: c.Open) -> Sequence[Event]:
    require_live(state)
    item = activity(state, command.run)
    require_fresh(state, command.run, command.saw)
    run = state.runs.get(item.id)
    if run is not None and run.phase is not Phase.READY:
        raise Rejected("already-open", f"{by(run.touched_by)} has opened it already.")
    if item.parent is not None and not state.plan.items[item.parent].is_quiz:
        raise Rejected("opens-together", "This opens together with its group work.")
    carrying.require_something(state, ask, item)
    return [*_make_room(state, item, ask.now), *_open(state, ask, item)]


def _make_room(state: State, item: Activity, now: datetime) -> Iterator[Event]:
    """Close what is open beside the new one: the question before it, or the whole activity before it."""
    for run in state.runs.values():
        other = state.plan.items[run.id]
        same_quiz = item.parent is not None and run.id == item.parent
        beside = other.parent == item.parent if item.parent else True
        if run.is_open and beside and not same_quiz and run.id != item.id and other.pace != "free":
            yield closing(state, run, now)
    if item.parent and not (item.parent in state.runs and state.runs[item.parent].is_open):
        yield e.RunOpened(item.parent, "", 0)


def _open(state: State, ask: Ask, item: Activity) -> Iterator[Event]:
    groups = list(breakouts.opening(state, ask, item)) if item.is_group_work else []
    yield from groups
    after = fold(state, (Happened(state.seq, ask.now, ask.actor.id, event) for event in groups))
    clock = 0 if item.is_quiz and item.one_by_one else item.seconds
    yield from carrying.opening(after, ask, item)
    yield _opening(state, ask, item.id, clock)
    yield from rounds.opening(after, item)
    first = item.children[:1] if item.one_by_one else item.children
    for child in first:
        yield from carrying.opening(after, ask, state.plan.items[child])
        yield _opening(state, ask, child, state.plan.items[child].seconds if item.is_quiz else 0)


def _opening(state: State, ask: Ask, run: str, seconds: int) -> e.RunOpened:
    return e.RunOpened(run, f"{ask.dice.getrandbits(64):016x}", seconds, state.plan.items[run].content)


def closing(state: State, run: Run, now: datetime, by_clock: bool = False) -> e.RunClosed:
    """Now is the end, unless a clock that closes had run out before."""
    end = answering.end_by_clock(state, run)
    return e.RunClosed(run.id, min(now, end) if end else now, run.seconds_left(now), by_clock)


def _close_all(state: State, now: datetime) -> Iterator[Event]:
    yield from (closing(state, run, now) for run in state.runs.values() if run.is_open)


def close(state: State, ask: Ask, command: c.Close) -> Sequence[Event]:
    run = opened(state, command.run)
    if not run.is_open:
        raise Rejected("already-closed", f"{by(run.touched_by)} closed it a moment ago. This is how it stands now.")
    require_fresh(state, command.run, command.saw)
    tree = [state.runs[id] for id in state.plan.tree(run.id) if id in state.runs]
    return [closing(state, one, ask.now) for one in reversed(tree) if one.is_open]


def reveal(state: State, ask: Ask, command: c.Reveal) -> Sequence[Event]:
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if run.phase is Phase.REVEALED:
        raise Rejected("already-shown", f"{by(run.touched_by)} has shown it already.")
    item = state.plan.items[run.id]
    runs = [run, *(state.runs[id] for id in item.children if id in state.runs and item.is_group_work)]
    closed = [closing(state, one, ask.now) for one in reversed(runs) if one.is_open]
    return [*closed, *(e.RunRevealed(one.id) for one in reversed(runs) if one.phase is not Phase.REVEALED)]


def hide(state: State, ask: Ask, command: c.Hide) -> Sequence[Event]:
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if run.phase is not Phase.REVEALED:
        raise Rejected("not-shown", "Nothing is shown just now.")
    tree = [id for id in state.plan.tree(run.id) if id in state.runs]
    return [e.RunHidden(id) for id in reversed(tree) if state.runs[id].phase is Phase.REVEALED]


def reopen(state: State, ask: Ask, command: c.Reopen) -> Sequence[Event]:
    require_live(state)
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if run.is_open:
        raise Rejected("already-open", f"{by(run.touched_by)} has opened it already.")
    _seconds(command.seconds)
    item = state.plan.items[run.id]
    children = [] if item.is_quiz else [id for id in item.children if id in state.runs]
    room = _make_room(state, item, ask.now)
    return [*room, *(e.RunReopened(id, 0) for id in children), e.RunReopened(run.id, command.seconds)]


def pause(state: State, ask: Ask, command: c.Pause) -> Sequence[Event]:
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if run.phase is not Phase.OPEN:
        raise Rejected("not-running", "It is not running just now.")
    return [e.RunPaused(run.id, run.seconds_left(ask.now))]


def resume(state: State, ask: Ask, command: c.Resume) -> Sequence[Event]:
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if run.phase is not Phase.PAUSED:
        raise Rejected("not-paused", f"{by(run.touched_by)} let it go on already.")
    return [e.RunResumed(run.id)]


def add_time(state: State, ask: Ask, command: c.AddTime) -> Sequence[Event]:
    """More or less time; a clock that has run out starts again from now."""
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if not run.is_open:
        raise Rejected("already-closed", f"{by(run.touched_by)} closed it a moment ago. This is how it stands now.")
    _seconds(abs(command.seconds))
    if run.phase is Phase.PAUSED:
        return [e.EndMoved(run.id, command.seconds, left=max(0.0, (run.left or 0.0) + command.seconds))]
    start = max(run.ends_at, ask.now) if run.ends_at else ask.now
    return [e.EndMoved(run.id, command.seconds, max(ask.now, start + timedelta(seconds=command.seconds)))]


def call_back(state: State, ask: Ask, command: c.CallBack) -> Sequence[Event]:
    run = opened(state, command.run)
    require_fresh(state, command.run, command.saw)
    if not run.is_open:
        raise Rejected("already-closed", f"{by(run.touched_by)} closed it a moment ago. This is how it stands now.")
    left = run.seconds_left(ask.now)
    ends_at = ask.now + timedelta(seconds=SOFT_CLOSE_SECONDS)
    moved = e.EndMoved(run.id, round(SOFT_CLOSE_SECONDS - (left or 0)), ends_at, is_soft_close=True)
    return [e.RunResumed(run.id), moved] if run.phase is Phase.PAUSED else [moved]


def _seconds(seconds: int) -> None:
    if not 0 <= seconds <= LONGEST_SECONDS:
        raise Rejected("wrong-time", "That is longer than a working day.")


def undo(state: State, ask: Ask, command: c.Undo) -> Sequence[Event]:
    """Take an act back; refused after 30 s, or when something later touched the same thing."""
    act = next((act for act in state.acts if act.seq == command.seq), None)
    if act is None or act.before is None or act.undone:
        raise Rejected("cannot-undo", "This cannot be taken back any more.")
    if not act.can_be_undone(ask.now):
        raise Rejected("undo-too-late", "This was more than 30 seconds ago. It stays as it is.")
    if act.what == versions.WHAT:
        versions.require_unused(state, act)
    if act.run is not None and state.runs[act.run].touched != act.seq:
        other = state.runs[act.run].touched_by
        raise Rejected("touched-since", f"{by(other)} has changed it since. It stays as it is.")
    if act.person is not None and any(a.person == act.person and a.seq > act.seq for a in state.acts):
        raise Rejected("touched-since", "She was moved again since. It stays as it is.")
    return [*_undo_children(state, ask, act.seq), e.Undone(act.seq, _clock_again(state, act.seq, ask.now))]


def _undo_children(state: State, ask: Ask, seq: int) -> Iterator[Event]:
    """Closing or showing group work did the same to the sheets in it: they come back with it."""
    act = next(act for act in state.acts if act.seq == seq)
    if act.run is None or act.what not in ("close", "time-over", "reveal", "hide"):
        return
    for other in state.acts:
        inside = other.run in state.plan.items[act.run].children
        if inside and other.what == act.what and other.at == act.at and not other.undone:
            yield e.Undone(other.seq, _clock_again(state, other.seq, ask.now))


def _clock_again(state: State, seq: int, now: datetime) -> datetime | None:
    act = next(act for act in state.acts if act.seq == seq)
    left = act.before.get("left")
    if act.what not in ("close", "time-over", "pause", "round") or left is None or act.before["phase"] is Phase.PAUSED:
        return None
    # Closed by the clock, there was nothing left: give the time of a soft close to end the sentence.
    return now + timedelta(seconds=left if left > 0 else SOFT_CLOSE_SECONDS)


def tick(state: State, ask: Ask, command: c.Tick) -> Sequence[Event]:
    """What is due by the clock."""
    due: list[Event] = []
    for run in state.runs.values():
        item = state.plan.items[run.id]
        due_at = rounds.goes_on_at(state, run)
        if due_at is not None:
            due += rounds.going_on(state, item) if due_at <= ask.now else []
        elif closes_at(state, run) is not None and closes_at(state, run) <= ask.now:  # type: ignore[operator]
            inside = [state.runs[id] for id in item.children if state.runs[id].is_open]
            due += [closing(state, one, ask.now, by_clock=True) for one in (*inside, run)]
    return due


def closes_at(state: State, run: Run) -> datetime | None:
    """When the clock closes this run: its end and the grace after it; None if it never does."""
    item = state.plan.items[run.id]
    if run.phase is not Phase.OPEN or run.ends_at is None or item.end not in ("close", "advance"):
        return None
    return run.ends_at + timedelta(seconds=item.grace)


def note_lead(state: State, ask: Ask, command: c.NoteLead) -> Sequence[Event]:
    if command.present == state.led:
        return []
    return [e.LeadBack() if command.present else e.LeadLost()]


DECIDERS: dict[type, Callable[..., Any]] = {
    c.Start: start, c.End: end, c.ReopenMeeting: reopen_meeting, c.Open: open_run, c.Close: close, c.Reveal: reveal,
    c.Hide: hide, c.Reopen: reopen, c.Pause: pause, c.Resume: resume, c.AddTime: add_time, c.CallBack: call_back,
    c.Undo: undo, c.Tick: tick, c.NoteLead: note_lead,
}  # fmt: skip

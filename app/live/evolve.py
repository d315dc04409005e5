"""What an event changes. Pure: the log folded through `evolve` is the meeting, after a restart as well as before.

The rules of this file
- One `case` an event; nothing is refused here: what is in the log has happened.
- A trainer's act leaves an `Act`, with what an undo would put back. An undo removes no answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from app.live import events as e
from app.live import evolve_groups, versions
from app.live.changing import act, put, set_run, sits, with_run, without
from app.live.events import Happened
from app.live.state import Asking, Given, Member, Phase, Run, Stage, State, Tried


def fold(state: State, log: Iterable[Happened]) -> State:
    for happened in log:
        state = evolve(state, happened)
    return state


def evolve(state: State, happened: Happened) -> State:
    """The state after `happened`."""
    return _apply(replace(state, seq=happened.seq), happened)


def _apply(state: State, h: Happened) -> State:
    match h.event:
        case e.MeetingOpened() | e.MeetingStarted() | e.MeetingEnded() | e.MeetingReopened() | e.VersionTaken():
            return _meeting(state, h)
        case e.Entered() | e.Removed():
            return _people(state, h)
        case e.RunOpened() | e.RunClosed() | e.RunRevealed() | e.RunHidden() | e.RunReopened():
            return _phase(state, h)
        case e.RunPaused() | e.RunResumed() | e.EndMoved():
            return _clock(state, h)
        case e.Answered() | e.Unfolded() | e.HintTaken() | e.Tried() | e.SheetKept():
            return _answers(state, h)
        case e.GroupsPreviewed() | e.Placed() | e.GroupsTold() | e.GroupsOpened() | e.GroupLinked():
            return evolve_groups.made(state, h)
        case e.RoundOpened():
            return evolve_groups.round_opened(state, h, h.event)
        case e.RolesDealt():
            return evolve_groups.cast(state, h, h.event)
        case e.TakenOver() | e.TakenOut() | e.Reworded():
            return evolve_groups.taken_over(state, h)
        case e.Moved() | e.Stayed() | e.Unstayed():
            return evolve_groups.moved(state, h)
        case e.HelpAsked() | e.HelpExplained() | e.HelpSeen() | e.HelpAttended() | e.HelpResolved():
            return evolve_groups.helped(state, h)
        case e.WordSaid() | e.WordSeen() | e.WordRetracted():
            return evolve_groups.said(state, h)
        case e.ReportStarted() | e.ReportMoved() | e.ReportEnded():
            return evolve_groups.reported(state, h)
        case e.Undone():
            return _undo(state, h, h.event)
        case e.LeadLost():
            return replace(state, led=False)
        case e.LeadBack():
            return replace(state, led=True)
        case _:
            assert_never(h.event)


def _meeting(state: State, h: Happened) -> State:
    match h.event:
        case e.MeetingOpened(seats, seed, role_counts, pair_counts):
            members = {seat.person: Member(seat.person, seat.role, seat.district) for seat in seats}
            return replace(state, seed=seed, members=members, role_counts=role_counts, pair_counts=pair_counts)
        case e.MeetingStarted():
            return act(replace(state, stage=Stage.LIVE, started_at=h.at), h, "start")
        case e.MeetingEnded():
            return act(replace(state, stage=Stage.ENDED, ended_at=h.at), h, "end")
        case e.VersionTaken(content):
            state, before = versions.taken(state, content)
            return act(state, h, versions.WHAT, before=before)
        case _:
            return act(replace(state, stage=Stage.LIVE, ended_at=None), h, "reopen-meeting")


def _people(state: State, h: Happened) -> State:
    match h.event:
        case e.Entered(seat, late):
            known = state.members.get(seat.person)
            member = Member(seat.person, seat.role, seat.district) if known is None or known.removed else known
            member = replace(member, joined_at=member.joined_at or h.at, came_late=late)
            return replace(state, members={**state.members, seat.person: member})
        case e.Removed(person):
            member = replace(state.members[person], removed=True)
            state = replace(state, members={**state.members, person: member}, groups=without(state.groups, person))
            return act(state, h, "remove", person=person)
    return state


def _phase(state: State, h: Happened) -> State:
    match h.event:
        case e.RunOpened():
            return _open(state, h, h.event)
        case e.RunClosed(id, ended_at, left, by_clock):
            run = state.runs[id]
            state = set_run(
                state, h, run, phase=Phase.CLOSED, left=left, ended_at=ended_at, closed_at=h.at, ends_at=None
            )
            if state.plan.items[id].is_group_work:
                done = tuple(replace(call, state="resolved") for call in state.helps)  # nobody waits for help any more
                state = replace(state, stayed=frozenset(), helps=done)
            what = "time-over" if by_clock else "close"
            return act(state, h, what, id, before={"phase": run.phase, "left": left})
        case e.RunRevealed(id):
            run = state.runs[id]
            state = set_run(state, h, run, phase=Phase.REVEALED, revealed_at=h.at)
            return act(state, h, "reveal", id, before={"phase": run.phase})
        case e.RunHidden(id):
            state = set_run(state, h, state.runs[id], phase=Phase.CLOSED, revealed_at=None)
            return act(state, h, "hide", id, before={"phase": Phase.REVEALED})
        case e.RunReopened(id, seconds):
            run = state.runs[id]
            ends_at = h.at + timedelta(seconds=seconds) if seconds else None
            state = set_run(
                state, h, run, phase=Phase.OPEN, ends_at=ends_at, ended_at=None, closed_at=None, left=None,
                called_back=False,
            )  # fmt: skip
            return act(_at(state, id), h, "reopen", id)
    return state


def _open(state: State, h: Happened, event: e.RunOpened) -> State:
    before = state.runs.get(event.run)
    ends_at = h.at + timedelta(seconds=event.seconds) if event.seconds else None
    run = Run(event.run, Phase.OPEN, event.seed, h.at, ends_at, touched=h.seq, touched_by=h.actor)
    if before is not None:  # an opening that was undone: the answers given meanwhile are still there
        run = replace(run, seed=before.seed, answers=before.answers, hints=before.hints, tries=before.tries)
    was = state.current
    state = _at(replace(state, runs={**state.runs, event.run: run}), event.run)
    if state.plan.items[event.run].parent is None:
        return act(replace(state, report=None), h, "open", event.run, before={"phase": None, "current": was})
    return act(state, h, "open", event.run, before={"phase": None, "current": was}) if _in_quiz(state, run) else state


def _in_quiz(state: State, run: Run) -> bool:
    return state.plan.top(run.id).is_quiz


def _at(state: State, run: str) -> State:
    return replace(state, current=state.plan.top(run).id)


def _clock(state: State, h: Happened) -> State:
    match h.event:
        case e.RunPaused(id, left):
            state = set_run(state, h, state.runs[id], phase=Phase.PAUSED, left=left, ends_at=None, paused_at=h.at)
            return act(state, h, "pause", id, before={"phase": Phase.OPEN, "left": left})
        case e.RunResumed(id):
            run = state.runs[id]
            ends_at = None if run.left is None else h.at + timedelta(seconds=run.left)
            waited = (h.at - run.paused_at).total_seconds() if run.paused_at else 0.0
            state = set_run(
                state, h, run, phase=Phase.OPEN, left=None, ends_at=ends_at,
                paused_at=None, paused_seconds=run.paused_seconds + waited,
            )  # fmt: skip
            return act(state, h, "resume", id)
        case e.EndMoved(id, seconds, ends_at, left, is_soft_close):
            run = state.runs[id]
            before = {"phase": run.phase, "ends_at": run.ends_at, "left": run.left, "called_back": run.called_back}
            what = "call-back" if is_soft_close else f"time {seconds:+d}"
            called_back = is_soft_close or run.called_back
            state = set_run(state, h, run, ends_at=ends_at, left=left, called_back=called_back)
            return act(state, h, what, id, before=before)
    return state


def _answers(state: State, h: Happened) -> State:
    match h.event:
        case e.Answered(_, who, cell, value, person, written_at, late, counts, alone):
            scribe = h.actor if h.event.on_paper else None
            given = Given(value, written_at, person, late, counts, alone, scribe)
            return _put_back(state, h, _keep(_asked(state, h), who, {cell: given}))
        case e.Unfolded(_, person):
            run = _asked(state, h)
            return _put_back(state, h, replace(run, unfolded=run.unfolded | {person}))
        case e.HintTaken(_, person, number):
            run = _asked(state, h)
            return _put_back(state, h, replace(run, hints={**run.hints, person: number}))
        case e.Tried(_, who, _number, right, alone):
            run = _asked(state, h)
            tries = (*run.tries.get(who, ()), Tried(right, dict(run.answers.get(who, {})), alone))
            return _put_back(state, h, replace(run, tries={**run.tries, who: tries}))
        case e.SheetKept(id, group, fields, _why, late):
            writer = h.actor or 0
            cells = {key: Given(value, h.at, writer, late) for key, value in fields.items()}
            return with_run(state, _keep(state.runs[id], group, cells))
    return state


def _asked(state: State, h: Happened) -> Run:
    """What this is an answer to: the run, or what the course asks in its place since the day."""
    assert isinstance(h.event, e.Answered | e.Unfolded | e.HintTaken | e.Tried)
    id, content = h.event.run, h.event.content
    if not content:
        return state.run(id, h.at)
    asking = state.anew.get(id, {}).get(content)
    return asking.run if asking else Run(id, Phase.READY, state.run(id, h.at).seed, h.at)


def _put_back(state: State, h: Happened, run: Run) -> State:
    assert isinstance(h.event, e.Answered | e.Unfolded | e.HintTaken | e.Tried)
    if not h.event.content:
        return with_run(state, run)
    askings = {**state.anew.get(run.id, {}), h.event.content: Asking(h.event.question, run)}
    return replace(state, anew={**state.anew, run.id: askings})


def _keep(run: Run, who: str, cells: Mapping[str, Given]) -> Run:
    answer = {**run.answers.get(who, {}), **cells}
    answer = {cell: given for cell, given in answer.items() if given.value is not None}
    return replace(run, answers={**run.answers, who: answer})


def _undo(state: State, h: Happened, event: e.Undone) -> State:
    act = next(act for act in state.acts if act.seq == event.seq)
    state = replace(state, acts=tuple(replace(a, undone=True) if a.seq == act.seq else a for a in state.acts))
    if act.what == "move":
        assert act.person is not None
        groups = put(without(state.groups, act.person), act.person, act.before["group"])
        state = replace(state, groups=groups)
        return sits(state, act.person, act.before["group"]) if act.before["group"] else state
    if act.what == versions.WHAT:
        return versions.given_back(state, act)
    assert act.run is not None
    run = state.runs[act.run]
    if act.what == "open":
        state = set_run(state, h, run, phase=Phase.READY, ends_at=None)
        for child in state.plan.items[act.run].children:
            if child in state.runs and state.runs[child].is_open:
                state = set_run(state, h, state.runs[child], phase=Phase.READY, ends_at=None)
        return replace(state, current=act.before["current"])
    if act.what in ("close", "time-over"):
        phase = act.before["phase"]
        left = act.before["left"] if phase is Phase.PAUSED else None
        return _at(
            set_run(state, h, run, phase=phase, ends_at=event.ends_at, left=left, ended_at=None, closed_at=None),
            run.id,
        )
    if act.what == "round":
        rounds = state.rounds[act.run][:-1]
        state = replace(state, groups=act.before["groups"], rounds={**state.rounds, act.run: rounds})
        for group in state.groups:
            for person in group.members:
                state = sits(state, person, group.id)
        phase = act.before["phase"]
        left = act.before["left"] if phase is Phase.PAUSED else None
        called_back = act.before["called_back"]
        if state.plan.items[act.run].pattern == "gallery":
            state = evolve_groups.calls_follow(state)
        return set_run(state, h, run, phase=phase, ends_at=event.ends_at, left=left, called_back=called_back)
    if act.what == "rotate":
        turns = state.casts[act.run][: act.before["turns"]]
        return set_run(replace(state, casts={**state.casts, act.run: turns}), h, run)
    if act.what == "pause":
        return set_run(state, h, run, phase=Phase.OPEN, ends_at=event.ends_at, left=None, paused_at=None)
    if act.what == "call-back" or act.what.startswith("time "):
        before = {name: act.before[name] for name in ("ends_at", "left", "called_back")}
        return set_run(state, h, run, **before)
    return set_run(state, h, run, phase=act.before["phase"])  # reveal, hide

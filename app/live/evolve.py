"""What an event changes. Pure: the log folded through `evolve` is the meeting, after a restart as well as before.

The rules of this file
- One `case` an event; nothing is refused here: what is in the log has happened.
- A trainer's act leaves an `Act`, with what an undo would put back. An undo removes no answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, assert_never

from app.live import events as e
from app.live import versions
from app.live.events import Happened
from app.live.state import (
    ACTS_KEPT,
    Act,
    Asking,
    Given,
    Group,
    Help,
    Member,
    Phase,
    Preview,
    ReportBack,
    Round,
    Run,
    Stage,
    State,
    Taking,
    Tried,
    Word,
)  # fmt: skip


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
            return _groups(state, h)
        case e.RoundOpened():
            return _round(state, h, h.event)
        case e.RolesDealt():
            return _cast(state, h, h.event)
        case e.TakenOver() | e.TakenOut() | e.Reworded():
            return _taking(state, h)
        case e.Moved() | e.Stayed() | e.Unstayed():
            return _moves(state, h)
        case e.HelpAsked() | e.HelpExplained() | e.HelpSeen() | e.HelpAttended() | e.HelpResolved():
            return _help(state, h)
        case e.WordSaid() | e.WordSeen() | e.WordRetracted():
            return _words(state, h)
        case e.ReportStarted() | e.ReportMoved() | e.ReportEnded():
            return _report(state, h)
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
            return _act(replace(state, stage=Stage.LIVE, started_at=h.at), h, "start")
        case e.MeetingEnded():
            return _act(replace(state, stage=Stage.ENDED, ended_at=h.at), h, "end")
        case e.VersionTaken(content):
            state, before = versions.taken(state, content)
            return _act(state, h, versions.WHAT, before=before)
        case _:
            return _act(replace(state, stage=Stage.LIVE, ended_at=None), h, "reopen-meeting")


def _people(state: State, h: Happened) -> State:
    match h.event:
        case e.Entered(seat, late):
            known = state.members.get(seat.person)
            member = Member(seat.person, seat.role, seat.district) if known is None or known.removed else known
            member = replace(member, joined_at=member.joined_at or h.at, came_late=late)
            return replace(state, members={**state.members, seat.person: member})
        case e.Removed(person):
            member = replace(state.members[person], removed=True)
            state = replace(state, members={**state.members, person: member}, groups=_without(state.groups, person))
            return _act(state, h, "remove", person=person)
    return state


def _set_run(state: State, h: Happened, run: Run, **changes: Any) -> State:
    changed = replace(run, touched=h.seq, touched_by=h.actor, **changes)
    return replace(state, runs={**state.runs, run.id: changed})


def _phase(state: State, h: Happened) -> State:
    match h.event:
        case e.RunOpened():
            return _open(state, h, h.event)
        case e.RunClosed(id, ended_at, left, by_clock):
            run = state.runs[id]
            state = _set_run(
                state, h, run, phase=Phase.CLOSED, left=left, ended_at=ended_at, closed_at=h.at, ends_at=None
            )
            if state.plan.items[id].is_group_work:
                done = tuple(replace(call, state="resolved") for call in state.helps)  # nobody waits for help any more
                state = replace(state, stayed=frozenset(), helps=done)
            what = "time-over" if by_clock else "close"
            return _act(state, h, what, id, before={"phase": run.phase, "left": left})
        case e.RunRevealed(id):
            run = state.runs[id]
            state = _set_run(state, h, run, phase=Phase.REVEALED, revealed_at=h.at)
            return _act(state, h, "reveal", id, before={"phase": run.phase})
        case e.RunHidden(id):
            state = _set_run(state, h, state.runs[id], phase=Phase.CLOSED, revealed_at=None)
            return _act(state, h, "hide", id, before={"phase": Phase.REVEALED})
        case e.RunReopened(id, seconds):
            run = state.runs[id]
            ends_at = h.at + timedelta(seconds=seconds) if seconds else None
            state = _set_run(
                state, h, run, phase=Phase.OPEN, ends_at=ends_at, ended_at=None, closed_at=None, left=None,
                called_back=False,
            )  # fmt: skip
            return _act(_at(state, id), h, "reopen", id)
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
        return _act(replace(state, report=None), h, "open", event.run, before={"phase": None, "current": was})
    return _act(state, h, "open", event.run, before={"phase": None, "current": was}) if _in_quiz(state, run) else state


def _in_quiz(state: State, run: Run) -> bool:
    return state.plan.top(run.id).is_quiz


def _at(state: State, run: str) -> State:
    return replace(state, current=state.plan.top(run).id)


def _clock(state: State, h: Happened) -> State:
    match h.event:
        case e.RunPaused(id, left):
            state = _set_run(state, h, state.runs[id], phase=Phase.PAUSED, left=left, ends_at=None, paused_at=h.at)
            return _act(state, h, "pause", id, before={"phase": Phase.OPEN, "left": left})
        case e.RunResumed(id):
            run = state.runs[id]
            ends_at = None if run.left is None else h.at + timedelta(seconds=run.left)
            waited = (h.at - run.paused_at).total_seconds() if run.paused_at else 0.0
            state = _set_run(
                state, h, run, phase=Phase.OPEN, left=None, ends_at=ends_at,
                paused_at=None, paused_seconds=run.paused_seconds + waited,
            )  # fmt: skip
            return _act(state, h, "resume", id)
        case e.EndMoved(id, seconds, ends_at, left, is_soft_close):
            run = state.runs[id]
            before = {"phase": run.phase, "ends_at": run.ends_at, "left": run.left, "called_back": run.called_back}
            what = "call-back" if is_soft_close else f"time {seconds:+d}"
            called_back = is_soft_close or run.called_back
            state = _set_run(state, h, run, ends_at=ends_at, left=left, called_back=called_back)
            return _act(state, h, what, id, before=before)
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
            return _with_run(state, _keep(state.runs[id], group, cells))
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
        return _with_run(state, run)
    askings = {**state.anew.get(run.id, {}), h.event.content: Asking(h.event.question, run)}
    return replace(state, anew={**state.anew, run.id: askings})


def _with_run(state: State, run: Run) -> State:
    return replace(state, runs={**state.runs, run.id: run})


def _keep(run: Run, who: str, cells: Mapping[str, Given]) -> Run:
    answer = {**run.answers.get(who, {}), **cells}
    answer = {cell: given for cell, given in answer.items() if given.value is not None}
    return replace(run, answers={**run.answers, who: answer})


def _groups(state: State, h: Happened) -> State:
    match h.event:
        case e.GroupsPreviewed(run, how, plans, pins):
            groups = tuple(Group(plan.id, plan.members) for plan in plans)
            return replace(state, preview=Preview(run, how, groups, pins))
        case e.Placed(_run, person, target):
            assert state.preview is not None
            groups = _put(_without(state.preview.groups, person), person, target)
            pins = tuple(sorted({*state.preview.pins, person}))
            return replace(state, preview=replace(state.preview, groups=groups, pins=pins))
        case e.GroupLinked(linked, link):
            return replace(state, group_links={**state.group_links, linked: link})
        case e.GroupsTold(run):
            assert state.preview is not None
            return _act(replace(state, preview=replace(state.preview, told=True)), h, "tell", run)
        case e.GroupsOpened(run, plans, roles):
            groups = tuple(Group(plan.id, plan.members, roles.get(plan.id, {})) for plan in plans)
            state = replace(_seats_kept(state), groups=groups, grouped_run=run, preview=None)
            for group in groups:
                for person in group.members:
                    state = _sits(state, person, group.id)
            return state
    return state


def _round(state: State, h: Happened, event: e.RoundOpened) -> State:
    """The first round belongs to the opening; each further one is an act that can be taken back."""
    run = state.runs[event.run]
    before = {
        "phase": run.phase, "left": run.seconds_left(h.at), "groups": state.groups, "called_back": run.called_back,
    }  # fmt: skip
    groups = tuple(Group(plan.id, plan.members, event.roles.get(plan.id, {})) for plan in event.groups)
    rounds = state.rounds.get(event.run, ())[: event.number]
    if rounds:
        rounds = (*rounds[:-1], replace(rounds[-1], groups=state.groups))
    now = Round(event.kind, event.step, h.at, groups, event.visit)
    state = replace(state, groups=groups, rounds={**state.rounds, event.run: (*rounds, now)})
    for group in groups:
        for person in group.members:
            state = _sits(state, person, group.id)
    ends_at = h.at + timedelta(seconds=event.seconds) if event.seconds else None
    if not rounds:
        return replace(state, runs={**state.runs, run.id: replace(run, ends_at=ends_at)})
    done = tuple(replace(call, state="resolved") for call in state.helps)  # the group that called is no more
    state = replace(state, helps=done)
    state = _set_run(state, h, run, phase=Phase.OPEN, ends_at=ends_at, left=None, paused_at=None, called_back=False)
    return _act(state, h, "round", event.run, before=before)


def _cast(state: State, h: Happened, event: e.RolesDealt) -> State:
    turns = state.casts.get(event.run, ())
    kept = {"open": (), "turn": turns, "moved": turns[:-1]}[event.why]
    state = replace(state, casts={**state.casts, event.run: (*kept, event.cast)})
    if event.why != "turn":
        return state
    return _act(_set_run(state, h, state.runs[event.run]), h, "rotate", event.run, before={"turns": len(turns)})


def _taking(state: State, h: Happened) -> State:
    match h.event:
        case e.TakenOver(run, _source, things):
            changed = replace(state.taking.get(run, Taking()), things=things)
        case e.TakenOut(run, key, out):
            was = state.taking.get(run, Taking())
            changed = replace(was, out={**was.out, key: out})
        case e.Reworded(run, key, words):
            was = state.taking.get(run, Taking())
            kept = {other: said for other, said in was.words.items() if other != key}
            changed = replace(was, words=kept if words is None else {**kept, key: words})
        case _:
            return state
    return replace(state, taking={**state.taking, run: replace(changed, seq=h.seq)})


def _seats_kept(state: State) -> State:
    """Who stays in plenary keeps the seat she was told: that is where she goes after all."""
    told = state.preview.groups if state.preview else ()
    kept = {person: group.id for group in told for person in group.members if person in state.stayed}
    return replace(
        state,
        members={id: replace(member, home=kept.get(id, member.home)) for id, member in state.members.items()},
    )


def _moves(state: State, h: Happened) -> State:
    match h.event:
        case e.Moved(person, source, target, why):
            state = replace(state, groups=_put(_without(state.groups, person), person, target))
            member = replace(state.members[person], moved_at=h.at)
            state = replace(state, stayed=state.stayed - {person}, members={**state.members, person: member})
            if target is not None:
                state = _sits(state, person, target)
            if why != "by-hand":
                return state
            return _act(state, h, "move", person=person, before={"group": source})
        case e.Stayed(person, _run, _source):
            return replace(state, groups=_without(state.groups, person), stayed=state.stayed | {person})
        case e.Unstayed(person, _run):
            return replace(state, stayed=state.stayed - {person})
    return state


def _sits(state: State, person: int, group: str) -> State:
    """Note that the person works in this group from now, on this group run."""
    run = state.grouped_run or ""
    seats = state.sat.get(run, {})
    places = (*(place for place in seats.get(person, ()) if place != group), group)
    member = replace(state.members[person], home=group) if person in state.members else None
    members = {**state.members, person: member} if member else state.members
    return replace(state, sat={**state.sat, run: {**seats, person: places}}, members=members)


def _without(groups: tuple[Group, ...], person: int) -> tuple[Group, ...]:
    return tuple(
        replace(group, members=tuple(member for member in group.members if member != person))
        if person in group.members
        else group
        for group in groups
    )


def _put(groups: tuple[Group, ...], person: int, target: str | None) -> tuple[Group, ...]:
    return tuple(replace(group, members=(*group.members, person)) if group.id == target else group for group in groups)


def _help(state: State, h: Happened) -> State:
    match h.event:
        case e.HelpAsked(group, run, person, reason):
            return replace(state, helps=(*state.helps, Help(h.seq, group, run, person, h.at, reason)))
        case e.HelpExplained(id, reason):
            calls = (replace(call, reason=reason) if call.id == id else call for call in state.helps)
            return replace(state, helps=tuple(calls))
        case e.HelpSeen(id, person):
            return _set_help(state, id, "seen", person)
        case e.HelpAttended(id, person):
            return _set_help(state, id, "attended", person)
        case e.HelpResolved(id, person):
            return _set_help(state, id, "resolved", person)
    return state


def _set_help(state: State, id: int, to: str, who: int) -> State:
    return replace(
        state, helps=tuple(replace(call, state=to, who=who) if call.id == id else call for call in state.helps)
    )


def _words(state: State, h: Happened) -> State:
    match h.event:
        case e.WordSaid(text, groups):
            return replace(state, words=(*state.words, Word(h.seq, text, h.actor, h.at, groups)))
        case e.WordSeen(id, person):
            seen = (replace(word, seen=word.seen | {person}) if word.id == id else word for word in state.words)
            return replace(state, words=tuple(seen))
        case e.WordRetracted(id):
            return replace(state, words=tuple(word for word in state.words if word.id != id))
    return state


def _report(state: State, h: Happened) -> State:
    match h.event:
        case e.ReportStarted(run, order, seconds, index):
            was = state.report
            goes_on = was is not None and not was.over and was.run == run and was.order[was.index] == order[index]
            since = was.since if was is not None and goes_on else h.at
            return _act(replace(state, report=ReportBack(run, order, index, seconds, since)), h, "report", run)
        case e.ReportMoved(_run, index):
            assert state.report is not None
            return replace(state, report=replace(state.report, index=index, since=h.at))
        case e.ReportEnded():
            assert state.report is not None
            return replace(state, report=replace(state.report, over=True))
    return state


def _act(
    state: State, h: Happened, what: str, run: str | None = None, person: int | None = None, before: Any = None
) -> State:
    act = Act(h.seq, what, h.actor, h.at, run, person, before)
    return replace(state, acts=(*state.acts, act)[-ACTS_KEPT:])


def _undo(state: State, h: Happened, event: e.Undone) -> State:
    act = next(act for act in state.acts if act.seq == event.seq)
    state = replace(state, acts=tuple(replace(a, undone=True) if a.seq == act.seq else a for a in state.acts))
    if act.what == "move":
        assert act.person is not None
        groups = _put(_without(state.groups, act.person), act.person, act.before["group"])
        state = replace(state, groups=groups)
        return _sits(state, act.person, act.before["group"]) if act.before["group"] else state
    if act.what == versions.WHAT:
        return versions.given_back(state, act)
    assert act.run is not None
    run = state.runs[act.run]
    if act.what == "open":
        state = _set_run(state, h, run, phase=Phase.READY, ends_at=None)
        for child in state.plan.items[act.run].children:
            if child in state.runs and state.runs[child].is_open:
                state = _set_run(state, h, state.runs[child], phase=Phase.READY, ends_at=None)
        return replace(state, current=act.before["current"])
    if act.what in ("close", "time-over"):
        phase = act.before["phase"]
        left = act.before["left"] if phase is Phase.PAUSED else None
        return _at(
            _set_run(state, h, run, phase=phase, ends_at=event.ends_at, left=left, ended_at=None, closed_at=None),
            run.id,
        )
    if act.what == "round":
        rounds = state.rounds[act.run][:-1]
        state = replace(state, groups=act.before["groups"], rounds={**state.rounds, act.run: rounds})
        for group in state.groups:
            for person in group.members:
                state = _sits(state, person, group.id)
        phase = act.before["phase"]
        left = act.before["left"] if phase is Phase.PAUSED else None
        called_back = act.before["called_back"]
        return _set_run(state, h, run, phase=phase, ends_at=event.ends_at, left=left, called_back=called_back)
    if act.what == "rotate":
        turns = state.casts[act.run][: act.before["turns"]]
        return _set_run(replace(state, casts={**state.casts, act.run: turns}), h, run)
    if act.what == "pause":
        return _set_run(state, h, run, phase=Phase.OPEN, ends_at=event.ends_at, left=None, paused_at=None)
    if act.what == "call-back" or act.what.startswith("time "):
        before = {name: act.before[name] for name in ("ends_at", "left", "called_back")}
        return _set_run(state, h, run, **before)
    return _set_run(state, h, run, phase=act.before["phase"])  # reveal, hide

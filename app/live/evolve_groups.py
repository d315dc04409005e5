"""What an event changes in group work: groups and seats, rounds, roles, help, words, the report-back. Pure."""

from dataclasses import replace
from datetime import timedelta

from app.live import events as e
from app.live.changing import act, put, seats_kept, set_run, sits, without
from app.live.events import Happened
from app.live.patterns import whole_of
from app.live.state import Group, Help, Phase, Preview, ReportBack, Round, State, Taking, Word


def made(state: State, h: Happened) -> State:
    match h.event:
        case e.GroupsPreviewed(run, how, plans, pins):
            groups = tuple(Group(plan.id, plan.members) for plan in plans)
            return replace(state, preview=Preview(run, how, groups, pins))
        case e.Placed(_run, person, target):
            assert state.preview is not None
            groups = put(without(state.preview.groups, person), person, target)
            pins = tuple(sorted({*state.preview.pins, person}))
            return replace(state, preview=replace(state.preview, groups=groups, pins=pins))
        case e.GroupLinked(linked, link):
            return replace(state, group_links={**state.group_links, linked: link})
        case e.GroupsTold(run):
            assert state.preview is not None
            return act(replace(state, preview=replace(state.preview, told=True)), h, "tell", run)
        case e.GroupsOpened(run, plans, roles):
            groups = tuple(Group(plan.id, plan.members, roles.get(plan.id, {})) for plan in plans)
            state = replace(seats_kept(state), groups=groups, grouped_run=run, preview=None)
            for group in groups:
                for person in group.members:
                    state = sits(state, person, group.id)
            return state
    return state


def calls_follow(state: State) -> State:
    """In a gallery the groups stay together: their calls for help get the names that the groups have now."""
    now = {whole_of(group.id): group.id for group in state.groups}
    calls = tuple(replace(call, group=now.get(whole_of(call.group), call.group)) for call in state.helps)
    return replace(state, helps=calls)


def round_opened(state: State, h: Happened, event: e.RoundOpened) -> State:
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
            state = sits(state, person, group.id)
    ends_at = h.at + timedelta(seconds=event.seconds) if event.seconds else None
    if not rounds:
        return replace(state, runs={**state.runs, run.id: replace(run, ends_at=ends_at)})
    done = tuple(replace(call, state="resolved") for call in state.helps)  # the group that called is no more
    goes_together = state.plan.items[event.run].pattern == "gallery"
    state = calls_follow(state) if goes_together else replace(state, helps=done)
    state = set_run(state, h, run, phase=Phase.OPEN, ends_at=ends_at, left=None, paused_at=None, called_back=False)
    return act(state, h, "round", event.run, before=before)


def cast(state: State, h: Happened, event: e.RolesDealt) -> State:
    turns = state.casts.get(event.run, ())
    kept = {"open": (), "turn": turns, "moved": turns[:-1]}[event.why]
    state = replace(state, casts={**state.casts, event.run: (*kept, event.cast)})
    if event.why != "turn":
        return state
    return act(set_run(state, h, state.runs[event.run]), h, "rotate", event.run, before={"turns": len(turns)})


def taken_over(state: State, h: Happened) -> State:
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


def moved(state: State, h: Happened) -> State:
    match h.event:
        case e.Moved(person, source, target, why):
            state = replace(state, groups=put(without(state.groups, person), person, target))
            member = replace(state.members[person], moved_at=h.at)
            state = replace(state, stayed=state.stayed - {person}, members={**state.members, person: member})
            if target is not None:
                state = sits(state, person, target)
            if why != "by-hand":
                return state
            return act(state, h, "move", person=person, before={"group": source})
        case e.Stayed(person, _run, _source):
            return replace(state, groups=without(state.groups, person), stayed=state.stayed | {person})
        case e.Unstayed(person, _run):
            return replace(state, stayed=state.stayed - {person})
    return state


def helped(state: State, h: Happened) -> State:
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


def said(state: State, h: Happened) -> State:
    match h.event:
        case e.WordSaid(text, groups):
            return replace(state, words=(*state.words, Word(h.seq, text, h.actor, h.at, groups)))
        case e.WordSeen(id, person):
            seen = (replace(word, seen=word.seen | {person}) if word.id == id else word for word in state.words)
            return replace(state, words=tuple(seen))
        case e.WordRetracted(id):
            return replace(state, words=tuple(word for word in state.words if word.id != id))
    return state


def reported(state: State, h: Happened) -> State:
    match h.event:
        case e.ReportStarted(run, order, seconds, index):
            was = state.report
            goes_on = was is not None and not was.over and was.run == run and was.order[was.index] == order[index]
            since = was.since if was is not None and goes_on else h.at
            return act(replace(state, report=ReportBack(run, order, index, seconds, since)), h, "report", run)
        case e.ReportMoved(_run, index):
            assert state.report is not None
            return replace(state, report=replace(state.report, index=index, since=h.at))
        case e.ReportEnded():
            assert state.report is not None
            return replace(state, report=replace(state.report, over=True))
    return state

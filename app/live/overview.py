"""What trainers see: the day, who has answered, the groups at work, who needs help, what was done by whom. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.live import breakouts, carrying, rounds, trying
from app.live.asking import put_words_back
from app.live.audiences import meeting_part, now_part, run_part
from app.live.carrying import config_of
from app.live.casting import is_watching
from app.live.events import Taken
from app.live.facts import Facts, Parts, iso, relevant, url_of
from app.live.groupwork import cast_part, group_link, help_part, report_fields, step_part
from app.live.plan import Activity
from app.live.results import complete_answers, expected, tally
from app.live.state import UNDO_SECONDS, Group, Run, Stage, State


def console(state: State, facts: Facts, now: datetime) -> Parts:
    """The whole view of the trainers."""
    runs = {id: _planned(state, state.plan.items[id], facts, now) for id in state.plan.items}
    live = relevant(state)
    return {
        "meeting": meeting_part(state, facts) | {"join_url": facts.join_url, "guests": list(facts.guests)},
        "runs": runs,
        "now": now_part(state),
        "answered": {run.id: _answered(state, run) for run in live if state.plan.items[run.id].is_answerable},
        "tallies": {
            run.id: tally(state, run, facts.words)
            for run in live
            if state.plan.items[run.id].is_answerable and not KINDS[state.plan.items[run.id].kind].private
        },
        "presence": {str(person): dict(seen) for person, seen in facts.presence.items()},
        "groups": _groups(state, facts),
        "round": _round(state),
        "board": {group.id: _tile(state, group, facts) for group in state.groups} if state.group_work else {},
        "help": [help_part(call, facts) for call in state.helps if call.state != "resolved"],
        "words": [_said(state, word, facts) for word in state.words[-3:]],
        "acts": [_act(state, act, now) for act in state.acts if _is_own_act(state, act)][-8:],
        "report": _reporting(state, facts),
        "taking": _taking(state, facts),
        "link": facts.link or None,
        "newer": _newer(state, facts),
        "since": list(facts.since),
    }


def _newer(state: State, facts: Facts) -> Parts | None:
    """A version that was published since, with what it changes of all that is not yet opened."""
    if facts.newer is None or facts.newer["content"] == state.plan.content or state.stage is Stage.ENDED:
        return None
    changes = [one for one in facts.newer["changes"] if one["was"] not in state.runs]
    return {"content": facts.newer["content"], "changes": changes}


def _round(state: State) -> Parts | None:
    """Where the pattern of the present group work stands, and what comes next."""
    work = state.open_group_work
    now = state.round(work.id) if work else None
    if work is None or now is None:
        return None
    following = rounds.to_come(state, work)
    further = {"since": iso(now.opened_at), "next": following.kind if following else None}
    return step_part(work, now) | further | rounds.tasks(state, work)


def _planned(state: State, item: Activity, facts: Facts, now: datetime) -> Parts:
    run = state.runs.get(item.id)
    phase = run.phase.value if run else "ready"
    whole: Parts = {"planned_s": item.seconds, "phase": phase, "used_s": _used(run, now), "by": state.by(item.id)}
    if run is None:
        return whole | {"touched": 0, "touched_by": None, "n": 0, "m": expected(state, item)}
    here = run_part(state, run, facts) | {"key": url_of(state, facts, "key", run.id) + run.seed[:4]}
    # While it is open the count changes with every answer: it travels in `answered` alone, not with the whole agenda.
    return whole | here | {"n": None if run.is_open else len(complete_answers(state, run)), "m": expected(state, item)}


def _used(run: Run | None, now: datetime) -> int:
    """Seconds since the opening, or up to the closing, less pauses. Open runs to the minute, so that the view rests."""
    if run is None:
        return 0
    seconds = ((run.closed_at or now) - run.opened_at).total_seconds() - run.paused_seconds
    return int(seconds) if run.closed_at else int(seconds) // 60 * 60


def _answered(state: State, run: Run) -> Parts:
    late = sum(any(one.late for one in answer.values()) for answer in run.answers.values())
    here = [int(who[1:]) if who.startswith("p") else who for who in complete_answers(state, run)]
    whole = {"in": sorted(here, key=str), "late": late, "n": len(here), "m": expected(state, state.plan.items[run.id])}
    return whole | ({"hints": hints} if (hints := trying.hints_taken(state, run)) else {})


def _groups(state: State, facts: Facts) -> Parts:
    preview = state.preview
    placed = {person for group in preview.groups for person in group.members} if preview else set()
    return {
        "preview": None if preview is None else {
            "run": preview.run, "how": preview.how, "told": preview.told, "pins": list(preview.pins),
            "groups": [{"id": group.id, "members": list(group.members)} for group in preview.groups],
            "unplaced": [m.id for m in state.trainees if m.joined_at and m.id not in placed],
            "absent": [m.id for m in state.trainees if not m.joined_at and m.id not in placed],
            "odd": breakouts.oddities(state, preview),
        },
        "open": [
            {
                "id": group.id, "members": list(group.members), "roles": dict(group.roles),
                "link": group_link(state, group.id, facts),
            }
            | _cast(state, group)
            for group in state.groups
        ],
        "unassigned": [member.id for member in state.trainees if state.group_of(member.id) is None],
        "stayed": sorted(state.stayed),
    }  # fmt: skip


def _cast(state: State, group: Group) -> Parts:
    """In a role play: who plays what, and how many roles have nobody of their own."""
    cast = cast_part(state, group.id)
    if not cast:
        return {}
    played = [role for role in cast if not is_watching(role["role"])]
    return {"cast": cast, "short": max(0, len(played) - len(group.members))}


def _taking(state: State, facts: Facts) -> Parts:
    """What the next activity and the present one take over, to be looked through; not while it is being written."""
    tops = {state.current, state.plan.after(state.current)} - {None}
    items = [state.plan.items[id] for top in tops for id in state.plan.tree(str(top))]
    ready = [item for item in items if item.takes in (Carry.CARDS, Carry.SHEETS) and _is_written(state, item)]
    return {item.id: _listed(state, item, facts) for item in ready}


def _is_written(state: State, item: Activity) -> bool:
    source = state.runs.get(item.source or "")
    return source is not None and not source.is_open


def _listed(state: State, item: Activity, facts: Facts) -> Parts:
    source = state.plan.items[item.source or ""]
    things = [_thing(state, item, source, thing, facts) for thing in carrying.things(state, item, facts.words)]
    is_settled = carrying.settled(state, item.id) is not None
    return {
        "source": source.id,
        "title": state.plan.name(source.id),
        "takes": item.takes,
        "settled": is_settled,
        "things": things,
    }


def _thing(state: State, item: Activity, source: Activity, thing: Taken, facts: Facts) -> Parts:
    """`by`: who wrote it, unless that was promised to be shown to nobody."""
    by = [who for who, _ in thing.places if who] if source.naming != "anonymous" else []
    return {
        "key": thing.key, "html": carrying.summary(state, item, thing, facts.words), "by": by, "votes": thing.votes,
        "out": carrying.is_out(state, item, thing), "reworded": carrying.is_reworded(state, item, thing),
    }  # fmt: skip


def _tile(state: State, group: Group, facts: Facts) -> Parts:
    """L6: fields k of n, age of the last edit, live text, without joining the group."""
    work = state.group_work
    filled = of = 0
    last: Parts = {"text": None, "field": None, "by": None, "at": None}
    for child in work.children if work else ():
        item, run = state.plan.items[child], state.runs.get(child)
        if run is None or not item.is_answerable or item.by != "group":
            continue
        if state.by(child) == "group" and not state.writes(child, group.id):
            continue
        if state.by(child) == "person":  # alone in a pattern: how many have begun, and not a word of it
            filled, of = filled + sum(f"p{person}" in run.answers for person in group.members), of + len(group.members)
            continue
        live = facts.sheets.get((child, group.id), {})
        given = run.answers.get(group.id, {})
        answer = {cell: put_words_back(one.value, facts.words) for cell, one in given.items()}
        answer |= {key: {"text": text} for key, text in live.get("fields", {}).items() if text.strip()}
        k, n = KINDS[item.kind].progress(config_of(state, run), answer)
        filled, of = filled + k, of + n
        last = _latest(last, live, given, answer)
    return {"filled": filled, "of": of} | last


def _latest(last: Parts, live: Mapping[str, Any], given: Mapping[str, Any], answer: Mapping[str, Any]) -> Parts:
    if live.get("at") and (last["at"] is None or iso(live["at"]) > last["at"]):
        text = live.get("fields", {}).get(live["field"], "")
        last = {"text": text[-240:], "field": live["field"], "by": live["person"], "at": iso(live["at"])}
    for cell, one in given.items():
        if last["at"] is None or (iso(one.at) or "") > last["at"]:
            value = answer.get(cell)
            text = value.get("text") if isinstance(value, dict) else None
            last = {"text": text, "field": cell, "by": one.person, "at": iso(one.at)}
    return last


def _said(state: State, word: Any, facts: Facts) -> Parts:
    to = [person for group in state.groups if word.groups and group.id in word.groups for person in group.members]
    reach = len(to) if word.groups else sum(1 for member in state.trainees if member.joined_at)
    text = put_words_back(word.text, facts.words)["text"]
    return {
        "id": word.id, "text": text, "by": word.by, "at": iso(word.at), "seen": [len(word.seen), reach],
        "groups": word.groups,
    }  # fmt: skip


def _is_own_act(state: State, act: Any) -> bool:
    """Acts on the sheets inside a group run happen with it; they are not shown apart."""
    if act.run is None:
        return True
    item = state.plan.items[act.run]
    return item.parent is None or state.plan.items[item.parent].is_quiz


def _act(state: State, act: Any, now: datetime) -> Parts:
    until = None
    if act.can_be_undone(now) and (act.run is None or state.runs[act.run].touched == act.seq):
        until = iso(act.at + timedelta(seconds=UNDO_SECONDS))
    return {
        "seq": act.seq, "what": act.what, "who": act.who, "at": iso(act.at), "undo_until": until, "run": act.run,
        "person": act.person, "undone": act.undone,
    }  # fmt: skip


def _reporting(state: State, facts: Facts) -> Parts | None:
    report = state.report
    if report is None or report.over:
        return None
    sheets = {group: report_fields(state, facts, group) for group in report.order}
    return {
        "run": report.run, "order": list(report.order), "at": report.index, "since": iso(report.since),
        "seconds": report.seconds, "sheets": sheets,
    }  # fmt: skip

"""What each audience may see: the only way anything of a meeting leaves the server. Pure.

    phone(state, person, …)   one trainee: the common parts and her own
    screen(state, …)          the class screen: no names but those of groups

`overview.console` is the trainers' view; it uses the pieces here.

The rules (L23, C4, and "Secrecy" in the design)
- A part is built from what its audience may see, never cut out of something larger.
- Results reach phones and the class screen only after closing, and only where the author or the trainer shows them.
- Change another person's private answer, and my view stays equal: `tests/live/test_secrecy.py` holds it for all kinds.
"""

import json
from hashlib import sha256

from app.live import groupwork, trying
from app.live.asking import put_words_back
from app.live.facts import Facts, Parts, iso, relevant, url_of
from app.live.results import complete_answers, expected, is_shown, own_cells, shown_tally
from app.live.state import Group, Phase, Run, Stage, State

FAR_BYTES = 4_000  # of JSON: pressed a kilobyte and a half, so that a whole view stays under four

# ---- shared pieces


def meeting_part(state: State, facts: Facts) -> Parts:
    leads = [member.id for member in state.members.values() if member.facilitates and not member.removed]
    return {
        "id": facts.id, "title": state.plan.title, "course": facts.course, "cohort": facts.cohort,
        "state": state.stage.value, "starts_at": iso(facts.starts_at), "code": facts.code, "link": facts.link or None,
        "led": state.led, "lead_names": leads, "roster": facts.roster, "agenda": facts.agenda,
        "read_only": facts.is_read_only,
    }  # fmt: skip


def run_part(state: State, run: Run, facts: Facts) -> Parts:
    item = state.plan.items[run.id]
    shown = run.phase is Phase.REVEALED
    taking = state.taking.get(run.id)  # what is left out later changes the task, and so its address
    task = url_of(state, facts, "task", run.id) + f"{run.seed[:4]}" + (f"-{taking.seq}" if taking else "")
    task += "-alone" if state.by(run.id) != item.by else ""  # then nothing in it is written together
    return {
        "phase": run.phase.value, "opened_at": iso(run.opened_at), "ends_at": iso(run.ends_at), "left": run.left,
        "ended_at": iso(run.ended_at), "paused_s": round(run.paused_seconds, 1), "end": item.end,
        "touched": run.touched, "touched_by": run.touched_by, "by": state.by(run.id), "naming": item.naming,
        "results": item.results, "task": task,
        "key": url_of(state, facts, "key", run.id) + f"{run.seed[:4]}" if shown else None,
    } | ({"later": True} if item.is_read_later else {})  # fmt: skip


def now_part(state: State) -> Parts:
    following = state.plan.after(state.current) if state.stage is Stage.LIVE else None
    upcoming = state.plan.items.get(following or "")
    report = state.report
    reporting = report is not None and not report.over and report.run == state.current
    return {
        "run": state.current,
        "item": state.open_item() if state.current and state.plan.items[state.current].is_quiz else None,
        "kind": state.plan.items[state.current].kind if state.current else None,
        "report": groupwork.report_part(state) if reporting else None,
        "next": {"title": upcoming.title, "minutes": upcoming.seconds // 60} if upcoming else None,
    }


def here(state: State, facts: Facts) -> int:
    """How many trainees are here now."""
    return sum(1 for member in state.trainees if facts.presence.get(member.id, {}).get("s") == "here")


def common(state: State, facts: Facts) -> Parts:
    """Parts that every admitted trainee sees alike."""
    runs = relevant(state)
    report = state.report
    now = now_part(state)
    if now["report"]:
        assert report is not None
        now["report"]["fields"] = groupwork.report_fields(state, facts, now["report"]["group"])
    meeting = meeting_part(state, facts)
    if state.stage is Stage.LOBBY:  # later the number of people here is the trainers' affair, and would cost data
        meeting["n_here"] = here(state, facts)
    return {
        "meeting": meeting,
        "runs": {run.id: run_part(state, run, facts) for run in runs},
        "now": now,
        "tallies": {run.id: _tally(state, run, facts) for run in runs if is_shown(state, run)},
    }


def _tally(state: State, run: Run, facts: Facts) -> Parts:
    """What the class answered; where that is long, such as a full board, the address at which a phone reads it."""
    whole = shown_tally(state, run, facts.words)
    text = json.dumps(whole, ensure_ascii=False).encode()
    if len(text) <= FAR_BYTES:
        return whole
    return {"url": url_of(state, facts, "tally", run.id) + f"-{sha256(text).hexdigest()[:8]}"}


def own(state: State, person: int, facts: Facts) -> Parts:
    """Parts that one trainee sees."""
    group = state.group_of(person) if state.stage is Stage.LIVE else None
    member = state.members[person]
    return {
        "me": {
            "person": person,
            "role": "trainee",
            "group": group.id if group else None,
            "grole": next((role for role, who in group.roles.items() if who == person), None) if group else None,
            "told": groupwork.told(state, person),
            "stayed": person in state.stayed,
            "late": member.came_late,
        },
        "answers": _own_answers(state, person, group, facts),
        "group": groupwork.group_part(state, group, facts) if group else None,
        "card": groupwork.card(state, person, facts),
        "taken": groupwork.taken(state, person, facts),
        "tries": {
            run.id: trying.so_far(state, run, f"p{person}", facts.words)
            for run in relevant(state)
            if state.plan.items[run.id].tries > 1 and run.phase is not Phase.REVEALED
        },
        "hints": {run.id: run.hints[person] for run in relevant(state) if person in run.hints},
        "round": groupwork.round_part(state, person, facts),
        "old": groupwork.old(state, person, group),
        "word": _word(state, person, group, facts),
        "missed": _missed(state, person) if member.came_late else [],
    }


def phone(state: State, person: int, facts: Facts) -> Parts:
    """The whole view of one trainee."""
    return common(state, facts) | own(state, person, facts)


def waiting(state: State, facts: Facts) -> Parts:
    """What a guest sees before a trainer admits her: that she is in the right place, and nothing else."""
    return {
        "meeting": {"id": facts.id, "title": state.plan.title, "state": state.stage.value},
        "me": {"person": None, "role": "guest-waiting"},
        "waiting": {},
    }


def _own_answers(state: State, person: int, group: Group | None, facts: Facts) -> Parts:
    found = {}
    for run in relevant(state):
        item = state.plan.items[run.id]
        who = state.who_answers(run.id, person) if group or state.by(run.id) == "person" else None
        if who is not None and who in run.answers and item.is_answerable:
            found[run.id] = own_cells(state, run, who, facts.words)
    return found


def _word(state: State, person: int, group: Group | None, facts: Facts) -> Parts | None:
    for word in reversed(state.words):
        if word.groups is None or (group is not None and group.id in word.groups):
            if person in word.seen:
                return None
            text = put_words_back(word.text, facts.words)["text"]
            return {"id": word.id, "text": text, "from": word.by, "at": iso(word.at)}
    return None


def _missed(state: State, person: int) -> list[Parts]:
    """L10: what a late joiner missed, and whether it is still open."""
    joined = state.members[person].joined_at
    missed = []
    for id in state.plan.order:
        run = state.runs.get(id)
        if run is not None and joined is not None and run.opened_at < joined and f"p{person}" not in run.answers:
            missed.append({"run": id, "title": state.plan.items[id].title, "open": run.is_open})
    return missed


def screen(state: State, facts: Facts) -> Parts:
    """The whole view of the class screen."""
    runs = relevant(state)
    now = now_part(state)
    counted = next((r for r in runs if r.id == (now["item"] or now["run"])), None)
    work = state.open_group_work
    rounded = state.round(work.id) if work else None
    report = None
    if now["report"]:
        fields = groupwork.report_fields(state, facts, now["report"]["group"])
        report = now["report"] | {"fields": fields}
    return {
        "meeting": {
            "title": state.plan.title, "course": facts.course, "cohort": facts.cohort, "code": facts.code,
            "join_url": facts.join_url, "state": state.stage.value, "starts_at": iso(facts.starts_at),
            "n_here": here(state, facts), "m": len(state.trainees), "agenda": facts.agenda, "roster": facts.roster,
        },
        "now": now,
        "runs": {run.id: run_part(state, run, facts) for run in runs},
        "count": _count(state, counted) if counted else None,
        "tallies": {run.id: shown_tally(state, run, facts.words) for run in runs if is_shown(state, run)},
        "groups": [{"id": g.id, "n": len(g.members)} for g in state.groups] if state.open_group_work else [],
        "report": report,
        "round": groupwork.step_part(work, rounded) if work and rounded else None,
    }  # fmt: skip


def _count(state: State, run: Run) -> Parts:
    return {"run": run.id, "n": len(complete_answers(state, run)), "m": expected(state, state.plan.items[run.id])}

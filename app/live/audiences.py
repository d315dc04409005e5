"""What each audience may see: the only way anything of a meeting leaves the server. Pure.

    phone(state, person, …)   one trainee: the common parts and her own
    screen(state, …)          the class screen: no names but those of groups

`overview.console` is the trainers' view; it uses the pieces here.

The rules (L23, C4, and "Secrecy" in the design)
- A part is built from what its audience may see, never cut out of something larger.
- Results reach phones and the class screen only after closing, and only where the author or the trainer shows them.
- Change another person's private answer, and my view stays equal: `tests/live/test_secrecy.py` holds it for all kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.live import plays, rounds, trying
from app.live.asking import put_words_back
from app.live.carrying import config_of, own_keys, settled
from app.live.plan import Activity
from app.live.state import Group, Phase, Run, Stage, State

Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a view needs beside the state: words by reference, and what belongs to the meeting but is no event."""

    id: str
    data: str
    code: str = ""
    course: str = ""
    cohort: str = ""
    starts_at: datetime | None = None
    link: str = ""
    join_url: str = ""
    roster: str = ""
    agenda: str = ""
    content: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)  # version -> what names its words in this reading
    newer: Mapping[str, Any] | None = None  # a version that was published since, and what changes with it
    words: Mapping[str, str] = field(default_factory=dict)
    presence: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    sheets: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    guests: tuple[Mapping[str, Any], ...] = ()
    is_read_only: bool = False


def iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


# ---- shared pieces


def meeting_part(state: State, facts: Facts) -> Parts:
    leads = [member.id for member in state.members.values() if member.facilitates and not member.removed]
    return {
        "id": facts.id, "title": state.plan.title, "course": facts.course, "cohort": facts.cohort,
        "state": state.stage.value, "starts_at": iso(facts.starts_at), "code": facts.code, "link": facts.link or None,
        "led": state.led, "lead_names": leads, "roster": facts.roster, "agenda": facts.agenda,
        "read_only": facts.is_read_only,
    }  # fmt: skip


def words_of(state: State, facts: Facts, run: str) -> str:
    """What names the words of this activity in addresses: those of its own version."""
    version = state.plan.items[run].content
    return (facts.contents.get(version) or (version if version in state.versions else facts.content))[:8]


def url_of(state: State, facts: Facts, what: str, run: str) -> str:
    return f"/m/{facts.id}/{what}/{run}?v={words_of(state, facts, run)}"


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
        "report": _report(state) if reporting else None,
        "next": {"title": upcoming.title, "minutes": upcoming.seconds // 60} if upcoming else None,
    }


def _report(state: State) -> Parts:
    report = state.report
    assert report is not None
    group = report.order[report.index]
    sitting = state.group(group)
    return {
        "run": report.run, "group": group, "index": report.index, "of": len(report.order),
        "since": iso(report.since), "seconds": report.seconds,
        "reporter": sitting.roles.get("reporter") if sitting else None,
    }  # fmt: skip


def report_fields(state: State, facts: Facts, group: str) -> list[Parts]:
    """The fields chosen for the report-back, as the group wrote them: `[{key, html, value}]`."""
    assert state.report is not None
    item = state.plan.items[state.report.run]
    wanted = item.options.get("report-back", ())
    found = []
    for child in item.children:
        run, sheet = state.runs.get(child), state.plan.items[child]
        if run is None or sheet.kind != "worksheet":
            continue
        labels = {field["key"]: field["html"] for field in KINDS[sheet.kind].task(sheet.config, run.veil)["fields"]}
        cells = _cells(run.answers.get(group, {}), facts.words)
        keys = [key for key in labels if not wanted or key in wanted]
        found += [{"key": key, "html": labels[key], "value": cells.get(key, {}).get("v")} for key in keys]
    return found


def _cells(answer: Mapping[str, Any], words: Mapping[str, str]) -> Parts:
    return {
        cell: {"v": put_words_back(given.value, words), "at": iso(given.at)}
        | ({"late": True, "counts": given.counts} if given.late else {})
        for cell, given in answer.items()
    }


def own_cells(state: State, run: Run, who: str, words: Mapping[str, str]) -> Parts:
    """An answer in wire form: tokens in place of keys."""
    item = state.plan.items[run.id]
    answer = run.answers.get(who, {})
    kind, config, found = KINDS[item.kind], config_of(state, run, words), {}
    for cell, given in answer.items():
        # One by one: an answer in wire form may come in another order.
        ((token, value),) = kind.own(config, run.veil, {cell: put_words_back(given.value, words)}).items()
        found[token] = {"v": value, "at": iso(given.at), "by": given.person}
        if given.late:
            found[token] |= {"late": True, "counts": given.counts}
    return found


def tally(state: State, run: Run, words: Mapping[str, str]) -> Parts:
    """What the class answered: live answers that count, no names."""
    item = state.plan.items[run.id]
    answers = {
        who: {cell: put_words_back(one.value, words) for cell, one in answer.items() if one.counts and not one.alone}
        for who, answer in run.answers.items()
        if state.counts(run.id, who)
    }
    given = {who: answer for who, answer in answers.items() if answer}
    first = {"first": trying.at_first_try(run)} if item.tries > 1 else {}
    return KINDS[item.kind].tally(config_of(state, run, words), run.veil, given) | first


def shown_tally(state: State, run: Run, words: Mapping[str, str]) -> Parts:
    """What everybody may see of it: before the reveal without what would give the right answer away."""
    whole = tally(state, run, words)
    if run.phase is Phase.REVEALED:
        return whole
    secrets = (*KINDS[state.plan.items[run.id].kind].tally_secrets, "first")
    return {name: value for name, value in whole.items() if name not in secrets}


def _is_shown(state: State, run: Run) -> bool:
    """Whether everybody may see what the class answered."""
    item = state.plan.items[run.id]
    if not item.is_answerable or KINDS[item.kind].private or (item.by == "group" and item.kind == "worksheet"):
        return False
    return run.phase is Phase.REVEALED or (item.kind == "board" and item.options.get("private-first") is False)


def relevant(state: State) -> list[Run]:
    """Runs a phone needs just now: those of the present activity, and whatever else is still open."""
    here = set(state.plan.tree(state.current)) if state.current else set()
    return [run for run in state.runs.values() if run.phase is not Phase.READY and (run.id in here or run.is_open)]


def expected(state: State, item: Activity) -> int:
    if state.by(item.id) == "group":
        return len(state.groups)
    return sum(1 for member in state.trainees if member.joined_at is not None)


def complete_answers(state: State, run: Run) -> list[str]:
    item = state.plan.items[run.id]
    kind = KINDS.get(item.kind)
    if kind is None:
        return []
    config = config_of(state, run)
    given = {
        who: {cell: one.value for cell, one in answer.items() if not one.alone}
        for who, answer in run.answers.items()
        if state.counts(run.id, who)
    }
    return [who for who, answer in given.items() if kind.is_complete(config, answer)]


def here(state: State, facts: Facts) -> int:
    """How many trainees are here now."""
    return sum(1 for member in state.trainees if facts.presence.get(member.id, {}).get("s") == "here")


# ---- phones


def common(state: State, facts: Facts) -> Parts:
    """Parts that every admitted trainee sees alike."""
    runs = relevant(state)
    report = state.report
    now = now_part(state)
    if now["report"]:
        assert report is not None
        now["report"]["fields"] = report_fields(state, facts, now["report"]["group"])
    meeting = meeting_part(state, facts)
    if state.stage is Stage.LOBBY:  # later the number of people here is the trainers' affair, and would cost data
        meeting["n_here"] = here(state, facts)
    return {
        "meeting": meeting,
        "runs": {run.id: run_part(state, run, facts) for run in runs},
        "now": now,
        "tallies": {run.id: shown_tally(state, run, facts.words) for run in runs if _is_shown(state, run)},
    }


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
            "told": _told(state, person),
            "stayed": person in state.stayed,
            "late": member.came_late,
        },
        "answers": _own_answers(state, person, group, facts),
        "group": _group(state, group, facts) if group else None,
        "card": _card(state, person, facts),
        "taken": _taken(state, person, facts),
        "tries": {
            run.id: trying.so_far(state, run, f"p{person}", facts.words)
            for run in relevant(state)
            if state.plan.items[run.id].tries > 1 and run.phase is not Phase.REVEALED
        },
        "hints": {run.id: run.hints[person] for run in relevant(state) if person in run.hints},
        "round": _round(state, person, facts),
        "old": _old(state, person, group),
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


def _told(state: State, person: int) -> Parts | None:
    preview = state.preview
    if preview is None or not preview.told:
        return None
    group = next((group for group in preview.groups if person in group.members), None)
    item = state.plan.items[preview.run]
    members = list(group.members) if group else []
    return {
        "run": preview.run, "group": group.id if group else None, "members": members, "title": item.title,
        "minutes": item.seconds // 60,
    }  # fmt: skip


def _own_answers(state: State, person: int, group: Group | None, facts: Facts) -> Parts:
    found = {}
    for run in relevant(state):
        item = state.plan.items[run.id]
        who = (group.id if group else None) if state.by(run.id) == "group" else f"p{person}"
        if who is not None and who in run.answers and item.is_answerable:
            found[run.id] = own_cells(state, run, who, facts.words)
    return found


def _group(state: State, group: Group, facts: Facts) -> Parts:
    call = next((call for call in reversed(state.helps) if call.group == group.id and call.state != "resolved"), None)
    return {
        "id": group.id, "members": list(group.members), "roles": dict(group.roles),
        "link": group_link(state, group.id, facts),
        "help": help_part(call, facts) if call else None,
        "presence": {person: facts.presence.get(person, {}).get("s", "off") for person in group.members},
    } | ({"cast": cast} if (cast := cast_part(state, group.id)) else {})  # fmt: skip


def cast_part(state: State, group: str) -> list[Parts]:
    """Who plays what in this group, in written order: the roles' names, never a card."""
    if state.current is None or not state.plan.items[state.current].roles:
        return []
    cast = plays.cast_now(state, state.current).get(group, {})
    roles = state.plan.items[state.current].roles
    return [{"role": role.key, "html": role.html, "people": list(cast.get(role.key, ()))} for role in roles]


def _card(state: State, person: int, facts: Facts) -> Parts | None:
    """Where this phone reads what its own person plays: nothing of the others' cards."""
    current = state.current
    if current is None or not plays.cast_now(state, current) or state.stage is not Stage.LIVE:
        return None
    mine = plays.roles_of(state, current, person)
    urls = [f"/m/{facts.id}/card/{current}/{role}?v={words_of(state, facts, current)}" for role in mine]
    return {"run": current, "turn": len(state.casts[current]), "cards": urls}


def _taken(state: State, person: int, facts: Facts) -> Parts:
    """Of what a run took over: which sheets are hers, and where she reads what is offered to her fields."""
    found: Parts = {}
    for run in relevant(state):
        item = state.plan.items[run.id]
        if item.takes is Carry.SHEETS:
            found[run.id] = {"mine": sorted(run.veil.token(key) for key in own_keys(state, item, person))}
        elif item.takes is Carry.FIELDS:
            who = state.who_answers(run.id, person)
            if any(thing.key == who for thing in settled(state, run.id) or ()):
                version = f"{words_of(state, facts, run.id)}-{state.taking[run.id].seq}"
                found[run.id] = {"offer": f"/m/{facts.id}/offer/{run.id}/{who}?v={version}"}
    return found


def group_link(state: State, group: str, facts: Facts) -> str | None:
    link = put_words_back(state.group_links.get(group), facts.words)
    return link["text"] or None if link else None


def help_part(call: Any, facts: Facts) -> Parts:
    reason = put_words_back(call.reason, facts.words)
    return {
        "id": call.id, "group": call.group, "state": call.state, "by": call.by, "at": iso(call.at), "who": call.who,
        "reason": reason["text"] if reason else None,
    }  # fmt: skip


def _old(state: State, person: int, group: Group | None) -> list[Parts]:
    work = state.open_group_work
    if work is None:
        return []
    places = [place for place in state.sat_in(work.id, person) if group is None or place != group.id]
    if work.pattern:  # what lies beside the sheet is shown there, and fours that have not written yet have none
        read = rounds.beside(state, work.id, person)
        wrote = {who for child in work.children if child in state.runs for who in state.runs[child].answers}
        places = [place for place in places if place not in read and place in wrote]
    return [{"run": work.id, "group": place} for place in places]


def _round(state: State, person: int, facts: Facts) -> Parts | None:
    """Where a pattern stands, what lies beside the sheet, and with whom one goes on."""
    work = state.open_group_work
    now = state.round(work.id) if work else None
    if work is None or now is None:
        return None
    following = rounds.following(state, work)
    whole: Parts = {"run": work.id, "kind": now.kind, "step": now.step, "of": len(work.steps), "next": None}
    if following is not None:
        groups = rounds.seats(state, following.kind)
        mates = next((group.members for group in groups if person in group.members), ())
        whole["next"] = {"kind": following.kind, "with": [mate for mate in mates if mate != person]}
    read = rounds.beside(state, work.id, person)
    written = [(child, who) for child in work.children if child in state.runs for who in read]
    whole["beside"] = [
        {"run": child, "who": who, "url": f"/m/{facts.id}/beside/{child}/{who}?v={_version(answer)}"}
        for child, who in written
        if (answer := state.runs[child].answers.get(who))
    ]
    return whole


def _version(answer: Mapping[str, Any]) -> str:
    """Another one whenever something in the answer has changed."""
    return f"{len(answer)}-{max(int(given.at.timestamp() * 1000) for given in answer.values())}"


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


# ---- class screen


def screen(state: State, facts: Facts) -> Parts:
    """The whole view of the class screen."""
    runs = relevant(state)
    now = now_part(state)
    counted = next((r for r in runs if r.id == (now["item"] or now["run"])), None)
    report = None
    if now["report"]:
        fields = report_fields(state, facts, now["report"]["group"])
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
        "tallies": {run.id: shown_tally(state, run, facts.words) for run in runs if _is_shown(state, run)},
        "groups": [{"id": g.id, "n": len(g.members)} for g in state.groups] if state.open_group_work else [],
        "report": report,
    }  # fmt: skip


def _count(state: State, run: Run) -> Parts:
    return {"run": run.id, "n": len(complete_answers(state, run)), "m": expected(state, state.plan.items[run.id])}

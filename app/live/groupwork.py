"""What a phone sees of group work: its group and role, the round, what lies beside its sheet, the report. Pure."""

from collections.abc import Mapping
from typing import Any

from app.activities import rows
from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.live import plays, rounds
from app.live.asking import put_words_back
from app.live.carrying import own_keys, settled
from app.live.facts import Facts, Parts, iso, relevant, words_of
from app.live.patterns import is_on_visit, whole_of
from app.live.plan import Activity
from app.live.state import Group, Round, Stage, State


def told(state: State, person: int) -> Parts | None:
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


def group_part(state: State, group: Group, facts: Facts) -> Parts:
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


def card(state: State, person: int, facts: Facts) -> Parts | None:
    """Where this phone reads what its own person plays: nothing of the others' cards."""
    current = state.current
    if current is None or not plays.cast_now(state, current) or state.stage is not Stage.LIVE:
        return None
    mine = plays.roles_of(state, current, person)
    urls = [f"/m/{facts.id}/card/{current}/{role}?v={words_of(state, facts, current)}" for role in mine]
    return {"run": current, "turn": len(state.casts[current]), "cards": urls}


def taken(state: State, person: int, facts: Facts) -> Parts:
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
    """Its own; on a visit that of the whole group, where its people already talk."""
    own = state.group_links.get(group) or (state.group_links.get(whole_of(group)) if is_on_visit(group) else None)
    link = put_words_back(own, facts.words)
    return link["text"] or None if link else None


def help_part(call: Any, facts: Facts) -> Parts:
    reason = put_words_back(call.reason, facts.words)
    return {
        "id": call.id, "group": call.group, "state": call.state, "by": call.by, "at": iso(call.at), "who": call.who,
        "reason": reason["text"] if reason else None,
    }  # fmt: skip


def old(state: State, person: int, group: Group | None) -> list[Parts]:
    """Sheets she left behind, to read: of which group, and which. What lies beside her sheet is shown there."""
    work = state.open_group_work
    if work is None:
        return []
    read = {who for _, who in rounds.lying(state, work.id, person)} | ({group.id} if group else set())
    places = [place for place in state.sat_in(work.id, person) if place not in read and not is_on_visit(place)]
    if work.pattern == "1-2-4-all":  # fours that have not written yet have none
        wrote = {who for child in work.children if child in state.runs for who in state.runs[child].answers}
        places = [place for place in places if place in wrote]
    of = {place: [one for one in work.children if place in state.own_sheets(one, person)] for place in places}
    return [{"run": work.id, "group": place, "of": sheets} for place, sheets in of.items() if sheets]


def round_part(state: State, person: int, facts: Facts) -> Parts | None:
    """Where a pattern stands, what one fills in and what lies beside it, and with whom one goes on."""
    work = state.group_work if state.stage is Stage.LIVE else None
    now = state.round(work.id) if work else None
    if work is None or now is None:
        return None
    whole = step_part(work, now)
    whole["next"] = _next_round(state, work, person)
    whole["sheets"] = [child for child in work.children if state.who_answers(child, person)]
    whole["beside"] = [
        {"run": child, "who": who, "by": rounds.from_there(state, child, person, who),
         "url": f"/m/{facts.id}/beside/{child}/{who}?v={_version(answer)}"}
        for child, who in rounds.lying(state, work.id, person)
        if child in state.runs and (answer := state.runs[child].answers.get(who))
    ]  # fmt: skip
    return whole | _visit(state, work, person)


def step_part(work: Activity, now: Round) -> Parts:
    """Where a pattern stands."""
    return {"run": work.id, "pattern": work.pattern, "kind": now.kind, "step": now.step, "of": len(work.steps)}


def _next_round(state: State, work: Activity, person: int) -> Parts | None:
    part = rounds.to_come(state, work)
    if part is None:
        return None
    group = next((one for one in rounds.seats(state, work, part) if person in one.members), None)
    mates = [mate for mate in group.members if mate != person] if group else []
    visits = rounds.visited_by(state, work, group.id, part.visit) if group and part.kind == "visit" else None
    return {"kind": part.kind, "with": mates} | ({"visits": visits} if visits else {})


def _visit(state: State, work: Activity, person: int) -> Parts:
    """In a gallery: whose sheet her group reads."""
    now, group = state.rounds[work.id][-1], state.group_of(person)
    return {"visits": rounds.visited_by(state, work, group.id, now.visit)} if group and now.kind == "visit" else {}


def _version(answer: Mapping[str, Any]) -> str:
    """Another one whenever something in the answer has changed."""
    return f"{len(answer)}-{max(int(given.at.timestamp() * 1000) for given in answer.values())}"


def report_part(state: State) -> Parts:
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
    """The fields chosen for the report-back, as the group wrote them: `[{key, html, field, value}]`.

    A choice has its `items` beside them, a table its `columns`; the value of a table is the list of its rows.
    """
    assert state.report is not None
    item = state.plan.items[state.report.run]
    wanted = item.options.get("report-back", ())
    found = []
    for child in item.children:
        run, sheet = state.runs.get(child), state.plan.items[child]
        if run is None or sheet.kind != "worksheet":
            continue
        who = next((one for one in (group, whole_of(group)) if one in state.writers(child)), None)
        if who is None:
            continue
        answer = run.answers.get(who, {})
        cells = {cell: put_words_back(given.value, facts.words) for cell, given in answer.items()}
        fields = KINDS[sheet.kind].task(sheet.config, run.veil)["fields"]
        found += [_reported(field, cells) for field in fields if not wanted or field["key"] in wanted]
    return found


def _reported(field: Mapping[str, Any], cells: Mapping[str, Any]) -> Parts:
    known = {name: value for name, value in field.items() if name != "args"}
    if "columns" not in field:
        return {**known, "value": cells.get(field["key"])}
    written = rows.read(field["key"], [column["key"] for column in field["columns"]], cells)
    return {**known, "value": written or None}

"""What one person may see of a day afterwards. Pure: state in, JSON out.

The rules (R1, R2)
- An activity unfolds (the class, the right answer, the model) once she has answered it, live or alone, or asked to be
  shown. Before that she gets what a phone gets while it is open, and nothing more.
- Her group's sheet is hers. Other people's answers appear as counts only, but for sheets that hung in a gallery or lay
  beside hers in a pattern (`rounds.py`).
- Who was not there does the activity alone first: her answer goes into the same record and into no count of the class.
- Where the course has changed what is right since, everything here is as it counts now (`app/live/anew.py`). What she
  answered to an older question stands below it, with what was right then once the new one has unfolded.
"""

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.curriculum.changes import Fate
from app.live import anew, patterns
from app.live.anew import Source
from app.live.asking import put_words_back
from app.live.carrying import config_of, offer_to, own_keys
from app.live.facts import iso
from app.live.pages import key_of, roles_of, task_of
from app.live.plan import Activity
from app.live.plays import may_read_card
from app.live.results import is_done, own_cells, tally, who_wrote
from app.live.room import Room
from app.live.state import Run, State
from app.live.trying import so_far, taken_by
from app.review import rounds

Row = dict[str, Any]


def rows(room: Room, person: int) -> list[Row]:
    """Every activity of the day in running order, those of a group inside it."""
    plan = room.state.plan
    return [_row(room, person, plan.items[id], plan.items[id].block) for id in plan.order]


def _row(room: Room, person: int, item: Activity, block: Mapping[str, Any]) -> Row:
    asides = [block["notes"][name] for name in ("materials", "note") if name in block["notes"]]
    head = {"id": item.id, "kind": item.kind, "title": item.title, "minutes": item.seconds // 60, "asides": asides}
    if item.children:
        inside = [room.state.plan.items[child] for child in item.children]
        children = [_row(room, person, child, child.block) for child in inside]
        return head | {"prompt": block["prompt"], "children": children} | _roles(room, person, item)
    task = task_of(room, item, block)
    if not item.is_answerable:
        return head | {"prompt": block["prompt"], "task": task.get("task")}
    answer = _answer(room, person, item, block)
    return head | {"task": task["task"]} | answer | _hints(room, person, item) | _since(room, person, item, answer)


def _roles(room: Room, person: int, item: Activity) -> Row:
    """When the play is over everybody reads all cards, and which she played herself."""
    if not item.roles:
        return {}
    played = [role.key for role in item.roles if may_read_card(room.state, item.id, role.key, person)]
    return {"roles": roles_of(item), "played": played}


def _taken(room: Room, person: int, item: Activity) -> Row:
    """Which of the sheets in a gallery are hers; what an earlier sheet of hers offers to the fields of this one."""
    if item.takes is Carry.SHEETS:
        veil = room.state.run(item.id, room.about.starts_at).veil
        return {"taken": {"mine": sorted(map(veil.token, own_keys(room.state, item, person)))}}
    cells = offer_to(room.state, item, f"p{person}", room.words) if item.takes is Carry.FIELDS else {}
    title = room.state.plan.name(item.source or item.id)
    return {"taken": {"offer": {"title": title, "cells": cells}}} if cells else {}


def _answer(room: Room, person: int, item: Activity, block: Mapping[str, Any]) -> Row:
    run = room.state.run(item.id, room.about.starts_at)
    who = who_wrote(room.state, item, room.state.runs.get(item.id), person)
    mine = own_cells(room.state, run, who, room.words)
    own: Row = {"state": standing(room, item, person), "mine": {cell: one["v"] for cell, one in mine.items()}}
    own |= _taken(room, person, item)
    own |= {"written": written} if (written := rounds.written(room, item, person, who)) else {}
    if mine:
        own["at"] = max(one["at"] for one in mine.values())
        own |= next(({"scribe": one["scribe"]} for one in mine.values() if "scribe" in one), {})
    own |= _late(run, who) | ({"tries": so_far(room.state, run, who, room.words)} if item.tries > 1 else {})
    if own["state"] not in ("answered", "unfolded"):
        return own
    if not who.startswith("p"):
        group = _group(room, item, who)
        own["group"] = group | {"cells": own["mine"]}
    own["key"] = key_of(room, item, block)
    if item.id in room.state.runs and not KINDS[item.kind].private:
        own["tally"] = tally(room.state, run, room.words)
    return own


def standing(room: Room, item: Activity, person: int) -> str:
    """answered, unfolded, open (she was there and has not answered), unseen (she was not there when it was done)."""
    run = room.state.runs.get(item.id)
    if run is not None and _is_answered(room, item, run, person):
        return "answered"
    if run is not None and person in run.unfolded:
        return "unfolded"
    if run is None or run.closed_at is None:
        return "open"  # the class did not do it, or has not ended it: nobody missed anything
    joined = room.state.members[person].joined_at
    return "open" if joined is not None and joined <= run.closed_at else "unseen"


def _is_answered(room: Room, item: Activity, run: Run, person: int) -> bool:
    answer = run.answers.get(who_wrote(room.state, item, run, person), {})
    plain = {cell: put_words_back(given.value, room.words) for cell, given in answer.items()}
    if item.is_closed_question and any(not one.alone for one in answer.values()):
        return True  # as far as she or her group came with the class: it stays as it was
    if item.tries > 1 and all(one.alone for one in answer.values()) and run.tries_left(f"p{person}", item.tries):
        return False  # she may try again
    return is_done(item, config_of(room.state, run), plain)


def _since(room: Room, person: int, item: Activity, answer: Row) -> Row:
    """What the course did to this activity since the day: its name on the page now, her answers to older questions.

    `since`: marked anew (her answer counts, by the new key) or set aside, and when.
    """
    if room.held is None or item.id not in anew.changed(room.held, room.course):
        return {}
    now = anew.changed(room.held, room.course)[item.id]
    older = [
        (source.outcome.at, _older(room, person, source, answer))
        for source in anew.sources(room.held, room.course, item.id)
        if source.outcome is not None and _wrote(room.held, source, person)
    ]
    found: Row = {"run": anew.name_of(room.held, room.course, item.id)}
    if not older:
        return found
    is_regraded = now.fate is Fate.REGRADED and bool(answer["mine"])
    fate = Fate.REGRADED if is_regraded else Fate.SET_ASIDE
    return found | {"since": {"fate": fate, "at": iso(older[-1][0])}, "older": [one for _at, one in older]}


def _wrote(held: State, source: Source, person: int) -> bool:
    return bool(source.run.answers.get(who_wrote(held, source.item, source.run, person)))


def _older(room: Room, person: int, source: Source, answer: Row) -> Row:
    """One of her answers as she gave it, to the question as it was then."""
    assert room.held is not None
    item, run = source.item, source.run
    then = copy.copy(room)
    plan = replace(room.held.plan, items={**room.held.plan.items, item.id: item})
    then.state = replace(room.held, plan=plan, runs={**room.held.runs, item.id: run})
    cells = own_cells(then.state, run, who_wrote(room.held, item, run, person), room.words)
    whole: Row = {
        "task": task_of(then, item, item.block)["task"],
        "mine": {cell: one["v"] for cell, one in cells.items()},
        "at": max(one["at"] for one in cells.values()),
    }
    if answer["state"] in ("answered", "unfolded"):
        whole["key"] = key_of(then, item, item.block)
    return whole


def _group(room: Room, item: Activity, who: str) -> Row:
    return {"id": who, "name": patterns.number_of(who), "members": rounds.members(room.state, item, who)}


def _hints(room: Room, person: int, item: Activity) -> Row:
    """Those she took, in order, and how many there are."""
    if not item.hints:
        return {}
    return {"hints": {"taken": list(item.hints[: taken_by(room.state, item.id, person)]), "of": len(item.hints)}}


def _late(run: Run, who: str) -> Row:
    late = [given for given in run.answers.get(who, {}).values() if given.late]
    if not late or run.ended_at is None:
        return {}
    return {"late": {"counts": all(given.counts for given in late), "at": iso(max(given.at for given in late))}}

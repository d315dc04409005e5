"""The face of a published module that anybody may see: no answers, no reasons, no trainers' notes, no hints at them.

The rules of this file
- What may be seen is listed; whatever is new in the published JSON stays hidden until somebody adds it here.
- Where the written order or a key could tell the answer, the words come in an order of their own and without keys.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from app.activities.contract import Grammar

Json = dict[str, Any]
Published = Mapping[str, Any]

TITLE_MARKS = ("title_lang", "title_older")  # of a title that is not translated, or from an older wording
OPEN_NOTES = ("materials", "note", "steps")  # objectives and keypoints are fields of the module itself


def public(module: Published) -> Json:
    """The module for everybody."""
    seen = ("course", "id", "day", "title", "duration", "lang", "welcome", "objectives", "keypoints")
    return {
        **{name: module[name] for name in seen},
        **{name: module[name] for name in ("rendition", *TITLE_MARKS) if name in module},
        "notes": _open(module["notes"]),
        "blocks": [_block(block) for block in module["blocks"]],
    }


def _block(block: Published) -> Json:
    match block["type"]:
        case "text":
            return {
                "type": "text",
                "html": block["html"],
                "note": block.get("note", False),
                "about": block.get("about"),
            }
        case "group":
            activities = [_activity(activity) for activity in block["activities"]]
            roles = [role["html"] for role in block.get("roles", ())]
            return {"type": "group", **_task(block), "activities": activities, "roles": roles}
        case _:
            return _activity(block)


def _activity(activity: Published) -> Json:
    shown = {"type": "activity", **_task(activity), **_items(activity)}
    if activity["grammar"] == Grammar.GAPS:
        shown |= _gaps(activity)
    return shown


def _task(task: Published) -> Json:
    shown = {name: task[name] for name in ("id", "kind", "title", "options", "prompt")}
    shown |= {name: task[name] for name in TITLE_MARKS if name in task}
    return {**shown, "notes": _open(task["notes"])}


def _open(notes: Published) -> Json:
    return {name: notes[name] for name in OPEN_NOTES if name in notes}


def _items(activity: Published) -> Json:
    """`lines` as people may see them before answering; a sort has `bins` and `cards`, a match `left` and `right`."""
    items, ident = activity["items"], activity["id"]
    match Grammar(activity["grammar"]):
        case Grammar.OPTIONS:
            return {"lines": [{"html": item["html"]} for item in items]}
        case Grammar.FIELDS:
            return {"lines": [_field(item) for item in items]}
        case Grammar.CHOICES | Grammar.STEPS:
            return {"lines": [{"html": html} for html in _mixed(ident, [item["html"] for item in items])]}
        case Grammar.BINS:
            cards = {card["key"]: card["html"] for item in items for card in item["cards"]}
            return {"bins": [item["html"] for item in items], "cards": _mixed(ident, list(cards.values()))}
        case Grammar.PAIRS:
            left = _mixed(ident, [item["left"] for item in items if item["left"]])
            return {"left": left, "right": _mixed(f"{ident}/right", [item["right"] for item in items])}
        case _:
            return {}


def _gaps(activity: Published) -> Json:
    """The gaps are numbered: a key may say what belongs there. `gaps` holds the choices of each, none if one writes."""
    prompt = activity["prompt"]
    for at, item in enumerate(activity["items"], start=1):
        place = f'<span data-gap="gap-{at}">({at}) ____</span>'
        prompt = prompt.replace(f'<span data-gap="{item["key"]}"></span>', place)
    return {"prompt": prompt, "gaps": [_mixed(activity["id"], item.get("choices", ())) for item in activity["items"]]}


def _field(item: Published) -> Json:
    inner = [{"html": choice["html"]} for choice in item.get("items", ())]
    return {"html": item["html"], "field": item["field"], "args": item["args"], "choices": inner}


def _mixed(seed: str, words: Sequence[str]) -> list[str]:
    """In an order that has nothing to do with the written one, and is always the same."""
    return sorted(words, key=lambda html: hashlib.sha256(f"{seed}\0{html}".encode()).digest())

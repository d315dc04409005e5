"""Answers are stored under ids and keys: what a new version no longer has is told, unless it was renamed or retired."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.curriculum.faults import Fault, Level, Spot
from app.curriculum.model import Activity, Module


def vanished(before: Mapping[str, Any], module: Module) -> tuple[Fault, ...]:
    """Warnings for ids and keys of the version `before` that this module has lost."""
    now: dict[str, Activity] = {}
    for activity in module.activities:
        now[activity.id] = activity
        if "was" in activity.settings:
            now[activity.settings["was"].value] = activity
    found = []
    for old in _activities(before):
        if old["id"] not in now:
            if old["id"] not in module.retired:
                text = f"'{old['id']}' is gone: write 'was: {old['id']}' under its new name, or retire it"
                found.append(Fault(Spot(1), Level.WARNING, text))
            continue
        activity = now[old["id"]]
        kept = {name for item in activity.items for name in (item.key, item.was)}
        for item in old["items"]:
            if item["key"] not in kept:
                text = f"key '{item['key']}' of '{old['id']}' is gone; answers given under it stay without words"
                found.append(Fault(activity.spot, Level.WARNING, text))
    return tuple(found)


def _activities(module: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for block in module["blocks"]:
        if block["type"] == "activity":
            yield block
        yield from block.get("activities", ())

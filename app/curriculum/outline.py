"""The outline of a module: what lists of days and the woven border show, without a word of the course itself."""

from collections.abc import Mapping
from typing import Any


def outline(module: Mapping[str, Any]) -> dict[str, Any]:
    """{"title", "day", "duration", "parts": [{"id", "kind", "title", "seconds"}]} of a published module."""
    tasks = [block for block in module["blocks"] if block["type"] != "text"]
    parts = [
        {"id": task["id"], "kind": task["kind"], "title": task["title"], "seconds": task["options"].get("time", 0)}
        for task in tasks
    ]
    named = {name: module[name] for name in ("title", "title_lang", "day", "duration") if name in module}
    return named | {"parts": parts}

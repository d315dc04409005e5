"""All kinds of activity there are, by the name authors write; a new folder needs one line here."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from app.activities.contract import Kind

FOLDERS = (
    "single",
    "multiple",
    "numeric",
    "text",
    "gaps",
    "order",
    "match",
    "poll",
    "scale",
    "sort",
    "board",
    "worksheet",
    "reflection",
    "plan",
    "gallery",
    "briefing",
    "interval",
)


def kind_in(folder: str) -> Kind[Any]:
    """The kind that `app/activities/<folder>/` offers."""
    kind = import_module(f"app.activities.{folder}").KIND
    assert isinstance(kind, Kind), f"app/activities/{folder}/__init__.py has no KIND"
    return kind


KINDS: Mapping[str, Kind[Any]] = MappingProxyType({kind.name: kind for kind in map(kind_in, FOLDERS)})

FOLDER_OF: Mapping[str, str] = MappingProxyType({kind_in(folder).name: folder for folder in FOLDERS})
"""Where a kind keeps what is not Python: its faces in `static/`, its paper form in `templates/`."""

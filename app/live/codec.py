"""Frozen dataclasses <-> JSON, for the log and the wire. Unknown names and fields are errors."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from app.errors import Rejected
from app.live import events
from app.live.commands import WIRE, Command
from app.live.events import EVENTS, Event

_EVENTS = {cls.__name__: cls for cls in EVENTS}
_ENVELOPE = {"id", "type", "age"}  # fields of a command's message that are not the command's own

BODY_LIMIT = 20_000  # characters of one command's JSON: a full text field in escaped Malayalam is about 17,000


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    cls.__pydantic_config__ = ConfigDict(strict=True, extra="forbid")  # type: ignore[attr-defined]
    return TypeAdapter(cls)


_NESTED: tuple[type, ...] = (events.Seat, events.GroupPlan, events.Taken)
for _cls in _NESTED:  # nested values follow the same strict rules
    _cls.__pydantic_config__ = ConfigDict(strict=True, extra="ignore")  # type: ignore[attr-defined]


def encode(event: Event) -> dict[str, Any]:
    """An event as JSON for the log; fields at their defaults are left out."""
    body = {item.name: _plain(getattr(event, item.name)) for item in fields(event)}
    return {"type": type(event).__name__, **body}


def decode(body: Mapping[str, Any]) -> Event:
    """The event of a log row. Raises `KeyError` for a name this version does not know."""
    cls = _EVENTS[body["type"]]
    known = {item.name for item in fields(cls)}  # a newer version may have added fields
    data = {name: value for name, value in body.items() if name in known}
    return _adapter(cls).validate_json(json.dumps(data))  # type: ignore[no-any-return]


def read_command(message: object) -> Command:
    """A command from the wire. Raises `Rejected`: not-a-command, unknown-command, too-long, wrong-field."""
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise Rejected("not-a-command", "This page sent something that we could not read. Please load it again.")
    cls = WIRE.get(message["type"])
    if cls is None:
        raise Rejected("unknown-command", "This page is older or newer than the server. Please load it again.")
    try:
        body = json.dumps({name: value for name, value in message.items() if name not in _ENVELOPE}, allow_nan=True)
        if len(body) > BODY_LIMIT:
            raise Rejected("too-long", "That is too long to send at once. Please shorten it.")
        return _adapter(cls).validate_json(body)  # type: ignore[no-any-return]
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or message["type"]
        raise Rejected("wrong-field", f"This page sent something that we could not read ({where}).") from None
    except RecursionError:
        raise Rejected("too-long", "That is too long to send at once. Please shorten it.") from None


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value

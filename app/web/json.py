"""JSON from strangers and for phones: what is nested too deep is refused, and no letter of Malayalam travels as six.

The rules of this file
- Pages and sockets write the same: letters as they are, since `\\u0d15` is twice as long on the wire as ക.
- Half a character, which no text can hold, is escaped as ever: it comes from nowhere but a forged message.
"""

from typing import Any

from flask import Flask
from flask.json.provider import DefaultJSONProvider


class Provider(DefaultJSONProvider):
    """As Flask's own, but a thousand brackets are refused like any other text that is no JSON."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Raises `ValueError`."""
        try:
            return super().loads(s, **kwargs)
        except RecursionError as problem:
            raise ValueError("nested too deep") from problem

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        written = super().dumps(obj, **{**kwargs, "ensure_ascii": False})
        try:
            written.encode()
        except UnicodeEncodeError:
            return super().dumps(obj, **{**kwargs, "ensure_ascii": True})
        return written


def init_app(app: Flask) -> None:
    app.json = Provider(app)

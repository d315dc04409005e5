"""JSON from strangers: what is nested too deep to be read is bad input, not a fault of ours."""

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


def init_app(app: Flask) -> None:
    app.json = Provider(app)

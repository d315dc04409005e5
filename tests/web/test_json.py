"""JSON from strangers cannot make the server stumble."""

import pytest
from flask import Flask, request

from app.web import json


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 2_000 + "]" * 2_000, "{", ""])
def test_what_cannot_be_read_is_no_json(text: str) -> None:
    app = Flask(__name__)
    json.init_app(app)
    app.add_url_rule("/", view_func=lambda: {"read": request.get_json(silent=True)}, methods=["POST"])
    answer = app.test_client().post("/", data=text, content_type="application/json")
    assert (answer.status_code, answer.json) == (200, {"read": None})


def test_a_letter_is_written_as_it_is_and_half_a_character_is_escaped() -> None:
    app = Flask(__name__)
    json.init_app(app)
    with app.app_context():
        assert app.json.dumps({"who": "ലത"}, separators=(",", ":")) == '{"who":"ലത"}'
        assert app.json.dumps({"who": "ല\ud800"}, separators=(",", ":")) == '{"who":"\\u0d32\\ud800"}'

"""JSON as the sockets write it."""

import pytest

from app.web.sockets import Unescaped


@pytest.mark.parametrize(
    ("value", "written"),
    [({"text": "കണക്ക് 🙂"}, '{"text":"കണക്ക് 🙂"}'), ({"cell": "\ud800"}, '{"cell":"\\ud800"}')],
)
def test_letters_travel_as_they_are_and_half_a_letter_as_an_escape(value: dict[str, str], written: str) -> None:
    assert Unescaped.dumps(value, separators=(",", ":")) == written
    assert Unescaped.loads(written) == value

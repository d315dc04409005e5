"""A view on its way: short ones as they are, longer ones pressed, and either read as it was meant."""

import zlib

from hypothesis import given, settings
from hypothesis import strategies as some

from app.live.packing import SHORT_BYTES, packed, unpacked

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(some.characters(exclude_categories=["Cs"])),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text("abc", max_size=3), inner, max_size=4),
)


@settings(deadline=None)
@given(some.dictionaries(some.text("abc", max_size=3), JSON), some.integers(0, 2))
def test_what_is_packed_is_read_as_it_was(message: dict[str, object], times: int) -> None:
    message = {"parts": [message] * 10**times}
    assert unpacked(packed(message)) == message


def test_only_what_is_long_is_pressed() -> None:
    short = {"text": "a" * (SHORT_BYTES - len('{"text":""}'))}
    assert packed(short) is short
    longer = {"text": short["text"] + "a"}
    sent = packed(longer)
    assert isinstance(sent, bytes)
    assert zlib.decompress(sent).decode() == '{"text":"' + longer["text"] + '"}'

"""Phones that write, and updates that no honest phone would send."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from pycrdt import Doc, Text

from app.sheets import Edit, SheetKey

NOW = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
KEY = SheetKey("m1", "market-map", "g1")
FIELDS = frozenset({"who", "why"})


class Phone:
    """One writing tab: its own copy of the sheet, and a number for each thing it sends."""

    def __init__(self, person: int = 1, key: SheetKey = KEY, tab: int | None = None) -> None:
        self.person = person
        self.key = key
        self._doc: Doc[Text] = Doc(client_id=tab or person)
        self._sent = 0

    def writes(self, words: str, field: str = "who", at: int | None = None) -> Edit:
        """`at` counts characters; None is the end."""
        text = self._text(field)
        before = str(text)
        known = self._doc.get_state()
        text.insert(len(before[:at].encode()), words)
        return self._edit(self._doc.get_update(known))

    def deletes(self, first: int, end: int, field: str = "who") -> Edit:
        text = self._text(field)
        before = str(text)
        known = self._doc.get_state()
        del text[len(before[:first].encode()) : len(before[:end].encode())]
        return self._edit(self._doc.get_update(known))

    def sends(self, update: bytes) -> Edit:
        """Whatever bytes."""
        return self._edit(update)

    def hears(self, *updates: bytes) -> None:
        for update in updates:
            self._doc.apply_update(update)

    def reads(self, field: str = "who") -> str:
        return str(self._text(field))

    @property
    def vector(self) -> bytes:
        return self._doc.get_state()

    @property
    def whole(self) -> bytes:
        return self._doc.get_update()

    def _text(self, field: str) -> Text:
        return self._doc.get(field, type=Text)

    def _edit(self, update: bytes) -> Edit:
        self._sent += 1
        return Edit(self.key, self.person, f"{self.person}-{self._sent}", update, FIELDS, NOW)


Reference = tuple[int, int]  # (tab, number of the character)


def forged(tabs: Iterable[tuple[int, int, list[bytes]]], deleted: Mapping[int, list[Reference]] | None = None) -> bytes:
    """An update from its parts: (tab, number of its first character, runs), and what it deletes."""
    listed = list(tabs)
    out = number(len(listed))
    for tab, first, runs in listed:
        out += number(len(runs)) + number(tab) + number(first) + b"".join(runs)
    out += number(len(deleted or {}))
    for tab, ranges in (deleted or {}).items():
        out += number(tab) + number(len(ranges)) + b"".join(number(first) + number(length) for first, length in ranges)
    return out


def run(
    words: str | int,
    left: Reference | None = None,
    right: Reference | None = None,
    root: str = "who",
    content: int | None = None,
) -> bytes:
    """A run of characters, or, given a number, of so many deleted ones. `content` overrides what it claims to be."""
    kind = content if content is not None else 4 if isinstance(words, str) else 1
    out = bytes([kind | (0x80 if left else 0) | (0x40 if right else 0)])
    for reference in (left, right):
        if reference:
            out += number(reference[0]) + number(reference[1])
    if not left and not right:
        out += number(1) + string(root)
    return out + (string(words) if isinstance(words, str) else number(words))


def string(words: str) -> bytes:
    data = words.encode()
    return number(len(data)) + data


def number(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])

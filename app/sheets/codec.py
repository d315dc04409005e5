"""What an update to a shared text says, read byte by byte before anything trusts it.

The rules of this file
- It reads the first version of Yjs' update format: https://docs.yjs.dev, `src/utils/encoding.js` in yjs 13.
- Only typed and deleted characters pass. Formats, embedded things, maps, nested types: a field of plain words has none.
- Every number is bounded here, because the Rust library behind `pycrdt` believes what it reads: a forged length made it
  ask the machine for gigabytes, and an update with a hole in it was taken, kept aside and lost at the next restart.
- Lengths and clocks count UTF-16 units, as JavaScript does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import Rejected

UPDATE_LIMIT_BYTES = 64 * 1024  # ten screens of writing at once; a phone sends a few dozen bytes a second
CLIENT_LIMIT = 1 << 53  # Yjs draws the number of a writing tab from 32 bits, pycrdt from 53
CLOCK_LIMIT = 1 << 31  # two thousand million keystrokes of one tab; above it 32-bit sums in Rust could overflow
VARINT_BITS = 53  # the largest whole number JavaScript can hold

DELETED, STRING, SKIP = 1, 4, 10  # what a run is; the numbers of Yjs
HAS_LEFT, HAS_RIGHT, HAS_SUBKEY, CONTENT = 0x80, 0x40, 0x20, 0x1F  # bits of the byte before a run


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `first` to `end` (not included) of one writing tab."""

    client: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What one update brings and what it builds on.

    `spans`   new characters, in the order they are written in the update
    `needs`   for each tab, how many of its characters must be known (here or from this update) before this one fits
    `roots`   names of fields that it writes into for the first time
    """

    spans: tuple[Span, ...]
    needs: Mapping[int, int]
    roots: frozenset[str]


def summary(update: bytes) -> Summary:
    """Read one update. Raises `Rejected("update-too-large")` or `Rejected("garbled")`, nothing else."""
    if len(update) > UPDATE_LIMIT_BYTES:
        raise Rejected("update-too-large", "That is too much text at once. Please paste it in smaller parts.")
    reader = _Reader(update)
    reading = _Reading()
    for _ in range(reader.number()):
        _read_client(reader, reading)
    for _ in range(reader.number()):
        _read_deletions(reader, reading)
    if not reader.is_at_end:
        raise _garbled()
    return Summary(tuple(reading.spans), reading.needs, frozenset(reading.roots))


def vector(data: bytes) -> dict[int, int]:
    """A state vector: tab -> how many of its characters are known. Raises `Rejected("garbled")`."""
    if len(data) > UPDATE_LIMIT_BYTES:
        raise _garbled()
    reader = _Reader(data)
    known = {}
    for _ in range(reader.number()):
        client = reader.number(CLIENT_LIMIT)
        known[client] = reader.number(CLOCK_LIMIT)
    if not reader.is_at_end:
        raise _garbled()
    return known


def vector_bytes(known: Mapping[int, int]) -> bytes:
    """The opposite of `vector`, in one fixed order."""
    filled = [(client, clock) for client, clock in sorted(known.items()) if clock]
    return _varint(len(filled)) + b"".join(_varint(client) + _varint(clock) for client, clock in filled)


def after(known: Mapping[int, int], update: Summary) -> dict[int, int]:
    """The vector once `update` is in. Raises `Rejected("missing-before")` when it builds on something unknown."""
    then = dict(known)
    for span in update.spans:
        if span.first > then.get(span.client, 0):
            raise _missing_before()
        then[span.client] = max(then.get(span.client, 0), span.end)
    for client, clock in update.needs.items():
        if clock > then.get(client, 0):
            raise _missing_before()
    return then


@dataclass(slots=True)
class _Reading:
    """A summary in the making."""

    spans: list[Span] = field(default_factory=list)
    needs: dict[int, int] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)

    def need(self, client: int, clock: int) -> None:
        self.needs[client] = max(self.needs.get(client, 0), clock)


def _read_client(reader: "_Reader", reading: _Reading) -> None:
    count = reader.number()
    client = reader.number(CLIENT_LIMIT)
    if any(span.client == client for span in reading.spans):
        raise _garbled()  # the Rust library divides by zero over a tab that is named twice
    clock = reader.number(CLOCK_LIMIT)
    for _ in range(count):
        info = reader.byte()
        first = clock
        clock += reader.number(CLOCK_LIMIT) if info == SKIP else _read_item(reader, reading, info)
        if clock >= CLOCK_LIMIT or clock == first:
            raise _garbled()
        if info != SKIP:
            reading.spans.append(Span(client, first, clock))


def _read_item(reader: "_Reader", reading: _Reading, info: int) -> int:
    """One run of characters; its length."""
    if info & HAS_LEFT:
        reading.need(reader.number(CLIENT_LIMIT), reader.number(CLOCK_LIMIT) + 1)
    if info & HAS_RIGHT:
        reading.need(reader.number(CLIENT_LIMIT), reader.number(CLOCK_LIMIT) + 1)
    if not info & (HAS_LEFT | HAS_RIGHT):
        if reader.number() != 1:  # 1: the parent is a root, by name; else a nested type
            raise _not_words()
        reading.roots.add(reader.text())
    content = info & (CONTENT | HAS_SUBKEY)
    if content == DELETED:
        return reader.number(CLOCK_LIMIT)
    if content != STRING:
        raise _not_words()
    words = reader.text()
    if "\r" in words:  # a <textarea> never holds one; with it, positions on phone and server would differ
        raise _not_words()
    return len(words.encode("utf-16-le")) // 2


def _read_deletions(reader: "_Reader", reading: _Reading) -> None:
    client = reader.number(CLIENT_LIMIT)
    for _ in range(reader.number()):
        first = reader.number(CLOCK_LIMIT)
        reading.need(client, first + reader.number(CLOCK_LIMIT))


class _Reader:
    """Numbers and words from bytes; every fault is `Rejected("garbled")`."""

    __slots__ = ("_at", "_data")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._data)

    def byte(self) -> int:
        if self._at >= len(self._data):
            raise _garbled()
        self._at += 1
        return self._data[self._at - 1]

    def number(self, limit: int = UPDATE_LIMIT_BYTES) -> int:
        """Below `limit`. Counts need no larger one: what is counted takes at least a byte each."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
            if shift > VARINT_BITS:
                raise _garbled()
        if value >= limit:
            raise _garbled()
        return value

    def text(self) -> str:
        length = self.number(UPDATE_LIMIT_BYTES)
        end = self._at + length
        if end > len(self._data):
            raise _garbled()
        try:
            words = self._data[self._at : end].decode()
        except UnicodeDecodeError:
            raise _garbled() from None
        self._at = end
        return words


def _varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _garbled() -> Rejected:
    return Rejected("garbled", "This page sent something that we could not read. Please load it again.")


def _not_words() -> Rejected:
    return Rejected("not-words", "This field takes plain words only.")


def _missing_before() -> Rejected:
    return Rejected("missing-before", "Something you wrote earlier has not arrived yet. Your phone sends it again.")

"""One shared text in memory, for the length of one call: rebuilt from stored bytes, changed, read, dropped.

The rules of this file
- It is the only importer of `pycrdt`. A `Doc` never outlives the call that made it and never crosses a thread.
- `app.sheets.codec` has read every update before Rust sees it, and afterwards the document must stand exactly where the
  codec said it would: an update that the library only kept aside, waiting for a missing one, would be lost silently.
- A panic in Rust arrives as a `BaseException` of `pyo3_runtime`, which no `except Exception` stops. Here it becomes a
  refusal like any other garbage.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from pycrdt import Doc, Text

from app.activities.rows import covers
from app.errors import Rejected
from app.sheets import codec

DOCUMENT_LIMIT_BYTES = 256 * 1024  # a hundred times the fullest sheet we saw; a phone joining gets it in one answer
EMPTY_STATE = b"\0\0"  # no characters, no deletions
EMPTY_VECTOR = b"\0"
PREFILL_CLIENT = 1  # phones draw theirs at random from four thousand million
PAIR = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")  # a character that JavaScript counts as two: emoji, rare scripts
UNSEEN = dict.fromkeys(code for code in range(32) if chr(code) not in "\n\t")


class Document:
    """A shared text with its fields. After a refusal it is as it was before."""

    def __init__(self, state: bytes, updates: Iterable[bytes] = ()) -> None:
        self._parts = [state, *updates]
        self._doc, self.known = _rebuilt(self._parts)

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Document":
        """A new one with these fields filled."""
        doc: Doc[Text] = Doc(client_id=PREFILL_CLIENT)
        for name, words in texts.items():
            doc[name] = Text(words.replace("\r\n", "\n").replace("\r", "\n"))
        return cls(doc.get_update())

    def apply(self, update: bytes, fields: Collection[str]) -> None:
        """Take one update in. `book/*/what` among the fields is that cell in every row of a table.

        Raises `Rejected`: `update-too-large`, `garbled`, `not-words`, `unknown-field`, `missing-before`, `sheet-full`.
        """
        read = codec.summary(update)
        if not all(covers(fields, name) for name in read.roots):
            raise Rejected("unknown-field", "This sheet has no such field. Please load the page again.")
        then = codec.after(self.known, read)
        self._parts.append(update)
        try:
            with _no_panic():
                self._doc.apply_update(update)
                arrived = codec.vector(self._doc.get_state())
                is_sound = arrived == then and self._has_whole_pairs()
            if not is_sound:
                raise garbled()
            if self._is_full():
                raise Rejected("sheet-full", "This sheet is full. Please delete something first.")
        except Rejected:
            self._parts.pop()
            self._doc, self.known = _rebuilt(self._parts)
            raise
        self.known = then

    def texts(self) -> dict[str, str]:
        """Field -> its words exactly as they are. A field nobody wrote in is absent."""
        return _texts(self._doc)

    def since(self, vector: bytes) -> bytes:
        """What somebody who knows `vector` lacks. Raises `Rejected("garbled")`."""
        known = codec.vector_bytes(codec.vector(vector))
        with _no_panic():
            return self._doc.get_update(known)

    def encoded(self) -> bytes:
        """The whole document as one update."""
        return self._doc.get_update()

    def vector(self) -> bytes:
        """How far each writing tab is known."""
        return codec.vector_bytes(self.known)

    def _has_whole_pairs(self) -> bool:
        """False when an update has cut an emoji in two: the library then writes bytes that it cannot read again."""
        if not any(map(PAIR.search, self._parts)):
            return True
        doc, known = _rebuilt([self._doc.get_update()])
        return known == codec.vector(self._doc.get_state()) and _texts(doc) == self.texts()

    def _is_full(self) -> bool:
        # The parts together are never shorter than the whole, so most of the time nothing need be encoded.
        if sum(map(len, self._parts)) <= DOCUMENT_LIMIT_BYTES:
            return False
        return len(self.encoded()) > DOCUMENT_LIMIT_BYTES


def _rebuilt(parts: Iterable[bytes]) -> tuple["Doc[Text]", dict[int, int]]:
    doc: Doc[Text] = Doc()
    for part in parts:
        doc.apply_update(part)
    return doc, codec.vector(doc.get_state())


def _texts(doc: "Doc[Text]") -> dict[str, str]:
    return {name: str(doc.get(name, type=Text)) for name in sorted(doc.keys())}


def plain(texts: Mapping[str, str]) -> dict[str, str]:
    """The words as people read them: joiners (ZWJ, ZWNJ) stay; control characters, which come along when something is
    pasted and which PostgreSQL cannot keep in a text, go."""
    return {name: words.translate(UNSEEN) for name, words in texts.items()}


def garbled() -> Rejected:
    return Rejected("garbled", "This page sent something that we could not read. Please load it again.")


@contextmanager
def _no_panic() -> Iterator[None]:
    try:
        yield
    except ValueError:  # how pycrdt says that it cannot decode
        raise garbled() from None
    except BaseException as fault:
        if type(fault).__module__ != "pyo3_runtime":  # PanicException cannot be imported by name
            raise
        raise garbled() from None

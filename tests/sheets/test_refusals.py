"""What a shared text does not take, whoever sends it; a refusal changes nothing."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text, XmlElement, XmlFragment

from app.db import Database
from app.errors import Rejected
from app.sheets import Outcome, Sheets, Stored
from app.sheets.codec import CLOCK_LIMIT, UPDATE_LIMIT_BYTES, vector, vector_bytes
from app.sheets.documents import DOCUMENT_LIMIT_BYTES, EMPTY_STATE, Document
from tests.sheets.builders import FIELDS, KEY, NOW, Phone, forged, number, run, string

Store = Callable[..., list[Outcome]]
ALL_FIELDS = {"who", "why"}


def refusal_of(document: Document, update: bytes) -> str | None:
    before = (document.texts(), document.vector(), document.encoded())
    try:
        document.apply(update, ALL_FIELDS)
    except Rejected as refusal:
        assert (document.texts(), document.vector(), document.encoded()) == before
        return refusal.code
    return None


def written(words: str) -> Document:
    """A sheet in which tab 1 wrote these words."""
    return Document(forged([(1, 0, [run(words)])]))


def of_another_type(name: str, value: Map[object] | Array[object] | XmlFragment) -> bytes:
    doc: Doc[Map[object] | Array[object] | XmlFragment] = Doc()
    doc[name] = value
    return doc.get_update()


def formatted() -> bytes:
    doc: Doc[Text] = Doc()
    doc["who"] = Text("bold")
    doc["who"].format(0, 4, {"bold": True})
    return doc.get_update()


def embedded() -> bytes:
    doc: Doc[Text] = Doc()
    doc["who"] = Text()
    doc["who"].insert_embed(0, {"image": "https://example.org"})
    return doc.get_update()


@pytest.mark.parametrize(
    ("update", "code"),
    [
        (b"", "garbled"),
        (b"\xff" * 20, "garbled"),
        (b"\0\0\0", "garbled"),
        (b"\x01\x01\x01\x00\x04\x01\x03who\xff\xff\xff\xff\x07", "garbled"),  # a forged length: gigabytes in Rust
        (b"\xff\xff\xff\xff\x0f\x01\x01", "garbled"),  # a forged count
        (forged([(2, 0, [run("")])]), "garbled"),
        (forged([(2, 0, [run("x")]), (2, 0, [run("yy")])]), "garbled"),  # divides by zero in yrs 0.28
        (forged([(2, 0, [run("x", left=(2, 0))])]), "garbled"),  # leans on itself
        (forged([(3, 0, [run("x", left=(2, 0))]), (2, 0, [run("y", left=(3, 0))])]), "garbled"),  # on each other
        (forged([(2, 0, [run(CLOCK_LIMIT - 1), run("xx", left=(1, 0))])]), "garbled"),
        (forged([(2, 0, [run("a\rb")])]), "not-words"),
        (forged([(2, 0, [run("x", content=6)])]), "not-words"),
        (forged([(2, 0, [bytes([0x24, 1]) + string("who") + string("key") + string("x")])]), "not-words"),
        (forged([(2, 0, [bytes([4, 0]) + number(1) + number(0) + string("x")])]), "not-words"),
        (of_another_type("who", Map({"a": 1})), "not-words"),
        (of_another_type("who", Array([1, 2])), "not-words"),
        (of_another_type("who", XmlFragment([XmlElement("p")])), "not-words"),
        (formatted(), "not-words"),
        (embedded(), "not-words"),
        (forged([(2, 0, [run("x", root="other")])]), "unknown-field"),
        (forged([(2, 0, [run("x", root="")])]), "unknown-field"),
        (forged([(2, 1, [run("x")])]), "missing-before"),
        (forged([(2, 0, [run("x", left=(1, 4))])]), "missing-before"),
        (forged([(2, 0, [run("x", right=(9, 0))])]), "missing-before"),
        (forged([], {1: [(0, 5)]}), "missing-before"),
        (forged([(2, 0, [run("x" * UPDATE_LIMIT_BYTES)])]), "update-too-large"),
    ],
)
def test_such_an_update_is_refused(update: bytes, code: str) -> None:
    assert refusal_of(written("text"), update) == code


@pytest.mark.parametrize(
    "update",
    [
        forged([(2, 0, [run("x", left=(1, 1))])]),  # between the halves of 😀
        forged([(2, 0, [run("x", right=(1, 2))])]),
        forged([(1, 2, [run("zzzz", left=(1, 1))])]),
    ],
)
def test_whatever_cuts_an_emoji_in_two_leaves_a_readable_sheet(update: bytes) -> None:
    document = written("a😀b")
    refusal_of(document, update)
    again = Document(document.encoded())

    assert (again.texts(), again.vector()) == (document.texts(), document.vector())


def test_a_field_that_the_sheet_does_not_have_is_refused_for_good(store: Store, sheets: Sheets) -> None:
    edit = Phone().writes("x", "elsewhere")

    assert [getattr(outcome, "code", None) for outcome in store(edit)] == ["unknown-field"]
    assert sheets.fields(KEY) == {}


def test_a_refused_edit_stops_no_other(store: Store, sheets: Sheets) -> None:
    good, bad, later = Phone(1), Phone(2), Phone(3)
    outcomes = store(good.writes("one "), bad.sends(b"\x01garbage"), later.writes("two "))

    assert [type(outcome) for outcome in outcomes] == [Stored, Rejected, Stored]
    assert sorted(sheets.fields(KEY)["who"].split()) == ["one", "two"]


def test_an_update_whose_forerunner_is_missing_is_taken_once_that_came(store: Store, sheets: Sheets) -> None:
    phone = Phone()
    first, second = phone.writes("one "), phone.writes("two")

    assert [getattr(outcome, "code", None) for outcome in store(second)] == ["missing-before"]
    assert [type(outcome) for outcome in store(first, second)] == [Stored, Stored]
    assert sheets.fields(KEY) == {"who": "one two"}


def test_a_full_sheet_takes_deletions_only(store: Store, sheets: Sheets) -> None:
    phone = Phone()
    outcomes: list[Outcome] = []
    part = "x" * (UPDATE_LIMIT_BYTES - 200)
    while all(isinstance(outcome, Stored) for outcome in outcomes):
        edit = phone.writes(part)
        outcomes = store(edit)
    full = sheets.fields(KEY)["who"]

    assert [getattr(outcome, "code", None) for outcome in outcomes] == ["sheet-full"]
    assert DOCUMENT_LIMIT_BYTES - len(part) <= len(full) <= DOCUMENT_LIMIT_BYTES
    other = Phone(2)
    other.hears(sheets.join(KEY, other.vector)[0])
    store(other.deletes(100, len(full)))
    assert sheets.fields(KEY) == {"who": full[:100]}
    assert isinstance(store(other.writes("room again"))[0], Stored)


def test_a_closed_sheet_takes_nothing_until_it_is_reopened(database: Database, store: Store, sheets: Sheets) -> None:
    phone = Phone()
    first, second = phone.writes("in time"), phone.writes(" late")
    store(first)
    database.write(lambda session: sheets.close(session, KEY, NOW))

    assert sheets.is_closed(KEY)
    assert [getattr(outcome, "code", None) for outcome in store(second)] == ["sheet-closed"]
    assert sheets.fields(KEY) == {"who": "in time"}
    database.write(lambda session: sheets.reopen(session, KEY, NOW))
    assert not sheets.is_closed(KEY)
    assert isinstance(store(second)[0], Stored)
    assert sheets.fields(KEY) == {"who": "in time late"}


def test_a_client_id_longer_than_its_column_is_refused(store: Store) -> None:
    outcomes = store(replace(Phone().writes("x"), client_id="x" * 37))

    assert [getattr(outcome, "code", None) for outcome in outcomes] == ["garbled"]


@pytest.mark.parametrize("have", [b"", b"\xff" * 9, b"\x01\x01", b"\0\0", b"\x01" * 70_000])
def test_a_garbled_vector_is_refused(sheets: Sheets, have: bytes) -> None:
    with pytest.raises(Rejected) as refusal:
        sheets.join(KEY, have)
    assert refusal.value.code == "garbled"


def test_a_vector_beyond_what_is_known_gets_nothing(store: Store, sheets: Sheets) -> None:
    store(Phone().writes("x"))

    assert sheets.join(KEY, vector_bytes({1: 900, 77: 5}))[0] == b"\0\0"


def test_words_go_into_any_row_of_a_table_but_not_beyond_it(store: Store, sheets: Sheets) -> None:
    fields = frozenset({"who", "book/*/what"})
    phone = Phone()
    good = replace(phone.writes("Tea powder", "book/240/what"), fields=fields)
    assert isinstance(store(good)[0], Stored)
    for person, cell in enumerate(("book/241/what", "book/0/what", "book/*/what", "book/1/amount", "book/1"), 2):
        edit = replace(Phone(person).writes("x", cell), fields=fields)
        assert [getattr(outcome, "code", None) for outcome in store(edit)] == ["unknown-field"], cell
    assert sheets.fields(KEY) == {"book/240/what": "Tea powder"}


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_whatsoever_crash_a_sheet(update: bytes) -> None:
    assert refusal_of(written("text 😀"), update) in {None, "garbled", "not-words", "unknown-field", "missing-before"}


def test_no_damaged_update_crashes_a_sheet() -> None:
    dice = random.Random(11)
    phone = Phone()
    sound = [phone.writes(words, field).update for words in ("one", "മലയാളം\u200d", "😀 two") for field in FIELDS]
    sound.append(phone.deletes(1, 3).update)
    sound.append(phone.whole)
    for _ in range(3_000):
        damaged = bytearray(dice.choice(sound))
        for _ in range(dice.randrange(1, 4)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        refusal_of(Document(EMPTY_STATE), bytes(damaged))
        refusal_of(Document(phone.whole), bytes(damaged))


def test_no_forged_history_makes_a_sheet_unreadable() -> None:
    for seed in range(300):
        dice = random.Random(seed)
        document = Document(EMPTY_STATE)
        for _ in range(12):
            refusal_of(document, _forgery(dice, document.known))
            again = Document(document.encoded())
            assert again.known == document.known
            document.since(vector_bytes(vector(document.vector())))


def _forgery(dice: random.Random, known: dict[int, int]) -> bytes:
    def reference() -> tuple[int, int] | None:
        tab = dice.choice([1, 2, 3])
        return (tab, dice.randrange(max(1, known.get(tab, 0)))) if dice.random() < 0.5 else None

    def some_run() -> bytes:
        words = dice.choice(["a", "bc", "😀", "a😀b", "മല", 2])
        return run(words, reference(), reference(), dice.choice(["who", "why"]))

    tabs = [
        (
            tab,
            max(0, known.get(tab, 0) - dice.choice([0, 0, 0, 1, 3])),
            [some_run() for _ in range(dice.choice([1, 2]))],
        )
        for tab in dice.sample([1, 2, 3], dice.choice([1, 2]))
    ]
    return forged(
        tabs, {dice.choice([1, 2, 3]): [(dice.randrange(6), dice.randrange(3))]} if dice.random() < 0.3 else {}
    )

"""What a shared text keeps."""

import random
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import func, select

from app.db import Database
from app.sheets import LastEdit, Outcome, Repeat, SheetKey, Sheets, Stored, fields_of
from app.sheets.store import FOLD_ABOVE
from app.sheets.tables import SheetDoc, SheetUpdate
from tests.sheets.builders import KEY, NOW, Phone

Store = Callable[..., list[Outcome]]

MALAYALAM = "അവൻ\u200d കുടുംബശ്രീ\u200cയിൽ ന്\u200dമ"  # chillu written with ZWJ, a break with ZWNJ
EMPTY = (b"\0\0", b"\0")


def test_a_sheet_nobody_wrote_in_is_empty(sheets: Sheets) -> None:
    assert sheets.join(KEY, b"\0") == EMPTY
    assert sheets.fields(KEY) == {}
    assert sheets.last(KEY) is None


def test_what_is_written_is_stored_and_told_with_its_field(store: Store, sheets: Sheets) -> None:
    edit = Phone(7).writes("Asha", "why")

    assert store(edit) == [Stored(edit, "why", {"why": "Asha"})]
    assert sheets.fields(KEY) == {"why": "Asha"}
    assert sheets.last(KEY) == LastEdit("why", 7, NOW)


def test_each_group_has_its_own_sheet(store: Store, sheets: Sheets) -> None:
    others = [replace(KEY, group="g2"), replace(KEY, run="plan"), replace(KEY, meeting="m2")]
    store(Phone(1).writes("one"), *(Phone(2, key).writes(key.group) for key in others))

    assert sheets.fields(KEY) == {"who": "one"}
    assert [sheets.fields(key) for key in others] == [{"who": "g2"}, {"who": "g1"}, {"who": "g1"}]


def test_the_same_edit_again_is_a_repeat_and_changes_nothing(store: Store, sheets: Sheets) -> None:
    edit = Phone().writes("once")
    store(edit)

    assert store(edit) == [Repeat(edit)]
    assert store(edit, edit) == [Repeat(edit), Repeat(edit)]
    assert sheets.fields(KEY) == {"who": "once"}


def test_the_same_edit_twice_in_one_transaction_is_stored_once(store: Store) -> None:
    edit = Phone().writes("once")

    assert store(edit, edit) == [Stored(edit, "who", {"who": "once"}), Repeat(edit)]


def test_an_edit_that_brings_nothing_new_is_a_repeat_under_any_name(store: Store) -> None:
    edit = Phone().writes("once")
    store(edit)
    again = replace(edit, client_id="other")

    assert store(again) == [Repeat(again)]


def test_two_persons_may_use_the_same_client_id(store: Store, sheets: Sheets) -> None:
    store(*(replace(Phone(person).writes(str(person)), client_id="1") for person in (1, 2)))

    assert sorted(sheets.fields(KEY)["who"]) == ["1", "2"]


def test_everybody_who_wrote_at_once_reads_the_same(store: Store, sheets: Sheets) -> None:
    dice = random.Random(4)
    phones = [Phone(person) for person in range(1, 7)]
    edits = [phone.writes(f"<{phone.person}.{n}>", at=dice.randrange(n * 5 + 1)) for n in range(40) for phone in phones]
    dice.shuffle(edits)
    edits.sort(key=lambda edit: int(edit.client_id.split("-")[1]))  # each phone's own order is kept by its socket
    for first in range(0, len(edits), 17):
        store(*edits[first : first + 17])

    for phone in phones:
        update, _ = sheets.join(KEY, phone.vector)
        phone.hears(update)
    words = sheets.fields(KEY)["who"]
    assert {phone.reads() for phone in phones} == {words}
    assert len(words) == sum(len(f"<{phone.person}.{n}>") for n in range(40) for phone in phones)


def test_a_phone_gets_only_what_it_lacks(store: Store, sheets: Sheets) -> None:
    writer, reader = Phone(1), Phone(2)
    store(writer.writes("a long beginning, known to both. "))
    reader.hears(sheets.join(KEY, reader.vector)[0])
    store(writer.writes("End"))

    update, vector = sheets.join(KEY, reader.vector)
    reader.hears(update)
    assert len(update) < 20
    assert reader.reads() == "a long beginning, known to both. End"
    assert sheets.join(KEY, vector) == (sheets.join(KEY, reader.vector)[0], vector)


def test_deleted_words_are_gone_and_a_pure_deletion_is_no_repeat(store: Store, sheets: Sheets) -> None:
    phone = Phone()
    store(phone.writes("keep drop"))
    edit = phone.deletes(4, 9)

    assert store(edit) == [Stored(edit, "who", {"who": "keep"})]
    assert store(replace(edit, client_id="other")) == [Repeat(replace(edit, client_id="other"))]
    assert sheets.fields(KEY) == {"who": "keep"}


def test_joiners_and_letters_of_every_script_are_kept(store: Store, sheets: Sheets) -> None:
    store(Phone().writes(MALAYALAM + "\n\tខ្មែរ ລາວ ไทย 😀👩‍🌾"))

    assert sheets.fields(KEY) == {"who": MALAYALAM + "\n\tខ្មែរ ລາວ ไทย 😀👩‍🌾"}


def test_control_characters_are_taken_but_not_shown(store: Store, sheets: Sheets) -> None:
    phone = Phone()
    (stored,) = store(phone.writes("a\x0b\x00b"))

    assert isinstance(stored, Stored)
    assert stored.fields == sheets.fields(KEY) == {"who": "ab"}
    edit = phone.deletes(1, 3)
    assert store(edit) == [Stored(edit, "who", {"who": "ab"})]


def test_many_updates_are_folded_into_one_row_and_repeats_still_change_nothing(
    store: Store, database: Database, sheets: Sheets
) -> None:
    phone = Phone()
    edits = [phone.writes(f"{n} ") for n in range(FOLD_ABOVE + 1)]
    for edit in edits:
        store(edit)
    late = Phone(2)
    late.hears(sheets.join(KEY, late.vector)[0])

    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(SheetUpdate)) == 0
        assert session.scalar(select(func.count()).select_from(SheetDoc)) == 1
    assert late.reads() == sheets.fields(KEY)["who"] == "".join(f"{n} " for n in range(FOLD_ABOVE + 1))
    assert store(edits[3]) == [Repeat(edits[3])]
    assert sheets.last(KEY) == LastEdit("who", 1, NOW)


def test_a_new_server_on_the_same_file_knows_everything(store: Store, database: Database) -> None:
    phone = Phone(5)
    store(*(phone.writes(f"{n},") for n in range(FOLD_ABOVE + 30)))
    edit = phone.writes(MALAYALAM, "why")
    store(edit)

    again = Database(database.url)
    sheets = Sheets(again)
    assert sheets.fields(KEY) == {"who": phone.reads(), "why": MALAYALAM}
    assert sheets.last(KEY) == LastEdit("why", 5, NOW)
    assert again.write(lambda session: sheets.apply_many(session, [edit])) == [Repeat(edit)]
    again.close()


def test_fields_can_be_read_inside_the_transaction_that_wrote_them(database: Database, sheets: Sheets) -> None:
    def write_and_read(session: object) -> dict[str, str]:
        sheets.apply_many(session, [Phone().writes("now")])  # type: ignore[arg-type]
        return fields_of(session, KEY)  # type: ignore[arg-type]

    assert database.write(write_and_read) == {"who": "now"}


def test_a_sheet_may_begin_with_words_in_it_once(database: Database, sheets: Sheets, store: Store) -> None:
    phone = Phone()
    assert database.write(lambda session: sheets.prefill(session, KEY, {"who": "Asha\r\nBina"}, NOW))
    assert not database.write(lambda session: sheets.prefill(session, KEY, {"who": "again"}, NOW))
    assert sheets.last(KEY) is None

    phone.hears(sheets.join(KEY, phone.vector)[0])
    store(phone.writes(", Chitra"))
    assert sheets.fields(KEY) == {"who": "Asha\nBina, Chitra"}


def test_keys_with_any_letters_are_kept_apart(store: Store, sheets: Sheets) -> None:
    one, other = SheetKey("m", "a|b", "c"), SheetKey("m", "a", "b|c")
    store(Phone(1, one).writes("one"))

    assert sheets.fields(other) == {}

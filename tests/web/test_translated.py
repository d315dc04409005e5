"""Every translation of the interface: whole, with all its places, in letters as they are written today."""

import re
from collections.abc import Iterator

import polib
import pytest

from app.web.catalogues import ENGLISH, TRANSLATIONS, known_languages

PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
OLD_CHILLU = re.compile("[ണനരലളക]\u0d4d\u200d")  # six letters of Malayalam have code points of their own since 2008

languages = pytest.mark.parametrize("language", [code for code in known_languages() if code != ENGLISH])


def entries(language: str) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(po(language)) if not entry.obsolete and not entry.fuzzy]  # fuzzy: not shown


def po(language: str) -> str:
    return f"{TRANSLATIONS}/{language}/LC_MESSAGES/messages.po"


def said(entry: polib.POEntry) -> Iterator[tuple[str, str]]:
    """(the English, its translation), for each form that is there."""
    if entry.msgid_plural:
        for form, words in entry.msgstr_plural.items():
            yield (entry.msgid if form == 0 else entry.msgid_plural), words
    else:
        yield entry.msgid, entry.msgstr


def faults(entry: polib.POEntry) -> list[str]:
    """What is wrong in the translations of one message."""
    found = []
    for english, words in said(entry):
        wanted, there = (set(PLACE.findall(text)) for text in (english, words))
        plain = set(PLACE.findall(entry.msgid_plural or ""))  # the form for one may say the number all the same
        if words and there != wanted and there != plain:
            found.append(f"{english!r} has {sorted(wanted)}, its translation {sorted(there)}")
        if OLD_CHILLU.search(words):
            found.append(f"“{words}” writes a chillu with a joiner")
    return found


@languages
def test_no_translation_loses_a_place_or_writes_old_letters(language: str) -> None:
    assert [fault for entry in entries(language) for fault in faults(entry)] == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("{m} പേരിൽ", "'{n} of {m}' has ['{m}', '{n}'], its translation ['{m}']"),
        ("{n} / {m} പേര\u0d4d\u200d", "“{n} / {m} പേര\u0d4d\u200d” writes a chillu with a joiner"),
    ],
)
def test_a_lost_place_and_an_old_letter_are_found(words: str, fault: str) -> None:
    assert faults(polib.POEntry(msgid="{n} of {m}", msgstr=words)) == [fault]


@languages
def test_a_message_with_a_number_has_all_its_forms_or_none(language: str) -> None:
    forms = int(re.search(r"nplurals=(\d+)", polib.pofile(po(language)).metadata["Plural-Forms"])[1])  # type: ignore[index]
    for entry in entries(language):
        if entry.msgid_plural:
            assert sum(bool(words) for words in entry.msgstr_plural.values()) in (0, forms), entry.msgid

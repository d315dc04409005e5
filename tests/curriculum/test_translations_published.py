"""A course in another language: the same record, other words, and nothing that a page should not show."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from sqlalchemy import select

from app.curriculum.catalogues import Catalogue, Entry
from app.curriculum.compile import compiled
from app.curriculum.face import public
from app.curriculum.publish import publish
from app.curriculum.queries import course_card, current, in_other_languages, languages
from app.curriculum.renditions import Translation, one_record, rendition
from app.curriculum.tables import Content
from app.curriculum.units import AS_OF, of_facts, of_module, units
from app.db import Base, Database
from tests.curriculum.folders import a_folder, edit
from tests.curriculum.samples import WHOLE, a_day, a_shelf, checked

HERE = Path(__file__).parent
Json = dict[str, Any]

DAY = a_day(
    """
    ## Questions

    ///// quiz | questions
        time: 5m

    //// text | word

    What is it?

    - [x] profit) profit | surplus

        > Yes.

    - [ ] sales) sales

    ////

    //// gaps | sentence

    Sales less costs is the `left = profit | surplus`. She takes `taken = *drawings* / wages`.

    ////

    //// single | purpose

    Who owes us? Up to {{ facts.mudra }}.

    - [ ] cash) The cash book
    - [x] credit) The credit book

    /// model

    First.

    Second.

    ///

    ////

    /////
    """
)
MALAYALAM = {
    "day-2/word#prompt/1": "അത് എന്താണ്?",
    "day-2/word/profit": "ലാഭം | മിച്ചം",
    "day-2/word/sales": "വിൽപ്പന",
    "day-2/sentence#prompt/1": "വിറ്റതിൽനിന്നു ചെലവു കുറച്ചാൽ `left = ലാഭം`. എടുക്കുന്നത് `taken = *പറ്റ്* / കൂലി`.",
    "day-2/purpose#prompt/1": "ആരു തരാനുണ്ട്? {{ facts.mudra }}.",
    "day-2/purpose/credit": "കടപ്പുസ്തകം",
    "day-2/purpose#model/2": "രണ്ടാമത്.",
}


def source(text: str = DAY) -> Json:
    module = checked(text).module
    assert module is not None, [fault.text for fault in checked(text).faults]
    return compiled(module, a_shelf())


def in_malayalam(said: dict[str, str], text: str = DAY, before: str = DAY, facts: dict[str, str] | None = None) -> Json:
    """The day `text` with these translations, made when it was `before`."""
    module, old = checked(text).module, checked(before).module
    assert module is not None
    assert old is not None
    known = {unit.context: unit.text for unit in units(of_module(old, WHOLE))}
    entries = {name: Entry(name, known[name], target) for name, target in said.items()}
    told = {unit.context: unit.text for unit in of_facts(a_shelf().facts.values())}
    words = {name: Entry(name, told[name], target) for name, target in (facts or {}).items()}
    translation = Translation("ml", Catalogue("ml", entries, True), words)
    return rendition(compiled(module, a_shelf()), "the-version", module, a_shelf(), translation)


def task(module: Json, ident: str) -> Json:
    return next(one for block in module["blocks"] for one in block.get("activities", ()) if one["id"] == ident)


@pytest.mark.promise("C6")
def test_a_text_that_is_not_translated_says_its_language() -> None:
    found = task(in_malayalam(MALAYALAM), "purpose")
    assert [item["html"] for item in found["items"]] == ['<span lang="en">The cash book</span>', "കടപ്പുസ്തകം"]
    assert found["notes"]["model"] == '<div lang="en"><p>First.</p></div>\n<p>രണ്ടാമത്.</p>'


@pytest.mark.promise("C6")
def test_an_old_translation_is_shown_and_marked() -> None:
    again = DAY.replace("The credit book", "The book of credit")
    found = task(in_malayalam(MALAYALAM, again, DAY), "purpose")
    assert found["items"][1]["html"] == "<span data-older>കടപ്പുസ്തകം</span>"


def test_a_rendition_says_what_it_is_of_and_how_far_it_is() -> None:
    assert in_malayalam(MALAYALAM)["rendition"] == {
        "of": "the-version",
        "source": "en",
        "is_draft": True,
        "texts": 14,
        "missing": 7,
        "stale": 0,
    }


def test_ids_keys_options_and_grading_are_those_of_the_version() -> None:
    assert skeleton(in_malayalam(MALAYALAM)) == skeleton(source())


def skeleton(value: Any) -> Any:
    """What is for the program: everything but words."""
    words = {"html", "prompt", "title", "title_lang", "title_older", "accepted", "choices", "feedback", "lang"}
    words |= {"welcome", "objectives", "keypoints", "notes", "rendition", "left", "card"}
    if isinstance(value, dict):
        return {name: skeleton(inner) for name, inner in value.items() if name not in words}
    return [skeleton(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.promise("C6")
def test_accepted_words_are_those_of_both_languages() -> None:
    found = in_malayalam(MALAYALAM)
    assert [item["accepted"] for item in task(found, "word")["items"]] == [
        ["ലാഭം", "മിച്ചം", "profit", "surplus"],
        ["വിൽപ്പന", "sales"],
    ]
    assert task(found, "sentence")["items"] == [
        {"key": "left", "accepted": ["ലാഭം", "profit", "surplus"]},
        {"key": "taken", "accepted": ["പറ്റ്"], "choices": ["പറ്റ്", "കൂലി"]},
    ]
    whole = one_record({"en": source(), "ml": found})
    assert task(whole["en"], "word")["items"][0]["accepted"] == ["profit", "surplus", "ലാഭം", "മിച്ചം"]
    assert task(whole["en"], "sentence")["items"][1] == task(source(), "sentence")["items"][1]


def test_an_answer_that_would_be_right_and_wrong_is_not_taken_from_the_translation() -> None:
    found = in_malayalam(MALAYALAM | {"day-2/word/sales": "മിച്ചം"})
    assert [item["accepted"] for item in task(found, "word")["items"]] == [["profit", "surplus"], ["sales"]]


def test_what_belongs_into_a_gap_is_not_in_the_prompt() -> None:
    for said in (MALAYALAM, {}, {"day-2/sentence#prompt/1": "`left = ലാഭം`"}):
        prompt = task(in_malayalam(said), "sentence")["prompt"]
        assert prompt.count("data-gap") == 2
        assert not any(word in prompt for word in ("ലാഭം", "profit", "പറ്റ്", "drawings"))


def test_a_fact_is_told_in_its_language_with_its_day() -> None:
    facts = {AS_OF: "{value} ({date}-ലെ വിവരം)", "facts/mudra": "₹20 ലക്ഷം വരെ"}
    assert task(in_malayalam(MALAYALAM, facts=facts), "purpose")["prompt"] == (
        "<p>ആരു തരാനുണ്ട്? ₹20 ലക്ഷം വരെ (2026, ഏപ്രിൽ 1-ലെ വിവരം).</p>"
    )
    assert task(in_malayalam(MALAYALAM), "purpose")["prompt"] == (
        '<p>ആരു തരാനുണ്ട്? <span lang="en">up to ₹20 lakh (as of 1 April 2026)</span>.</p>'
    )


def test_a_broken_translation_is_not_shown() -> None:
    broken = MALAYALAM | {"day-2/purpose/credit": "<b>കട</b>", "day-2/purpose#model/2": "/// script"}
    found = task(in_malayalam(broken), "purpose")
    assert found["items"][1]["html"] == '<span lang="en">The credit book</span>'
    assert found["notes"]["model"] == '<div lang="en"><p>First.</p>\n<p>Second.</p></div>'


@pytest.mark.promise("C4")
@pytest.mark.promise("C6")
def test_every_text_is_offered_and_none_leaks_into_the_public_face() -> None:
    """Each translation is a word of its own: all are in the whole module, the secret ones not in its public face."""
    text = (HERE / "golden" / "whole-notation.md").read_text(encoding="utf-8")
    module = checked(text).module
    assert module is not None
    plain = {unit.context: unit for unit in units(of_module(module, WHOLE)) if _is_plain(unit.text)}
    said = {name: f"വാക്ക{at:03}" for at, name in enumerate(plain)}
    whole = in_malayalam(said, text, text)
    everywhere = json.dumps(whole, ensure_ascii=False)
    assert [name for name, word in said.items() if word not in everywhere] == []
    face = json.dumps(public(whole), ensure_ascii=False)
    marks = ("#feedback", "#script", "#facilitator", "#explain", "#model", "#hint", "#card")
    secret = {name for name in said if any(mark in name for mark in marks)}
    assert [name for name in secret if said[name] in face] == []
    assert secret
    seen = {name for name, word in said.items() if word in face}
    english = json.dumps(public(compiled(module, a_shelf())), ensure_ascii=False)
    assert {name for name in seen if not _in(plain[name].text, english)} == set()


def _is_plain(text: str) -> bool:
    return not set(text) & set("`[{|*>#\n_=") and not text.startswith("-")


def _in(text: str, page: str) -> bool:
    return json.dumps(text, ensure_ascii=False)[1:-1] in page.replace("\\n", " ")


# --- in the database ---


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'koottam.db'}")
    Base.metadata.create_all(
        database.engine, [Base.metadata.tables[name] for name in ("content", "current_content", "publication")]
    )
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = a_folder(tmp_path)
    edit(folder / "tin_box" / "course.yml", "language: en\n", "language: en\nlanguages: [en, ml]\n")
    return folder


def translate(folder: Path, module: str, context: str, text: str, said: str) -> None:
    file = folder / "tin_box" / "locale" / "ml" / f"{module}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    po = polib.POFile()
    po.append(polib.POEntry(msgctxt=context, msgid=text, msgstr=said))
    file.write_text(f"{po}\n", encoding="utf-8")


@pytest.mark.promise("C6")
def test_a_translation_never_changes_the_version(database: Database, folder: Path) -> None:
    def versions() -> dict[str, str | None]:
        database.write(lambda session: publish(session, folder))
        with database.read() as session:
            return {row.hash: row.of for row in session.scalars(select(Content).where(Content.module == "day-1"))}

    (version,) = versions()
    translate(folder, "day-1", "day-1/tins/tin", "In a tin", "പെട്ടിയിൽ")
    assert set(versions().values()) == {None, version}
    translate(folder, "day-1", "day-1/tins/tin", "In a tin", "ഒരു പെട്ടിയിൽ")
    assert list(versions().values()).count(version) == 2
    with database.read() as session:
        found = current(session, "tin_box", "day-1")
        assert found is not None
        assert found[0] == version
        assert "ഒരു പെട്ടിയിൽ" in json.dumps(in_other_languages(session, version)["ml"][1], ensure_ascii=False)


def test_the_shown_rendition_is_the_one_of_today_also_when_words_come_back(database: Database, folder: Path) -> None:
    for said in ("ഒന്ന്", "രണ്ട്", "ഒന്ന്"):
        translate(folder, "day-1", "day-1/tins/tin", "In a tin", said)
        database.write(lambda session: publish(session, folder))
    with database.read() as session:
        found = current(session, "tin_box", "day-1")
        assert found is not None
        assert "ഒന്ന്" in json.dumps(in_other_languages(session, found[0])["ml"][1], ensure_ascii=False)


def test_a_language_whose_file_is_gone_is_shown_no_more(database: Database, folder: Path) -> None:
    translate(folder, "day-1", "day-1/tins/tin", "In a tin", "പെട്ടിയിൽ")
    database.write(lambda session: publish(session, folder))
    with database.read() as session:
        assert languages(session, "tin_box", "day-1") == ["en", "ml"]
    (folder / "tin_box" / "locale" / "ml" / "day-1.po").unlink()
    database.write(lambda session: publish(session, folder))
    with database.read() as session:
        assert languages(session, "tin_box", "day-1") == ["en"]


def test_the_card_of_a_course_is_translated_title_by_title(database: Database, folder: Path) -> None:
    translate(folder, "course", "course#title", "The tin box", "പണപ്പെട്ടി")
    translate(folder, "day-1", "day-1#title", "Know where the money goes", "പണം എങ്ങോട്ട്?")
    database.write(lambda session: publish(session, folder))
    with database.read() as session:
        card = course_card(session, "tin_box", "ml")
        assert course_card(session, "tin_box")["title"] == "The tin box"
    assert (card["title"], card["summary"], card["summary_lang"]) == ("പണപ്പെട്ടി", "Where does the money go?", "en")
    assert [(day["title"], day.get("title_lang")) for day in card["days"]] == [
        ("പണം എങ്ങോട്ട്?", None),
        ("Know where the money goes", "en"),
    ]

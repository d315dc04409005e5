"""What translators get and give back: every text under a name that stays, and nothing that breaks a page."""

import random
from datetime import date
from pathlib import Path

import pytest

from app.activities.registry import KINDS
from app.curriculum import catalogues, word_tables
from app.curriculum.catalogues import Catalogue, Entry
from app.curriculum.faults import Level
from app.curriculum.library import library
from app.curriculum.manuscript import Line, Text
from app.curriculum.proofreading import wrong
from app.curriculum.translating import Job, taken
from app.curriculum.units import Form, Unit, of_module, paragraphs, units, words
from tests.curriculum.samples import WHOLE, a_day, checked

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
COURSES = library(ROOT / "courses", TODAY)
ZWJ, ZWNJ = "\u200d", "\u200c"

DAY = a_day(
    """
    ## The cash book

    Most owners know what they sold. Few know
    what they kept.

    Count the tin tonight.

    ## What is it for?

    //// single | purpose
        time: 5m

    What does a cash book show?

    - [ ] credit) What customers owe

        > That is the credit book.

    - [x] flow) Money in and money out

    /// hint

    Think of the tin box.

    ///

    /// script

    Read it aloud.

    Wait. Then ask for a reason.

    ///

    ////
    """
)


def texts(text: str = DAY) -> dict[str, str]:
    return {unit.context: unit.text for unit in found(text)}


def found(text: str = DAY) -> tuple[Unit, ...]:
    module = checked(text).module
    assert module is not None, [fault.text for fault in checked(text).faults]
    return units(of_module(module, WHOLE))


def translated(text: str = DAY) -> dict[str, Entry]:
    return {unit.context: Entry(unit.context, unit.text, f"{unit.text} (മ)") for unit in found(text)}


@pytest.mark.promise("C6")
def test_every_text_has_the_path_of_its_ids_as_its_name() -> None:
    assert texts() == {
        "day-2#title": "Know where the money goes",
        "day-2#objectives/1": "- Keep a cash book.",
        "day-2#keypoints/1": "- Write it down.",
        "day-2#text/the-cash-book/1": "## The cash book",
        "day-2#text/the-cash-book/2": "Most owners know what they sold. Few know what they kept.",
        "day-2#text/the-cash-book/3": "Count the tin tonight.",
        "day-2/purpose#title": "What is it for?",
        "day-2/purpose#prompt/1": "What does a cash book show?",
        "day-2/purpose/credit": "What customers owe",
        "day-2/purpose/credit#feedback": "That is the credit book.",
        "day-2/purpose/flow": "Money in and money out",
        "day-2/purpose#hint-1/1": "Think of the tin box.",
        "day-2/purpose#script/1": "Read it aloud.",
        "day-2/purpose#script/2": "Wait. Then ask for a reason.",
    }


def test_a_text_knows_its_line() -> None:
    lines = DAY.split("\n")
    assert {unit.context: lines[unit.line - 1] for unit in found() if "script" in unit.context} == {
        "day-2/purpose#script/1": "Read it aloud.",
        "day-2/purpose#script/2": "Wait. Then ask for a reason.",
    }


def test_no_two_texts_have_one_name() -> None:
    for course in COURSES.courses:
        for name, one in COURSES.check(course, KINDS, TODAY).items():
            assert one.module is not None
            named: dict[str, str] = {}
            for slot in of_module(one.module, KINDS):
                for unit in slot.units:
                    assert named.setdefault(unit.context, unit.text) == unit.text, f"{course.slug}/{name}"


def test_a_list_a_quote_and_code_stay_whole() -> None:
    source = "One\nline.\n\n- a\n\n- b\n\n    > said\n\n1. c\n\n```\nx\n\ny\n```\n\nTwo  \nlines."
    lines = tuple(Line(at, text, code=12 <= at <= 16) for at, text in enumerate(source.split("\n"), start=1))
    assert [words(one) for one in paragraphs(Text(lines))] == [
        "One line.",
        "- a\n\n- b\n\n    > said",
        "1. c",
        "```\nx\n\ny\n```",
        "Two  \nlines.",
    ]


# --- keeping what was translated ---


def test_unchanged_texts_keep_their_translation() -> None:
    assert catalogues.merged(found(), translated().values()) == translated()


def test_other_line_breaks_are_no_new_text() -> None:
    again = DAY.replace("Few know\nwhat", "Few\nknow what")
    assert again != DAY
    assert catalogues.merged(found(again), translated().values()) == translated()


def test_a_new_paragraph_moves_the_numbers_and_no_translation() -> None:
    again = DAY.replace("Count the tin", "Begin on Monday.\n\nCount the tin")
    kept = catalogues.merged(found(again), translated().values())
    assert {entry.source: entry.target for entry in kept.values()} == {
        **{entry.source: entry.target for entry in translated().values()},
        "Begin on Monday.": "",
    }


def test_changed_words_keep_the_old_translation_as_fuzzy_with_the_words_it_was_made_for() -> None:
    again = DAY.replace("Wait. Then ask for a reason.", "Wait. Then ask for two reasons.")
    kept = catalogues.merged(found(again), translated().values())
    name = "day-2/purpose#script/2"
    assert kept[name] == Entry(
        name,
        "Wait. Then ask for two reasons.",
        "Wait. Then ask for a reason. (മ)",
        True,
        "Wait. Then ask for a reason.",
    )
    assert kept[name].is_stale
    assert not kept[name].is_fresh


def test_another_paragraph_in_the_same_place_gets_nothing() -> None:
    again = DAY.replace("Wait. Then ask for a reason.", "Close the run after four minutes.")
    kept = catalogues.merged(found(again), translated().values())
    assert kept["day-2/purpose#script/2"] == Entry("day-2/purpose#script/2", "Close the run after four minutes.")


def test_a_fresh_translation_comes_back_with_its_words() -> None:
    again = DAY.replace("Think of the tin box.", "Think of your tin box.")
    stale = catalogues.merged(found(again), translated().values())
    back = catalogues.merged(found(), stale.values())
    assert back["day-2/purpose#hint-1/1"].before == "Think of the tin box."
    assert back["day-2/purpose#hint-1/1"].is_fuzzy, "nobody has looked at it: it stays to be looked at"


def test_random_edits_never_put_a_translation_to_other_words() -> None:
    """A fresh translation stands beside the words it was made for; an old one names them."""
    course = next(one for one in COURSES.courses if one.slug == "sick_me_revival")
    module = COURSES.check(course, KINDS, TODAY)["day-1"].module
    assert module is not None
    before = units(of_module(module, KINDS))
    entries = [Entry(unit.context, unit.text, f"{unit.text} (മ)") for unit in before]
    for seed in range(25):  # each moves, drops, doubles or rewords some twenty of the 350 texts
        dice = random.Random(seed)
        kept = catalogues.merged(_edited(list(before), dice), entries)
        for entry in kept.values():
            if entry.is_fresh:
                assert entry.target == f"{entry.source} (മ)"
            elif entry.target:
                assert entry.target == f"{entry.before} (മ)"
                assert entry.before != entry.source


def _edited(texts: list[Unit], dice: random.Random) -> list[Unit]:
    words = [unit.text for unit in texts]
    for _ in range(20):
        at, to = dice.randrange(len(words)), dice.randrange(len(words))
        match dice.choice(("move", "drop", "double", "reword", "swap")):
            case "move":
                words.insert(to, words.pop(at))
            case "drop":
                words[at] = "Something else altogether."
            case "double":
                words.insert(at, words[at])
                words.pop()
            case "reword":
                words[at] = f"{words[at]} And more."
            case "swap":
                words[at], words[to] = words[to], words[at]
    return [
        Unit(unit.context, text, unit.line, unit.form, unit.family) for unit, text in zip(texts, words, strict=True)
    ]


# --- PO files and tables ---


def a_job(file: Path, found_units: tuple[Unit, ...] = ()) -> Job:
    return Job("tin_box.day-2.ml", "ml", Path("day-2.md"), file, found_units or found())


def test_a_po_file_has_names_lines_and_old_words() -> None:
    unit = Unit("day-2/purpose/flow", "Money in and money out", 21, Form.INLINE, "day-2/purpose/flow")
    entry = Entry(unit.context, unit.text, "പണം വന്നതും പോയതും", True, "Money in")
    po = catalogues.written("tin_box.day-2.ml", (unit,), Catalogue("ml", {unit.context: entry}, True), "day-2.md")
    assert po.split("\n\n")[1].strip().split("\n") == [
        "#: day-2.md:21",
        "#, fuzzy",
        '#| msgid "Money in"',
        'msgctxt "day-2/purpose/flow"',
        'msgid "Money in and money out"',
        'msgstr "പണം വന്നതും പോയതും"',
    ]
    assert '"X-State: draft, needs a native reader\\n"' in po


@pytest.mark.parametrize("form", ["po", "csv"])
@pytest.mark.promise("C6")
def test_what_is_exported_and_imported_unchanged_stays_the_same(tmp_path: Path, form: str) -> None:
    job = a_job(tmp_path / "day-2.po")
    job.file.write_text(job.po(Catalogue("ml", translated(), True)), encoding="utf-8")
    before = job.file.read_text(encoding="utf-8")
    if form == "po":
        offered = list(catalogues.read(job.po(job.catalogue()), "ml").entries.values())
    else:
        offered = word_tables.read(word_tables.written(job.units, job.catalogue()))
    catalogue, told = taken(job, offered)
    assert told == ()
    assert job.po(catalogue) == before


@pytest.mark.parametrize("form", ["po", "csv"])
def test_joiners_and_letters_survive_byte_for_byte(tmp_path: Path, form: str) -> None:
    said = f"അവന{chr(0xD4D)}{ZWJ} അവൻ ന{chr(0xD4D)}{ZWNJ}റ ൻ്റ"
    job = a_job(tmp_path / "day-2.po")
    entries = {unit.context: Entry(unit.context, unit.text) for unit in job.units}
    name = "day-2/purpose/flow"
    entries[name] = Entry(name, "Money in and money out", said)
    catalogue = Catalogue("ml", entries)
    if form == "po":
        back = catalogues.read(job.po(catalogue), "ml").entries[name]
    else:
        table = word_tables.written(job.units, catalogue).encode().decode()
        back = next(entry for entry in word_tables.read(table) if entry.context == name)
    assert back.target.encode() == said.encode()


@pytest.mark.parametrize("words", ["- one\n- two", "=1+1", "'quoted'", "@home", "+5", 'a "b", c', "'=x"])
def test_a_table_holds_no_formula_and_loses_nothing(words: str) -> None:
    unit = Unit("day-2#welcome/1", words, 1, Form.BLOCK, "day-2#welcome")
    entry = Entry(unit.context, words, words)
    table = word_tables.written((unit,), Catalogue("ml", {unit.context: entry}))
    (back,) = word_tables.read(table)
    assert (back.source, back.target) == (words, words)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in table.split("\r\n")[1].split(","))


# --- what is refused ---


def unit(text: str, form: Form = Form.BLOCK) -> Unit:
    return Unit("day-2#welcome/1", text, 1, form, "day-2#welcome")


@pytest.mark.parametrize(
    ("source", "form", "target", "message"),
    [
        ("Count.", Form.BLOCK, "എണ്ണുക.\n//// poll | x", "a line begins with ///: fences stay in the course file"),
        ("- Count.", Form.BLOCK, "- /// script", "a line begins with ///: fences stay in the course file"),
        ("Count.", Form.BLOCK, "എണ്ണുക <b>ഇന്ന്</b>", "raw HTML is not part of a course: write Markdown, or `code`"),
        ("Up to {{ facts.mudra }}.", Form.BLOCK, "വരെ.", "the fact 'mudra' is lost"),
        ("Up to it.", Form.BLOCK, "{{ facts.mudra }}", "the fact 'mudra' is not in the source"),
        ("See [it](day-1.md).", Form.BLOCK, "[ഇത്](day-2.md) കാണുക.", "the address 'day-1.md' is lost"),
        ("![A tin](media/tin.svg)", Form.BLOCK, "ഒരു പെട്ടി", "the address '!media/tin.svg' is lost"),
        ("See [it].\n", Form.BLOCK, "[ഇത്][law] കാണുക.\n", "the address '[law]' is not in the source"),
        ("One.", Form.BLOCK, "ഒന്ന്.\n\nരണ്ട്.", "a blank line in it: a unit is one paragraph"),
        ("One", Form.INLINE, "ഒന്ന്\nരണ്ട്", "a line break in it: it is one line"),
        ("One", Form.TITLE, " ഒന്ന്", "it begins or ends with a space or a new line"),
        ("One", Form.TITLE, "ഒ\u202eന്ന്", "there is an invisible control character in it"),
        ("a | b", Form.ACCEPTED, "അ | ", "it begins or ends with a space or a new line"),
        ("a | b", Form.ACCEPTED, "അ || ബ", "there is an empty answer between two |"),
        (
            "It is `left = profit`.",
            Form.GAPS,
            "അത് `right = ലാഭം`.",
            "the gaps are left in the source and right here: keys stay as they are",
        ),
        ("It is `a = *b* / c`.", Form.GAPS, "`a = ബ / *ച*`.", "gap 'a': the *right* word stands in another place"),
        (
            "It is `a = *b* / c`.",
            Form.GAPS,
            "`a = *ബ* / ച / ഡ`.",
            "gap 'a' needs 2 words as in the source, with the same / or |",
        ),
        ("1 = not, 5 = very", Form.SCALE, "ഒട്ടുമില്ല 1 5", "its last line names both ends: 1 = …, 5 = …"),
        ("{value} (as of {date})", Form.FACT, "{value}", "the place 'date' is lost"),
    ],
)
def test_what_would_break_a_page_is_refused(source: str, form: Form, target: str, message: str) -> None:
    assert (Level.ERROR, message) in wrong(unit(source, form), target)


def test_other_numbers_are_told_and_taken() -> None:
    assert wrong(unit("₹1,00,000 in 5 days"), "5 ദിവസത്തിൽ ₹10,000") == [
        (Level.WARNING, "numbers: 100000 only in the source; 10000 only here")
    ]


def test_numbers_may_be_written_in_malayalam_digits() -> None:
    assert wrong(unit("₹1,00,000 in 5 days"), "൫ ദിവസത്തിൽ ₹൧,൦൦,൦൦൦") == []


def test_a_good_text_is_taken_beside_a_broken_one(tmp_path: Path) -> None:
    job = a_job(tmp_path / "day-2.po")
    good = Entry("day-2#title", "Know where the money goes", "പണം എങ്ങോട്ട്?", line=5)
    broken = Entry("day-2/purpose/flow", "Money in and money out", "<i>പണം</i>", line=9)
    old = Entry("day-2/purpose/credit", "What they owe", "കടം", line=12)
    unknown = Entry("day-2/nothing", "Nothing", "ഒന്നുമില്ല", line=15)
    catalogue, told = taken(job, [good, broken, old, unknown])
    assert {name: entry.target for name, entry in catalogue.entries.items() if entry.target} == {
        "day-2#title": "പണം എങ്ങോട്ട്?"
    }
    assert [(fault.spot.line, fault.text) for fault in told] == [
        (9, "day-2/purpose/flow: raw HTML is not part of a course: write Markdown, or `code`"),
        (12, "day-2/purpose/credit: the course has other words now"),
        (15, "day-2/nothing: there is no such text"),
    ]

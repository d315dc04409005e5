"""Questions come in from GIFT and Aiken and go out as GIFT; bad ones are told by line, what is lost is named."""

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from hypothesis import given as over
from hypothesis import strategies as st

from app.activities.registry import KINDS
from app.curriculum import aiken, gift, written
from app.curriculum.check import check
from app.curriculum.exchange import Uncarried
from app.curriculum.faults import Faults, Spot
from app.curriculum.gift import Answer, Question, Sort
from app.curriculum.incoming import ident_of, taken
from app.curriculum.intake import brought_in
from app.curriculum.library import library
from app.curriculum.manuscript import Line, Text
from app.curriculum.model import Accepted, Activity, Choice, Pair, Range
from app.curriculum.outgoing import given
from tests.builders import an_app
from tests.curriculum.folders import a_folder
from tests.curriculum.samples import a_poll, a_shelf

pytestmark = pytest.mark.promise("C8")

COURSES = library(Path(__file__).parents[2] / "courses", date(2026, 11, 22))

BANK = r"""
// A bank of questions
$CATEGORY: money

::Tin box:: What is in the tin? {
  =Cash#Yes.
  ~Credit#That is in the book.
  ####Count it every evening.
}

Leela sells on credit. {T#No: look at the book.#Yes, she does.}

::Break even:: [markdown]10\,000 \: 40 is how **many** cups? {#250:1 =%50%240..260#Nearly.}

Who keeps the box? {=Leela =leela =%0%Uma#She keeps the book.}

::Pairs:: Match. {=cash book -> each day =credit book -> who owes = -> cousins}

Sales less all costs is the {~loss =profit ~price} of the month.

::Many:: Which two? {~%50%tin ~%50%book ~%-100%roof}

What do you feel? {}

Never closed {=yes

A tip costs 5 \{five\} rupees \= cheap. {~No =Yes}
"""


def read(text: str) -> tuple[list[Question], list[str]]:
    faults = Faults()
    return gift.read(text, faults), [fault.said("bank") for fault in faults.in_order()]


def markdown(text: str) -> str:
    """One question in GIFT, in our notation."""
    (question,), _ = read(text)
    return written.activity(taken(question).activity, KINDS)


def test_the_good_questions_are_kept_and_the_bad_one_told_by_line() -> None:
    questions, told = read(BANK)
    assert [question.sort for question in questions] == [
        *(
            Sort.CHOICE,
            Sort.TRUTH,
            Sort.NUMBER,
            Sort.WORDS,
            Sort.PAIRS,
            Sort.CHOICE,
            Sort.CHOICE,
            Sort.ESSAY,
            Sort.CHOICE,
        )
    ]
    line = BANK.split("\n").index("Never closed {=yes") + 1
    assert told == [f"bank:{line}:1: error: the answers are never closed: add a }}"]


def test_a_choice_comes_with_its_feedback_and_its_explanation() -> None:
    assert (
        markdown("::Tin box:: What is in the tin? {=Cash#Yes. ~Credit#That is in the book. ####Count it.}")
        == """\
//// single | tin-box

What is in the tin?

- [x] cash) Cash

    > Yes.

- [ ] credit) Credit

    > That is in the book.

/// explain

Count it.

///

////"""
    )


@pytest.mark.parametrize(
    ("text", "kind", "items"),
    [
        ("Q {T#no#yes}", "single", ["- [x] is-true) True", "- [ ] is-false) False"]),
        ("Q {#250:1 =%50%240..260#Nearly.}", "numeric", ["- [x] n249) 249 .. 251", "- [ ] n240) 240 .. 260"]),
        ("Q {#-3.5}", "numeric", ["- [x] n-35) -3.5"]),
        ("Q {=Leela =leela =%0%Uma#No.}", "text", ["- [x] leela) Leela | leela", "- [ ] uma) Uma"]),
        ("Q {=a b -> c =d -> e = -> f}", "match", ["- a-b) a b -> c", "- d) d -> e", "- f) -> f"]),
        ("Q {~%50%tin ~%50%book ~%-100%roof}", "multiple", ["- [x] tin) tin", "- [x] book) book", "- [ ] roof) roof"]),
        ("The {~loss =profit} of it.", "gaps", ["The `gap = loss / *profit*` of it."]),
        ("The {=profit =gain} of it.", "gaps", ["The `gap = profit | gain` of it."]),
        (r"Is 5 \{five\} \= \#5? {~No =Yes}", "single", [r"Is 5 {five} = #5?"]),
        ("_Plain_ <b> words {~No =Yes}", "single", [r"\_Plain\_ &lt;b> words"]),
        ("[html]<p>Is it <b>so</b>?</p> {~No =Yes}", "single", ["Is it **so**?"]),
    ],
)
def test_each_sort_becomes_a_kind_of_ours(text: str, kind: str, items: list[str]) -> None:
    made = markdown(text)
    assert made.startswith(f"//// {kind} | ")
    assert [item for item in items if item not in made.split("\n")] == []


def test_what_cannot_be_carried_over_is_named() -> None:
    questions, _ = read(BANK)
    lost = {}
    for question in questions:
        try:
            lost[question.text] = taken(question).lost
        except Uncarried as reason:
            lost[question.text] = (str(reason),)
    assert {text: what for text, what in lost.items() if what} == {
        r"10\,000 : 40 is how **many** cups?": ("50 % of the marks for 240..260: it counts as wrong",),
        "What do you feel?": (
            "an essay has no right answer: write it into the day yourself, as 'reflection' or as text",
        ),
    }


def test_an_id_is_made_of_the_name_or_of_the_words() -> None:
    named = Question(1, Sort.ESSAY, "What?", "Cash book, page 2!")
    assert ident_of(named) == "cash-book-page-2"
    assert ident_of(Question(9, Sort.ESSAY, "What?")) == ident_of(Question(1, Sort.ESSAY, "What?"))
    assert ident_of(Question(1, Sort.ESSAY, "What?", "പണം")).startswith("q-")
    assert ident_of(Question(1, Sort.ESSAY, "What?")) != ident_of(Question(1, Sort.ESSAY, "Who?"))


def bring(text: str, bank: str) -> tuple[str, list[tuple[str, bool]], list[str]]:
    faults = Faults()
    new, done = brought_in(text, "day-2", a_shelf(), gift.read(bank, faults), "bank", faults)
    return new, [(one.id, one.is_new) for one in done], [fault.text for fault in faults.in_order()]


def test_a_second_import_changes_and_never_doubles() -> None:
    first, done, told = bring(a_poll(), BANK)
    assert len(done) == 8
    assert all(is_new for _, is_new in done)
    assert len(told) == 2
    again, twice, _ = bring(first, BANK)
    assert again == first
    assert twice == [(ident, False) for ident, _ in done]
    changed, _, _ = bring(first, BANK.replace("What is in the tin?", "What lies in the tin?"))
    assert changed == first.replace("What is in the tin?", "What lies in the tin?")


def test_what_a_trainer_wrote_stays_when_the_words_change() -> None:
    first, _, _ = bring(a_poll(), "::Tin:: What? {~No =Yes}")
    told = first.replace("//// single | tin\n", "//// single | tin\n    time: 1m\n").replace(
        "- [x] yes) Yes\n", "- [x] yes) Yes\n\n/// script\n\nRead it aloud.\n\n///\n"
    )
    after, _, _ = bring(told, "::Tin:: What now? {~No =Yes}")
    assert after == told.replace("What?", "What now?")


def test_the_module_is_sound_afterwards() -> None:
    text, _, _ = bring(a_poll(), BANK)
    assert check(text, "day-2", a_shelf()).errors == ()


@pytest.mark.parametrize(
    ("bank", "why"),
    [
        ("::Tins:: What? {~No =Yes}", "'tins' is the name of something else in this module"),
        ("::Q:: A? {~No =Yes}\n\n::Q:: B? {~No =Yes}", "an earlier question has the name 'q' too"),
        (r"[markdown]Say\n/// script {~No =Yes}", "a line begins with ///, or there is {{: both have a meaning here"),
        ("Q {~a ~b}", "no answer is right: begin the right one with ="),
        ("Q {=a -> b =c}", "a pair is written =left -> right; here some answers have no ->"),
        ("Q {a}", "each answer begins with = or ~"),
        ("Q {=a} {=b}", r"only one pair of { } can stand in a question; write \{ and \} for the signs"),
        ("Q {#many}", "'many' is not a number"),
        ("Q {= ~b}", "there is an answer without words"),
        ("[markdown]See <script>. {~No =Yes}", "raw HTML is not part of a course: write Markdown, or `code`"),
    ],
)
def test_a_bad_question_stays_outside(bank: str, why: str) -> None:
    _, done, told = bring(a_poll(), bank)
    assert told == [why]
    assert len(done) == bank.count("::Q::") // 2


def test_aiken_is_read_with_the_line_of_each_slip() -> None:
    faults = Faults()
    found = aiken.read(
        "What is in the tin?\nA. Cash\nB) Credit\nANSWER: A\n\n"
        "Who?\nA. She\nANSWER: C\n\nWhy?\nA. So\n\nWhere?\nA. Here\nANSWER: A\n",
        faults,
    )
    assert [(question.line, question.text, [answer.words for answer in question.answers]) for question in found] == [
        (1, "What is in the tin?", ["Cash", "Credit"]),
        (13, "Where?", ["Here"]),
    ]
    assert [fault.said("") for fault in faults.in_order()] == [
        ":6:1: error: the answer is C, and there is no such option",
        ":10:1: error: after the options comes ANSWER: and a letter, not 'Where?'",
    ]


# --- out, and in again ---


def comes_back(activity: Activity) -> Activity:
    question, _ = given(activity, {})
    (again,), told = read(gift.write(question))
    assert told == []
    return taken(again).activity


WORDS = (
    st.text(st.sampled_from("abc ആ~=#{}:\\*_.,?!’%ക്\u200d"), min_size=1, max_size=20)
    .map(str.strip)
    .filter(lambda words: words and "->" not in words and "{{" not in words and not words.startswith(("-", "+", "%")))
)
KEYS = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=2, max_size=4, unique=True)
HERE = Spot(1)


@st.composite
def questions(draw: st.DrawFn) -> Activity:
    keys, kind = draw(KEYS), draw(st.sampled_from(["single", "multiple", "numeric", "text", "match"]))
    right = draw(st.integers(0, len(keys) - 1))
    items: list[Choice | Range | Accepted | Pair] = []
    for at, key in enumerate(keys):
        is_right = at == right or (kind != "single" and draw(st.booleans()))
        feedback = draw(st.none() | WORDS)
        if kind in ("single", "multiple"):
            items.append(Choice(key, HERE, " ".join(draw(WORDS).split()), is_right, feedback))
        elif kind == "numeric":
            low = draw(st.integers(-1_000, 1_000)) / 4
            items.append(Range(key, HERE, low, low + draw(st.integers(0, 8)) / 4, is_right, feedback))
        elif kind == "text":
            words = draw(WORDS.filter(lambda one: "*" not in one and "|" not in one))
            items.append(Accepted(key, HERE, (" ".join(words.split()),), is_right, f"{feedback or ''}{at}"))
        else:
            left = " ".join(draw(WORDS).split()) if at else "left"
            items.append(Pair(key, HERE, left, " ".join(draw(WORDS).split())))
    return Activity(kind, "some-question", HERE, "", {}, Text((Line(1, draw(WORDS)),)), tuple(items))


@over(questions())
def test_a_question_of_ours_comes_back_as_it_went(activity: Activity) -> None:
    assert comes_back(activity) == activity


def closed() -> list[tuple[str, Activity]]:
    found = []
    for course in COURSES.courses:
        for name, checked in COURSES.check(course, KINDS, date(2026, 11, 22)).items():
            for activity in checked.module.activities if checked.module else ():
                if activity.kind in ("single", "multiple", "numeric", "text", "match"):
                    found.append((f"{course.slug}/{name}/{activity.id}", activity))
    return found


def test_every_question_of_the_courses_comes_back_as_it_went() -> None:
    def plain(activity: Activity) -> str:
        """What GIFT can carry."""
        notes = tuple(note for note in activity.notes if note.name == "explain")
        return written.activity(
            Activity(activity.kind, activity.id, HERE, "", {}, activity.prompt, activity.items, notes), KINDS
        )

    asked = closed()
    assert len(asked) > 4
    for name, activity in asked:
        facts = COURSES.facts
        question, _ = given(activity, facts)
        (again,), _ = read(gift.write(question))
        if "{{" not in plain(activity):
            assert plain(taken(again).activity) == plain(activity), name


# --- the terminal ---


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskCliRunner:
    folder = a_folder(tmp_path)
    monkeypatch.chdir(folder)
    app = an_app(tmp_path)
    app.config["COURSES"] = folder
    return app.test_cli_runner()


def test_import_writes_the_good_ones_and_ends_with_1_for_the_bad(runner: FlaskCliRunner) -> None:
    Path("bank.gift").write_text("::Tin:: What? {~No =Yes}\n\nBad {\n")
    result = runner.invoke(args=["courses", "import", "bank.gift", "tin_box/day-1.md", "--into", "bank"])
    assert (result.exit_code, result.stdout) == (1, "tin: single, new\n")
    assert result.stderr == "bank.gift:3:1: error: the answers are never closed: add a }\n1 questions taken, 1 not\n"
    assert "///// quiz | bank\n\n//// single | tin\n" in Path("tin_box/day-1.md").read_text()


def test_import_sees_aiken_by_itself(runner: FlaskCliRunner) -> None:
    Path("bank.txt").write_text("What?\nA. No\nB. Yes\nANSWER: B\n")
    result = runner.invoke(args=["courses", "import", "bank.txt", "tin_box/day-1.md"])
    assert result.exit_code == 0
    assert "- [x] yes) Yes" in Path("tin_box/day-1.md").read_text()


def test_nothing_comes_into_a_module_with_errors(runner: FlaskCliRunner) -> None:
    file = Path("tin_box/day-1.md")
    file.write_text(file.read_text().replace("time:", "tiem:"))
    before = file.read_text()
    Path("bank.gift").write_text("What? {~No =Yes}")
    result = runner.invoke(args=["courses", "import", "bank.gift", str(file)])
    assert result.exit_code == 1
    assert "has errors: mend them first" in result.stderr
    assert file.read_text() == before


def test_export_writes_a_file_that_can_be_imported(runner: FlaskCliRunner) -> None:
    Path("bank.gift").write_text("::Tin:: What? {~No =Yes}")
    runner.invoke(args=["courses", "import", "bank.gift", "tin_box/day-1.md"])
    imported = Path("tin_box/day-1.md").read_text()
    assert runner.invoke(args=["courses", "export", "tin_box/day-1.md", "--out", "out.gift"]).exit_code == 0
    assert runner.invoke(args=["courses", "import", "out.gift", "tin_box/day-1.md"]).stdout == "tin: single, changed\n"
    assert Path("tin_box/day-1.md").read_text() == imported


def test_weights_are_written_only_where_they_say_something() -> None:
    plain = Question(1, Sort.CHOICE, "Q", answers=(Answer("a", 100.0), Answer("b", 0.0)))
    assert gift.write(plain) == "Q {\n  =a\n  ~b\n}"

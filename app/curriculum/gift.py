"""Questions in GIFT, the text format of Moodle: read with the line of each slip, and written.

The form (https://docs.moodle.org/en/GIFT_format)
    file      = { "// comment" | "$CATEGORY: …" | question }, blank lines between the questions and none inside
    question  = [ "::" name "::" ] [ "[" form "]" ] text [ "{" answers "}" [ text ] ]
    answers   = ""                                            an essay
              | ( "T" | "F" ) [ "#" if wrong [ "#" if right ] ]
              | "#" ( number { "=" number } )                 numbers: 3 · 3:0.5 · 2..4
              | { ( "=" | "~" ) [ "%" weight "%" ] words [ "#" feedback ] }     with "->" in each: pairs
    and at the end of the answers, "####" with words for everybody
    \\~ \\= \\# \\{ \\} \\: \\\\ stand for the signs themselves, \\n for a new line

The rules of this file
- A question that cannot be read is told with its line; the others are kept.
- It knows nothing of our notation: `exchange` goes on from here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.curriculum.faults import Faults, Spot


class Sort(StrEnum):
    CHOICE = "choice"
    TRUTH = "truth"
    WORDS = "words"
    NUMBER = "number"
    PAIRS = "pairs"
    ESSAY = "essay"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Answer:
    """`weight` is percent of the marks: 100 for `=`, 0 for `~` where none is written (`is_weighted` False)."""

    words: str
    weight: float
    feedback: str = ""
    is_weighted: bool = False

    @property
    def pair(self) -> tuple[str, str] | None:
        left, arrow, right = self.words.partition("->")
        return (left.strip(), right.strip()) if arrow else None


@dataclass(frozen=True, slots=True)
class Question:
    """`after` is what follows the answers: then they stand in for a missing word. `remarks` are the comments above."""

    line: int
    sort: Sort
    text: str
    name: str = ""
    form: str = ""
    after: str = ""
    answers: tuple[Answer, ...] = ()
    general: str = ""
    remarks: tuple[str, ...] = ()


_SPECIAL = "~=#{}:\\"
_HIDDEN = {char: chr(0xE000 + at) for at, char in enumerate([*_SPECIAL, "n"])}  # private use: no text has them
_SHOWN = {mark: "\n" if char == "n" else char for char, mark in _HIDDEN.items()}
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORM = re.compile(r"\[(html|moodle|plain|markdown)\]")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_WEIGHT = re.compile(r"\s*%(-?[\d.]+)%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#(.*))?", re.DOTALL | re.IGNORECASE)


def read(text: str, faults: Faults) -> list[Question]:
    """The questions of a file that can be read; the others are told as errors."""
    found = []
    for line, remarks, words in _stretches(text):
        question = _question(line, remarks, words, faults)
        if question:
            found.append(question)
    return found


def _stretches(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """(line, comments above, text) of each question."""
    start, remarks, words = 0, list[str](), list[str]()
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], start=1):
        bare = line.strip()
        if not bare and words:
            yield start, tuple(remarks), "\n".join(words)
            remarks, words = [], []
        elif bare.startswith("//"):
            remarks.append(bare.removeprefix("//").strip())
        elif bare.startswith("$CATEGORY:"):
            remarks = []
        elif bare:
            start = start if words else number
            words.append(bare)


def _question(line: int, remarks: tuple[str, ...], words: str, faults: Faults) -> Question | None:
    hidden = re.sub(r"\\([~=#{}:\\n])", lambda found: _HIDDEN[found[1]], words)
    name, form = "", ""
    if found := _NAME.match(hidden):
        name, hidden = _plain(found[1]), hidden[found.end() :].lstrip()
    if found := _FORM.match(hidden):
        form, hidden = found[1], hidden[found.end() :].lstrip()
    before, brace, rest = hidden.partition("{")
    if not brace:
        if "}" in hidden:
            faults.error(Spot(line), "there is a } without a {")
            return None
        return Question(line, Sort.TEXT, _plain(before), name, form, remarks=remarks)
    inside, closing, after = rest.partition("}")
    if not closing or "{" in inside:
        faults.error(Spot(line), "the answers are never closed: add a }")
        return None
    if "{" in after or "}" in after:
        faults.error(Spot(line), "only one pair of { } can stand in a question; write \\{ and \\} for the signs")
        return None
    inside, _, general = inside.partition("####")
    sort, answers, wrong = _answers(inside.strip())
    if not _plain(before) and not _plain(after):
        wrong = wrong or "the question has no words"
    if wrong:
        faults.error(Spot(line), wrong)
        return None
    return Question(line, sort, _plain(before), name, form, _plain(after), answers, _plain(general), remarks)


def _answers(inside: str) -> tuple[Sort, tuple[Answer, ...], str | None]:
    """(sort of question, its answers, what is wrong or None)."""
    if not inside:
        return Sort.ESSAY, (), None
    if found := _TRUTH.fullmatch(inside):
        is_true = found[1].upper().startswith("T")
        if_wrong, _, if_right = (found[2] or "").partition("#")
        said = (_plain(if_right), _plain(if_wrong)) if is_true else (_plain(if_wrong), _plain(if_right))
        return (
            Sort.TRUTH,
            (Answer("True", 100.0 * is_true, said[0]), Answer("False", 100.0 * (not is_true), said[1])),
            None,
        )
    if inside.startswith("#"):
        numbers = inside[1:].strip()
        return _marked(Sort.NUMBER, numbers if numbers.startswith("=") else f"={numbers}")
    if inside[0] not in "=~":
        return Sort.CHOICE, (), "each answer begins with = or ~"
    if "~" in inside:
        return _marked(Sort.CHOICE, inside)
    sort, answers, wrong = _marked(Sort.WORDS, inside)
    pairs = [answer for answer in answers if answer.pair]
    if not pairs:
        return sort, answers, wrong
    if len(pairs) < len(answers):
        return sort, (), "a pair is written =left -> right; here some answers have no ->"
    return Sort.PAIRS, answers, wrong


def _marked(sort: Sort, inside: str) -> tuple[Sort, tuple[Answer, ...], str | None]:
    answers = []
    for sign, words in _ANSWER.findall(inside):
        weighted = _WEIGHT.match(words)
        said, _, feedback = (words[weighted.end() :] if weighted else words).partition("#")
        weight = float(weighted[1]) if weighted else 100.0 if sign == "=" else 0.0
        answers.append(Answer(_plain(said), weight, _plain(feedback), weighted is not None))
    if any(not answer.words for answer in answers):
        return sort, (), "there is an answer without words"
    if not any(answer.weight > 0 for answer in answers):
        return sort, (), "no answer is right: begin the right one with ="
    return sort, tuple(answers), None


def _plain(words: str) -> str:
    return "".join(_SHOWN.get(char, char) for char in words).strip()


# --- writing ---


def quoted(words: str) -> str:
    """Words as they may stand anywhere in a question."""
    return re.sub(rf"([{re.escape(_SPECIAL)}])", r"\\\1", words.strip()).replace("\n", "\\n")


def write(question: Question) -> str:
    """One question as GIFT, with its comments above."""
    lines = [f"// {remark}" for remark in question.remarks]
    name = f"::{quoted(question.name)}:: " if question.name else ""
    form = f"[{question.form}]" if question.form else ""
    if question.sort is Sort.TEXT:
        return "\n".join([*lines, f"{name}{form}{quoted(question.text)}"])
    inside = [_written(question.sort, answer) for answer in question.answers]
    if question.sort is Sort.NUMBER:
        inside.insert(0, "#")
    if question.general:
        inside.append(f"####{quoted(question.general)}")
    answers = "\n".join(["{", *(f"  {line}" for line in inside), "}"]) if inside else "{}"
    after = f" {quoted(question.after)}" if question.after else ""
    return "\n".join([*lines, f"{name}{form}{quoted(question.text)} {answers}{after}"])


def _written(sort: Sort, answer: Answer) -> str:
    sign = "~" if sort is Sort.CHOICE and (answer.is_weighted or answer.weight <= 0) else "="
    weight = f"%{answer.weight:g}%" if answer.is_weighted else ""
    if pair := answer.pair:
        words = f"{quoted(pair[0])} -> {quoted(pair[1])}"
    else:
        words = answer.words if sort is Sort.NUMBER else quoted(answer.words)
    return f"{sign}{weight}{words}" + (f"#{quoted(answer.feedback)}" if answer.feedback else "")


def file(questions: Sequence[Question], category: str) -> str:
    return "\n\n".join([f"$CATEGORY: {category}", *map(write, questions)]) + "\n"

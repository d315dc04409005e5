"""Questions from other programs: what GIFT and Aiken can say becomes ours.

The rules of this file
- What cannot be carried over is named for each question, never dropped in silence.
- An id is made of the question's name, or of its words where it has none: the same file gives the same ids again.
- What our own export wrote comes back as it went: the comment of a question holds its id and keys.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.curriculum import quantities, written
from app.curriculum.exchange import FULL, OURS, Uncarried
from app.curriculum.faults import Spot
from app.curriculum.gift import Answer, Question, Sort
from app.curriculum.manuscript import Line, Text
from app.curriculum.model import Accepted, Activity, Choice, Item, Note, Pair, Range
from app.curriculum.notation import KEY_LENGTH, is_key, key_from

NOWHERE = Spot(1)


@dataclass(frozen=True, slots=True)
class Carried:
    """A question in our notation, and what of it was left behind."""

    activity: Activity
    line: int
    lost: tuple[str, ...] = ()


def taken(question: Question) -> Carried:
    """An activity for this question. Raises `Uncarried`."""
    ident, keys = _marks(question)[1:]
    lost: list[str] = []
    prompt = _words(question.text, question, lost)
    kind, items, prompt = _read(question, prompt, lost)
    if question.sort is Sort.TRUTH and not keys:
        keys = ["is-true", "is-false"]
    notes: tuple[Note, ...] = ()
    if question.general:
        notes = (Note("explain", NOWHERE, _text(_words(question.general, question, lost))),)
    activity = Activity(kind, ident, NOWHERE, "", {}, _text(prompt), (), notes)
    if kind == "gaps":
        return Carried(replace(activity, items=items), question.line, tuple(lost))
    return Carried(replace(activity, items=_keyed(items, keys)), question.line, tuple(lost))


def _marks(question: Question) -> tuple[str, str, list[str]]:
    """(kind, id, keys) of our own comment, or no kind, an id made from name or words and no keys."""
    for remark in question.remarks:
        if remark.startswith(OURS):
            names, _, keys = remark.removeprefix(OURS).partition(":")
            kind, _, ident = names.partition(" ")
            if is_key(ident) and all(map(is_key, keys.split())):
                return kind, ident, keys.split()
    return "", ident_of(question), []


def ident_of(question: Question) -> str:
    """`::Cash book 1::` -> "cash-book-1"; where the name has no Latin letters, q- and 8 digits made of the words."""
    name = re.sub(r"[^a-z0-9]+", "-", question.name.lower()).strip("-")
    name = name if name[:1].isalpha() else f"q-{name}" if name else ""
    short = name if len(name) <= KEY_LENGTH else name[:KEY_LENGTH].rsplit("-", 1)[0]
    if is_key(short) and (short == name or question.name):
        return short
    whole = f"{question.name}\n{question.text}\n{question.after}"
    return f"q-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _read(question: Question, prompt: str, lost: list[str]) -> tuple[str, tuple[Item, ...], str]:
    """(kind, items still without keys, prompt)."""
    if question.sort in (Sort.ESSAY, Sort.TEXT):
        what = "an essay has no right answer" if question.sort is Sort.ESSAY else "it asks nothing"
        raise Uncarried(f"{what}: write it into the day yourself, as 'reflection' or as text")
    if question.after:
        if question.sort in (Sort.CHOICE, Sort.WORDS):
            return "gaps", (), _gapped(question, prompt, lost)
        prompt = f"{prompt} … {_words(question.after, question, lost)}"
    match question.sort:
        case Sort.CHOICE | Sort.TRUTH:
            return _choices(question, prompt, lost)
        case Sort.NUMBER:
            return "numeric", tuple(_ranges(question, lost)), prompt
        case Sort.WORDS:
            return "text", tuple(_accepted(question, lost)), prompt
        case _:
            return "match", tuple(_pairs(question, lost)), prompt


def _choices(question: Question, prompt: str, lost: list[str]) -> tuple[str, tuple[Item, ...], str]:
    full = [answer for answer in question.answers if answer.weight >= FULL]
    is_single = len(full) == 1 and _marks(question)[0] != "multiple"
    partly = [answer.words for answer in question.answers if answer.is_weighted and 0 < answer.weight < FULL]
    if is_single and partly:
        lost.append(f"part of the marks for “{'”, “'.join(partly)}”: it counts as wrong")
    right = full if is_single else [answer for answer in question.answers if answer.weight > 0]
    items = tuple(
        Choice("", NOWHERE, _inline(answer.words, question, lost), answer in right, _said(answer, question, lost))
        for answer in question.answers
    )
    return ("single" if is_single else "multiple"), items, prompt


def _ranges(question: Question, lost: list[str]) -> Iterator[Item]:
    for answer in question.answers:
        value, colon, tolerance = answer.words.partition(":")
        found = quantities.limits(f"{value.strip()} ± {tolerance.strip()}" if colon else answer.words.strip())
        if found is None:
            raise Uncarried(f"'{answer.words}' is not a number")
        if 0 < answer.weight < FULL:
            lost.append(f"{answer.weight:g} % of the marks for {answer.words}: it counts as wrong")
        low, high = map(quantities.plain, found)
        yield Range("", NOWHERE, low, high, answer.weight >= FULL, _said(answer, question, lost))


def _accepted(question: Question, lost: list[str]) -> Iterator[Item]:
    """Neighbours with the same feedback are one item with several ways to write it."""
    kept: list[Accepted] = []
    for answer in question.answers:
        if "*" in answer.words:
            lost.append(f"the wildcard in “{answer.words}”: there is no such thing here, the answer is left out")
            continue
        if "|" in answer.words:
            raise Uncarried("an answer holds a |, which stands between answers here")
        if 0 < answer.weight < FULL:
            lost.append(f"{answer.weight:g} % of the marks for “{answer.words}”: it counts as wrong")
        is_right, said = answer.weight >= FULL, _said(answer, question, lost)
        if kept and (kept[-1].is_right, kept[-1].feedback) == (is_right, said):
            kept[-1] = replace(kept[-1], accepted=(*kept[-1].accepted, answer.words))
        else:
            kept.append(Accepted("", NOWHERE, (answer.words,), is_right, said))
    yield from kept


def _pairs(question: Question, lost: list[str]) -> Iterator[Item]:
    for answer in question.answers:
        left, right = answer.pair or ("", "")
        if answer.feedback:
            lost.append(f"the feedback of “{left}”: a pair has none")
        yield Pair("", NOWHERE, _inline(left, question, lost), _inline(right, question, lost))


def _gapped(question: Question, prompt: str, lost: list[str]) -> str:
    if any(answer.feedback for answer in question.answers):
        lost.append("the feedback of its answers: a gap has none")
    words = [answer.words for answer in question.answers]
    if any(char in word for word in words for char in "`|/*"):
        raise Uncarried("a missing word holds one of ` | / *, which have a meaning in a gap")
    right = [answer.words for answer in question.answers if answer.weight >= FULL]
    if not right:
        raise Uncarried("no answer has all of the marks")
    if question.sort is Sort.WORDS:
        inside = " | ".join(right)
    elif len(right) > 1:
        raise Uncarried("a gap with choices has one right word")
    else:
        inside = " / ".join(f"*{word}*" if word in right else word for word in words)
    keys = _marks(question)[2]
    return f"{prompt} `{keys[0] if keys else 'gap'} = {inside}` {_words(question.after, question, lost)}"


def _keyed(items: Sequence[Item], keys: Sequence[str]) -> tuple[Item, ...]:
    """The items with their keys: those of our comment if there is one for each, else made from words."""
    if len(keys) == len(items) and len(set(keys)) == len(keys):
        return tuple(replace(item, key=key) for item, key in zip(items, keys, strict=True))
    made: list[Item] = []
    for item in items:
        name = key_from(_spoken(item))
        count = sum(one.key == name or re.fullmatch(rf"{name}-\d+", one.key) is not None for one in made)
        made.append(replace(item, key=f"{name}-{count + 1}" if count or name == "some-key" else name))
    return tuple(made)


def _spoken(item: Item) -> str:
    match item:
        case Choice():
            return item.words
        case Accepted():
            return item.accepted[0]
        case Pair():
            return item.left or item.right
        case Range():
            return f"n{written.number(item.low)}"
        case _:
            return ""


# --- words ---

_TAGS: Mapping[str, str] = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_SIGNS = re.compile(r"([\\`*_\[\]])")
_LINE_START = re.compile(r"^(\s*)([-+#>]|\d+\.(?=\s))", re.MULTILINE)


def _words(words: str, question: Question, lost: list[str]) -> str:
    """Text in the form of this question as Markdown. Raises `Uncarried`."""
    if question.form == "html":
        words = _from_html(words, lost)
    elif question.form != "markdown":
        words = _SIGNS.sub(r"\\\1", words).replace("<", "&lt;")
        words = _LINE_START.sub(_quoted, words)
    if "{{" in words or re.search(r"^\s*/{3,}", words, re.MULTILINE):
        raise Uncarried("a line begins with ///, or there is {{: both have a meaning here")
    return words.strip()


def _quoted(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\." if mark.endswith(".") else f"{found[1]}\\{mark}"


def _from_html(words: str, lost: list[str]) -> str:
    def mark(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name in ("br", "p", "div"):
            return "\n\n" if found[0].startswith("</") or name == "br" else ""
        if name in _TAGS:
            return _TAGS[name]
        lost.append(f"<{name}>")
        return ""

    plain = re.sub(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>", mark, words)
    return re.sub(r"\n{3,}", "\n\n", plain).replace("&nbsp;", " ")


def _inline(words: str, question: Question, lost: list[str]) -> str:
    """Words of an item: on one line."""
    return " ".join(_words(words, question, lost).split())


def _said(answer: Answer, question: Question, lost: list[str]) -> str | None:
    return _words(answer.feedback, question, lost) or None if answer.feedback else None


def _text(words: str) -> Text:
    return Text(tuple(Line(number, line) for number, line in enumerate(words.split("\n"), start=1)))

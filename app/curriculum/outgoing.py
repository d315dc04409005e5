"""Questions for other programs: what ours can say becomes GIFT.

The rules of this file
- What cannot be carried over is named for each question, never dropped in silence.
- Id and keys go along in a comment, so that a question comes back as it went.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.curriculum import written
from app.curriculum.exchange import FULL, OURS, Uncarried
from app.curriculum.gift import Answer, Question, Sort
from app.curriculum.model import Accepted, Activity, Choice, Fact, Gap, Pair, Range

Plain = Callable[[str], str]
"""Words with the facts in them written out."""


def given(activity: Activity, facts: Mapping[str, Fact]) -> tuple[Question, tuple[str, ...]]:
    """(the question for GIFT, what of it is left behind). Raises `Uncarried`."""

    def plain(words: str) -> str:
        return re.sub(r"\{\{\s*facts\.(\S+?)\s*\}\}", lambda found: facts[found[1]].value, words)

    text, notes = plain(activity.prompt.source).strip(), {note.name: note for note in activity.notes}
    general = plain(notes["explain"].text.source).strip() if "explain" in notes else ""
    lost: list[str] = [
        name for name in ("hint", "model", "script", "facilitator", "materials", "note") if name in notes
    ]
    lost += [f"option {name}" for name in activity.settings]
    remark = f"{OURS}{activity.kind} {activity.id}: {' '.join(item.key for item in activity.items)}"
    question = Question(1, Sort.CHOICE, text, activity.id, "markdown", general=general, remarks=(remark,))
    if "![" in text:
        lost.append("its picture")
    match activity.kind:
        case "single" | "multiple":
            answers = tuple(_given_choices(activity, plain))
        case "numeric":
            question, answers = replace(question, sort=Sort.NUMBER), tuple(_given_ranges(activity, plain))
        case "text":
            question, answers = replace(question, sort=Sort.WORDS), tuple(_given_words(activity, plain))
        case "match":
            question = replace(question, sort=Sort.PAIRS)
            pairs = [item for item in activity.items if isinstance(item, Pair)]
            answers = tuple(Answer(f"{plain(item.left)} -> {plain(item.right)}", FULL) for item in pairs)
        case "gaps" if len(activity.items) == 1:
            return _given_gap(question, activity), tuple(lost)
        case "gaps":
            raise Uncarried("it has several gaps; GIFT has one missing word in a question")
        case _:
            raise Uncarried(f"GIFT has nothing like '{activity.kind}'")
    return replace(question, answers=answers), tuple(lost)


def _given_choices(activity: Activity, plain: Plain) -> Iterator[Answer]:
    choices = [item for item in activity.items if isinstance(item, Choice)]
    right = sum(item.is_right for item in choices)
    is_single = activity.kind == "single"
    for item in choices:
        share = FULL if is_single else round(FULL / right, 5)
        weight = share if item.is_right else 0.0 if is_single else -share
        yield Answer(plain(" ".join(item.words.split())), weight, plain(item.feedback or ""), not is_single)


def _given_ranges(activity: Activity, plain: Plain) -> Iterator[Answer]:
    for item in activity.items:
        if isinstance(item, Range):
            limits = f"{written.number(item.low)}..{written.number(item.high)}"
            yield Answer(limits, FULL * item.is_right, plain(item.feedback or ""), not item.is_right)


def _given_words(activity: Activity, plain: Plain) -> Iterator[Answer]:
    for item in activity.items:
        if isinstance(item, Accepted):
            for words in item.accepted:
                yield Answer(words, FULL * item.is_right, plain(item.feedback or ""), not item.is_right)


def _given_gap(question: Question, activity: Activity) -> Question:
    (gap,) = (item for item in activity.items if isinstance(item, Gap))
    before, _, after = re.split(rf"(`{re.escape(gap.key)}\s*=[^`]*`)", question.text, maxsplit=1)
    if gap.choices:
        answers = tuple(Answer(word, FULL * (word in gap.accepted)) for word in gap.choices)
    else:
        answers = tuple(Answer(word, FULL) for word in gap.accepted)
    if not after.strip():
        raise Uncarried("its gap is the last word; GIFT wants words behind a missing one")
    sort = Sort.CHOICE if gap.choices else Sort.WORDS
    return replace(question, sort=sort, text=before.strip(), after=after.strip(), answers=answers)

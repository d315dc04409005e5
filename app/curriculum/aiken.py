"""Questions in Aiken, the plainest format there is: a question, its options with letters, the letter of the right one.

The form (https://docs.moodle.org/en/Aiken_format)
    question = words NL { letter ( "." | ")" ) " " words NL } "ANSWER:" letter NL
"""

import re

from app.curriculum.faults import Faults, Spot
from app.curriculum.gift import Answer, Question, Sort

_OPTION = re.compile(r"([A-Z])[.)]\s+(.*\S)")
_RIGHT = re.compile(r"ANSWER:\s*([A-Z])\s*")


def read(text: str, faults: Faults) -> list[Question]:
    """The questions that can be read; the others are told as errors."""
    found: list[Question] = []
    start, words, options = 0, list[str](), dict[str, str]()

    def wrong(line: int, why: str) -> None:
        faults.error(Spot(line), why)
        words.clear()
        options.clear()

    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        bare = line.strip()
        if option := _OPTION.fullmatch(bare) if words else None:
            if option[1] in options:
                wrong(number, f"option {option[1]} stands here twice")
            else:
                options[option[1]] = option[2]
        elif right := _RIGHT.fullmatch(bare):
            if not words:
                wrong(number, "this answer has no question above it")
            elif right[1] not in options:
                wrong(start, f"the answer is {right[1]}, and there is no such option")
            else:
                answers = tuple(Answer(said, 100.0 * (letter == right[1])) for letter, said in options.items())
                found.append(Question(start, Sort.CHOICE, "\n".join(words), answers=answers))
                words.clear()
                options.clear()
        elif bare and options:
            wrong(start, f"after the options comes ANSWER: and a letter, not '{bare[:32]}'")
            start, words[:] = number, [bare]
        elif bare:
            start = start if words else number
            words.append(bare)
    if words:
        wrong(start, "this question has no line ANSWER:")
    return found

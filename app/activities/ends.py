"""What the two ends of a scale mean: the last line of its prompt, "1 = not at all, 5 = very much"."""

import re

STEPS = 11  # at most, as from 0 to 10: finer than that nobody feels, and a row of a phone is full

_LAST = re.compile(r"(?:<p>|\n)(?P<line>(?:(?!</?p>|\n).)*)</p>\s*\Z", re.DOTALL)


def of(line: str, low: int, high: int) -> tuple[str, str] | None:
    """The words of the low and of the high end; None if the line does not say them."""
    said = re.fullmatch(rf"\s*{low} *= *(\S.*?) *[,;·] *{high} *= *(\S.*?)\s*", line)
    return (said[1], said[2]) if said else None


def cut(prompt: str, low: int, high: int) -> tuple[str, tuple[str, str]]:
    """(the HTML of the prompt without its last line, the two ends); nothing is cut where that line says no ends."""
    last = _LAST.search(prompt)
    said = of(last["line"], low, high) if last else None
    if last is None or said is None:
        return prompt, ("", "")
    before = prompt[: last.start("line")]
    kept = before.removesuffix("<p>") if before.endswith("<p>") else before.removesuffix("\n") + "</p>"
    return kept.rstrip(), said

"""Did you mean …? The nearest of the words that would have been right."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    found = get_close_matches(word, sorted(known), 1)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence: "; did you mean 'time'?", or nothing."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


def or_one_of(word: str, known: Iterable[str]) -> str:
    """As `did_you_mean`, but where nothing is near it lists what there is: for short lists only."""
    known = sorted(known)
    return did_you_mean(word, known) or (f" (there is: {', '.join(known)})" if known else "")

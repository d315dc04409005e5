"""Whether two people wrote the same words, whatever keyboard they have: `Cash book.` and `cash  book` are one answer.

The rules of this file
- For comparing and counting only: what a person wrote is stored and shown as it was written.
- Capitals, spaces, punctuation around the words and invisible joiners (ZWJ, ZWNJ) make no difference.
- Malayalam has two encodings for a final consonant, and keyboards send either: the letters of their own (ൻ, Unicode
  5.1, 2008) and consonant + virama + ZWJ of before. They are one here. Source: The Unicode Standard, 12.9 Malayalam.
- `static/js/shared/spelling.js` does the same on phones; `tests/activities/spellings.json` holds both to it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

VIRAMA = "\u0d4d"
_CHILLUS = {"ൺ": "ണ", "ൻ": "ന", "ർ": "ര", "ൽ": "ല", "ൾ": "ള", "ൿ": "ക"}
_ONE_FORM = str.maketrans(
    {chillu: consonant + VIRAMA for chillu, consonant in _CHILLUS.items()}
    | {"\u0d4c": "\u0d57", "\u2019": "'", "\u02bc": "'"}  # two ways to write au; the apostrophe of phones
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad")  # joiners, zero-width spaces, soft hyphen: not to be seen
)
_VIRAMAS = re.compile(VIRAMA + "+")
_AROUND = ("P", "Z")  # Unicode categories of punctuation and of separators


def fold(words: str) -> str:
    """The form in which two spellings of the same words are equal; "" only for blanks and what cannot be seen."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", words).translate(_ONE_FORM).casefold())
    plain = " ".join(_VIRAMAS.sub(VIRAMA, plain).split())  # ൻ്റ holds a virama of its own after the letter
    first, last = 0, len(plain)
    while first < last and unicodedata.category(plain[first])[0] in _AROUND:
        first += 1
    while last > first and unicodedata.category(plain[last - 1])[0] in _AROUND:
        last -= 1
    return plain[first:last] or plain


def ranked(written: Iterable[str], limit: int) -> list[list[str | int]]:
    """[words, how many wrote them], the most frequent first, spelled as most people did; not more than `limit`."""
    spellings: dict[str, Counter[str]] = {}
    for words in written:
        shown = " ".join(unicodedata.normalize("NFC", words).split())
        if shown:  # words that were erased are empty
            spellings.setdefault(fold(words), Counter())[shown] += 1
    counted = [(min(ways, key=lambda way: (-ways[way], way)), ways.total()) for ways in spellings.values()]
    counted.sort(key=lambda pair: (-pair[1], pair[0]))
    return [[words, count] for words, count in counted[:limit]]

"""A made-up language for tests: whatever is not wrapped in ⟦…⟧ on a page was never given to the translators.

The rules of this file
- With `PSEUDO=1` every translated string, of pages and of scripts, is accented, 40 % longer and wrapped; placeholders
  and tags inside stay as they are. The page still says it is English.
- `untranslated` tells a test which words of a page were not wrapped.
"""

import re
from collections.abc import Iterable
from typing import Any

from babel.messages import Catalog
from babel.messages.plurals import get_plural
from babel.support import NullTranslations
from flask import Response, jsonify
from flask_babel import Domain

from app.web.catalogues import extracted, for_scripts

CATALOGUE = "/static/dist/i18n/pseudo.json"
LONGER = 0.4  # German and Malayalam run about 40 % longer than English on buttons
OPEN, CLOSE = "⟦", "⟧"
ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
KEPT = re.compile(r"(%\([a-z_]+\)[sd]|%%|\{[a-z_]+\}|<[^>]*>|&[a-z]+;)")  # placeholders, tags, entities
WORD = re.compile(r"[^\W\d_]{2,}")  # two letters or more: a lone letter names a choice or a seat


def pretend(text: str) -> str:
    """`Save` → `⟦Šåṽé ~~⟧`; a string that is wrapped already stays as it is."""
    if not text.strip() or text.startswith(OPEN):
        return text
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text))
    longer = "~" * max(1, round(len(KEPT.sub("", text)) * LONGER))
    return f"{OPEN}{accented} {longer}{CLOSE}"


def untranslated(page_text: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words of a page outside ⟦…⟧, without those of the `allowed` phrases (names, course content)."""
    outside, depth = [], 0
    for character in page_text:
        depth += (character == OPEN) - (character == CLOSE)
        outside.append(" " if depth or character == CLOSE else character)
    left = "".join(outside)
    for phrase in sorted(allowed, key=len, reverse=True):
        left = left.replace(phrase, " ")
    return WORD.findall(left)


class PseudoTranslations(NullTranslations):
    """Translations of everything into nothing that exists."""

    def gettext(self, message: str) -> str:
        return pretend(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pretend(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pretend(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)

    def unpgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        return self.ngettext(singular, plural, num)

    ugettext, ungettext, upgettext = gettext, ngettext, pgettext


class PseudoDomain(Domain):  # type: ignore[misc]
    """Flask-Babel's source of translations, in the made-up language."""

    def get_translations(self) -> PseudoTranslations:
        return PseudoTranslations()


def catalogue() -> Response:
    """The words of the scripts in the made-up language, read from the sources at each request."""
    words = Catalog(locale="en")
    for message in extracted():
        ids: Any = message.id
        if not ids:
            continue  # the header
        string = tuple(map(pretend, ids)) if message.pluralizable else pretend(ids)
        words.add(ids, string, locations=message.locations)
    return jsonify(for_scripts(words, get_plural("en").plural_expr))

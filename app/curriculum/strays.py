"""Lines meant as items that have lost their beginning: they would be read as words, with key and right answer."""

import re
from collections.abc import Iterable

from app.curriculum.faults import Faults
from app.curriculum.manuscript import Line

_KEY = r"[a-z][a-z0-9-]*\)[ \t]"
_AT_START = re.compile(rf"(?:(?!\()[\W\d_])*{_KEY}")
_ANYWHERE = re.compile(rf"(?:[-*+]|\d\.)[ \t]+{_KEY}|\[[ xX]?\][ \t]")


def tell_strays(lines: Iterable[Line], faults: Faults) -> None:
    """`lines` belong to a prompt or to the words of an item above."""
    for line in lines:
        if not line.code and (_AT_START.match(line.text) or _ANYWHERE.search(line.text)):
            faults.error(line.spot(line.indent), "this looks like an item but is none: begin it with '- '")

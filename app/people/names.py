"""Names as people write them, the language a name is written in, and what roles are called.

The rules of this file
- Nothing inside a name is changed but runs of blanks: Malayalam needs its joiners (ZWJ, ZWNJ).
- A name holds no link and no phone number: it is read by the whole batch.
"""

import re
import unicodedata

from flask_babel import gettext as _

from app.errors import Rejected
from app.people.rules import Role

LONGEST = 60  # characters; the longest names of our rosters have about 40
JOINERS = "\u200c\u200d"
_DIGITS_IN_A_ROW = re.compile(r"(?:\d[\s\-.()]*){5,}")  # five digits are the start of a phone number, never a name
_LINK = re.compile(r"(?:https?:|www\.|://|@|\b[\w-]+\.(?:com|in|org|net|me|io)\b)", re.IGNORECASE)

_SCRIPTS = (  # first word of a letter's Unicode name -> language we take it for
    ("MALAYALAM", "ml"),
    ("DEVANAGARI", "hi"),
    ("KANNADA", "kn"),
    ("GUJARATI", "gu"),
    ("TAMIL", "ta"),
    ("KHMER", "km"),
    ("LAO", "lo"),
    ("THAI", "th"),
)


def name_of(text: str) -> str:
    """The name with single blanks. Raises `Rejected("name-unclear")`."""
    name = " ".join(text.split())
    letters = [char for char in name if unicodedata.category(char).startswith("L")]
    strange = any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"} and char not in JOINERS for char in name)
    if not letters or len(name) > LONGEST or strange:
        raise Rejected("name-unclear", _("Please write your name with letters, at most 60 of them."))
    if _DIGITS_IN_A_ROW.search(name) or _LINK.search(name):
        raise Rejected("name-unclear", _("A name holds no phone number and no link. The whole batch reads it."))
    return name


def letter_of(name: str) -> str:
    """What stands on somebody's seat: the first letter, without its vowel sign (ബ for ബിന്ദു)."""
    return next((char.upper() for char in name if unicodedata.category(char).startswith("L")), "?")


def role_name(role: Role) -> str:
    """A role as people read it."""
    names: dict[Role, str] = {
        Role.TRAINEE: _("Trainee"),
        Role.MENTOR: _("Mentor"),
        Role.MASTER_TRAINER: _("Master trainer"),
        Role.ILO_TRAINER: _("ILO trainer"),
        Role.MISSION_STAFF: _("Mission staff"),
        Role.SAFETY_CONTACT: _("Safety contact"),
        Role.ADMINISTRATOR: _("Administrator"),
    }
    return names[role]


def lang_of(name: str) -> str:
    """The language of a name by its first letter's script; English for Latin letters and all we do not know."""
    for char in name:
        script = unicodedata.name(char, "")
        for start, lang in _SCRIPTS:
            if script.startswith(start):
                return lang
        if script.startswith("LATIN"):
            return "en"
    return "en"

"""Room codes, PINs and slip tokens: what is read aloud, printed or typed.

The rules of this file
- A room code has six characters and none that are mistaken for another (no 0 O 1 I). It opens a waiting room, no more.
- A PIN has six digits. Some are guessed first by everybody; those are never given out or accepted.
- Dice are `secrets`, always.
"""

import hashlib
import itertools
import secrets

from flask_babel import gettext as _

from app.errors import Rejected

CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 6  # 32^6 = 1,073 million codes; a few dozen rooms are open at once
PIN_LENGTH = 6
TOKEN_BYTES = 16  # 128 bits: a slip's token cannot be found by trying


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def code_of(text: str) -> str | None:
    """A code typed in any case, with blanks or hyphens anywhere; None if it cannot be one."""
    code = "".join(char for char in text if not char.isspace() and char != "-").upper()
    return code if len(code) == CODE_LENGTH and all(char in CODE_ALPHABET for char in code) else None


def new_pin() -> str:
    while is_easy(pin := "".join(secrets.choice("0123456789") for _ in range(PIN_LENGTH))):
        pass
    return pin


def pin_of(text: str) -> str:
    """Six digits, in any script's digits and with blanks between. Raises `Rejected("pin-unclear")`."""
    pin = "".join(str(int(char)) if char.isdecimal() else char for char in text if not char.isspace())
    if len(pin) != PIN_LENGTH or not pin.isdecimal():
        raise Rejected("pin-unclear", _("A PIN has six digits. It is on the slip your trainer gave you."))
    return pin


def is_easy(pin: str) -> bool:
    """True for what is tried first: at most two different digits, a run up or down, a half said twice, a year twice."""
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)}
    return len(set(pin)) <= 2 or steps in ({1}, {9}) or pin[:3] == pin[3:] or pin[:2] == pin[2:4] == pin[4:]


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What the database keeps of a token; a random one of 128 bits needs no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()

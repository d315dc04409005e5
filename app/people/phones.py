"""Phone numbers: read as people write them, found by a keyed hash, shown only to trainers.

The rules of this file
- A number is kept twice and never in the clear: an HMAC to find it by, and sealed (Fernet) to show it to a trainer.
- Peers never see it, no view and no export for trainees carries it. A slip shows the last three digits.
- A number is not a person: mother and daughter may share a phone, so it may belong to several persons.
"""

import hmac

from cryptography.fernet import Fernet
from flask_babel import gettext as _

from app.errors import Rejected

HOME_COUNTRY = "91"
INDIAN_LENGTH = 10
INDIAN_FIRST = "6789"  # Indian mobile numbers begin with one of these
SHORTEST, LONGEST = 8, 15  # digits with the country's; 15 is the limit of E.164
LAST_SHOWN = 3
_BLANKS = " \t\u00a0-.()/"


def phone_of(text: str) -> str:
    """The number as +country…, digits only. Ten digits are Indian; others begin with + or 00.

    >>> phone_of("094470 12345")
    '+919447012345'

    Raises `Rejected("phone-unclear")`.
    """
    raw = "".join(char for char in text if char not in _BLANKS)
    digits = "".join(str(int(char)) if char.isdecimal() else char for char in raw)
    is_foreign = digits.startswith(("+", "00"))
    digits = digits.removeprefix("+") if digits.startswith("+") else digits.removeprefix("00")
    if not digits.isdecimal():
        raise _unclear()
    if not is_foreign:
        digits = HOME_COUNTRY + _indian(digits)
    if digits.startswith(HOME_COUNTRY):
        digits = HOME_COUNTRY + _indian(digits.removeprefix(HOME_COUNTRY))
    if not SHORTEST <= len(digits) <= LONGEST or digits.startswith("0"):
        raise _unclear()
    return f"+{digits}"


def _indian(digits: str) -> str:
    """Ten digits out of 9447012345, 09447012345 or 919447012345."""
    digits = digits.removeprefix("0")
    if len(digits) == INDIAN_LENGTH + len(HOME_COUNTRY):
        digits = digits.removeprefix(HOME_COUNTRY)
    if len(digits) != INDIAN_LENGTH or digits[0] not in INDIAN_FIRST:
        raise _unclear()
    return digits


def _unclear() -> Rejected:
    return Rejected("phone-unclear", _("That is not a phone number we know. Write ten digits, like 94470 12345."))


def spoken(phone: str) -> str:
    """As one writes it down: +91 94470 12345."""
    if phone.startswith(f"+{HOME_COUNTRY}"):
        return f"+{HOME_COUNTRY} {phone[3:8]} {phone[8:]}"
    return phone


def last_digits(phone: str) -> str:
    return phone[-LAST_SHOWN:]


class PhoneBook:
    """Hash and seal with the keys of this installation; another installation's hashes mean nothing here."""

    def __init__(self, hash_key: bytes, seal_key: bytes) -> None:
        self._hash_key = hash_key
        self._seal = Fernet(seal_key)

    def hash(self, phone: str) -> str:
        return hmac.new(self._hash_key, phone.encode(), "sha256").hexdigest()

    def seal(self, phone: str) -> bytes:
        return self._seal.encrypt(phone.encode())

    def open(self, sealed: bytes) -> str:
        return self._seal.decrypt(sealed).decode()

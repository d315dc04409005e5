"""The two locks of this installation: one for phone numbers, one for PINs and passwords.

All keys are derived (HKDF, RFC 5869) from the one secret `pin_pepper`, each for a purpose of its own: who loses the
secret loses every PIN, every slip to print again and every stored number at once, so there is one thing to keep safe.
"""

import base64
from dataclasses import dataclass
from typing import cast

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app

from app.people.passwords import Hasher
from app.people.phones import PhoneBook

KEY_BYTES = 32  # what HMAC-SHA256 and Fernet both take


@dataclass(frozen=True, slots=True)
class Keys:
    phones: PhoneBook
    hasher: Hasher

    @classmethod
    def from_secret(cls, secret: str) -> "Keys":
        return cls(
            phones=PhoneBook(_derive(secret, "phone look-up"), base64.urlsafe_b64encode(_derive(secret, "phone seal"))),
            hasher=Hasher(_derive(secret, "pin pepper")),
        )


def _derive(secret: str, purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"koottam {purpose}".encode()).derive(secret.encode())


def keys() -> Keys:
    """The keys of the running app."""
    return cast(Keys, current_app.extensions["keys"])

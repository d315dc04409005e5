"""Passwords and PINs: argon2id with a pepper, worked out beside the event loop.

The rules of this file
- Hashing runs in native threads: 20 hashes inline hold every socket for 2.3 seconds, through the pool for 20 ms.
- The pepper lives in the data folder, not in the database: a stolen database alone gives no six-digit PIN away.
- An account that does not exist costs the same work as one that does (`verify` with `None`).
"""

import hmac

import gevent.threadpool
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from flask_babel import gettext as _

from app.errors import Rejected

MEMORY_KIB, ROUNDS = 19_456, 2  # OWASP's first choice for argon2id with one lane (2024): about 25 ms on a small server
THREADS = 2  # one for each core of the machine we plan for; more would only take the loop's time
SHORTEST_PASSWORD = 10  # characters: trainers type it once a device, and waits grow with each miss
LONGEST_PASSWORD = 200  # characters: nobody types more, and each is work


class Hasher:
    """Hashes and compares with this installation's pepper."""

    def __init__(self, pepper: bytes, memory_kib: int = MEMORY_KIB, rounds: int = ROUNDS) -> None:
        self._pepper = pepper
        self._argon = PasswordHasher(time_cost=rounds, memory_cost=memory_kib, parallelism=1)
        self._pool = gevent.threadpool.ThreadPool(THREADS)
        self._nobody = self._argon.hash(self._peppered("nobody's PIN"))

    def hash(self, secret: str) -> str:
        return str(self._pool.spawn(self._argon.hash, self._peppered(secret)).get())

    def verify(self, kept: str | None, secret: str) -> bool:
        """True if the secret fits what was kept. With `None` the same work is done, and it fits nothing."""
        fits = self._pool.spawn(self._fits, kept or self._nobody, self._peppered(secret)).get()
        return bool(fits) and kept is not None

    def _fits(self, kept: str, peppered: bytes) -> bool:
        try:
            return self._argon.verify(kept, peppered)
        except VerificationError:
            return False

    def _peppered(self, secret: str) -> bytes:
        return hmac.digest(self._pepper, secret.encode(), "sha256")


def password_of(text: str, login_name: str) -> str:
    """The password as typed. Raises `Rejected("password-weak")`: too short, too long, or the login name again."""
    if not SHORTEST_PASSWORD <= len(text) <= LONGEST_PASSWORD or len(set(text)) < SHORTEST_PASSWORD // 2:
        raise Rejected(
            "password-weak", _("A password has at least ten characters. Three words are easy to keep in mind.")
        )
    if login_name.lower() in text.lower():
        raise Rejected("password-weak", _("Please choose a password without your login name in it."))
    return text

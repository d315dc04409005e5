"""How long somebody waits after wrong PINs: a little longer each time, per account, never per address.

The rules of this file
- A class sits behind one address, so the account pays, not the address. Unknown accounts pay like known ones.
- A try is counted **before** it is looked at: a thousand tries at once are a thousand misses.
- Coming in, or a new PIN from the trainer, ends the waiting.
"""

from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.errors import Rejected
from app.people.phones import PhoneBook
from app.people.tables import LoginAttempt

FREE = 3  # misses without a wait: wet fingers, the wrong slip
FIRST_SECONDS = 10
LONGEST_SECONDS = (
    15 * 60
)  # 96 tries a day: half of a million PINs takes 14 years; a stranger's teasing ends before the break
FORGET_AFTER = timedelta(days=2)  # a miss of Monday does not count on Wednesday


def account_of_phone(phones: PhoneBook, phone_hash: str) -> str:
    """The account behind a phone number, anybody's or not; hashed again, so that no number is listed here."""
    return phones.hash(f"account of phone {phone_hash}")


def account_of_name(phones: PhoneBook, login_name: str) -> str:
    return phones.hash(f"account of name {login_name.strip().lower()}")


def wait_after(misses: int) -> timedelta:
    """10 s after the fourth miss, then double each time, at most 15 minutes."""
    if misses <= FREE:
        return timedelta()
    return timedelta(
        seconds=min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** min(misses - FREE - 1, 10))
    )  # 2^10 is past the limit


def count_try(session: Session, account: str, now: datetime) -> timedelta:
    """Count one try of this account as a miss; zero if it may be looked at, else how long it still has to wait.

    A try that has to wait is not counted: an impatient finger does not make the wait longer.
    """
    session.execute(delete(LoginAttempt).where(LoginAttempt.last_at < now - FORGET_AFTER))
    attempt = session.get(LoginAttempt, account)
    if attempt is None:
        attempt = LoginAttempt(account=account, misses=0, last_at=now, open_at=now)
        session.add(attempt)
    if attempt.open_at > now:
        return attempt.open_at - now
    attempt.misses += 1
    attempt.last_at = now
    attempt.open_at = now + wait_after(attempt.misses)
    return timedelta()


def forget_tries(session: Session, account: str) -> None:
    """The account starts afresh."""
    session.execute(delete(LoginAttempt).where(LoginAttempt.account == account))


def must_wait(left: timedelta) -> Rejected:
    """The refusal while an account waits."""
    seconds = max(1, round(left.total_seconds()))
    if seconds <= 90:  # up to here seconds are easier to wait for than "2 minutes"
        text = _("Too many tries. Wait %(n)s seconds and try again, or ask your trainer for a new PIN.", n=seconds)
    else:
        text = _(
            "Too many tries. Wait %(n)s minutes and try again, or ask your trainer for a new PIN.", n=-(-seconds // 60)
        )
    return Rejected("wait", text)

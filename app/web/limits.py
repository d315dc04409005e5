"""How often one may ask: generous for people, narrow for programs that guess.

The rules of this file
- Limits count by account, never by address alone: a whole class shares one address.
- Counts live in this process and start anew with it; several processes would need a shared store.
"""

from flask import Flask, abort, current_app, session
from flask_limiter import Limiter
from limits import parse

PER_ACCOUNT = (
    "600 per minute"  # a phone that syncs a day of offline work sends about 200; a page in an endless loop far more
)


def init_app(app: Flask) -> None:
    # One per application: a Limiter kept by the module would carry one application's switches over to the next.
    app.config.setdefault("RATELIMIT_STORAGE_URI", "memory://")
    limiter = Limiter(_account, default_limits=[PER_ACCOUNT], default_limits_exempt_when=lambda: not _account())
    limiter.init_app(app)
    app.extensions["limits"] = limiter


def spend(rule: str, *who: str) -> None:
    """Count one use of `rule` (such as `"10 per hour"`) by `who`; answers 429 when it was one too many.

    `who` names the use and the account: `spend("20 per minute", "join-code", person_id)`.
    """
    limiter: Limiter = current_app.extensions["limits"]
    if limiter.enabled and not limiter.limiter.hit(parse(rule), *who):
        abort(429)


def _account() -> str:
    return str(session.get("_user_id", ""))  # where Flask-Login keeps who is signed in

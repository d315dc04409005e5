"""Only our own pages may send forms: every one carries a token of this session.

The rules of this file
- HTML forms hold `<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">`.
- Scripts send the token in the header `X-CSRFToken`; a page that runs scripts says it once with `{{ csrf_meta() }}`
  in its head. Pages that send nothing leave it out and need no cookie.
- Cookies travel only with requests from our own pages (SameSite), and only by https where `KOOTTAM_HTTPS` is set.
"""

from flask import Flask
from flask_wtf.csrf import CSRFProtect, generate_csrf
from markupsafe import Markup

from app.settings import Settings

LARGEST_BODY_BYTES = (
    5_000_000  # a workbook of 5,000 trainees is under 1 MB; photos are shrunk on the phone before sending
)


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    app.config.update(
        SECRET_KEY=settings.secrets.session_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY_BYTES,
        SESSION_COOKIE_NAME="koottam",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        REMEMBER_COOKIE_NAME="koottam-known",
        REMEMBER_COOKIE_HTTPONLY=True,
        REMEMBER_COOKIE_SAMESITE="Lax",
        REMEMBER_COOKIE_SECURE=settings.https,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session: a page may stay open for a whole day of training
    )
    CSRFProtect(app)
    app.add_template_global(csrf_meta)


def new_token() -> str:
    """For a script whose page said none."""
    return str(generate_csrf())


def csrf_meta() -> Markup:
    """The tag from which this page's scripts read the token they send."""
    return Markup('<meta name="csrf-token" content="{}">').format(generate_csrf())

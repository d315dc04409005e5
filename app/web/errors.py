"""When something cannot be done: one friendly page, or the same as JSON for a script that asked.

The rules of this file
- A refusal (`Rejected`) says why, in the words of whoever refused; what is missing and what is not yours look the same.
- A fault of ours is logged with a short reference, which the person can read out to us; no detail of it is shown.
- JSON has always the shape `{"refused": code, "why": sentence}`, as on the socket.
"""

import secrets
from dataclasses import dataclass

import structlog
from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_babel import gettext, lazy_gettext
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable
from werkzeug.exceptions import NotFound as PageNotFound

from app.errors import NotFound, Rejected

REFUSED = 409  # "conflicts with the present state": right for what was possible a moment ago, or will be later
REFERENCE_BYTES = 3  # six hex digits can be read out on the phone

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Words:
    """What people read instead of a number; the fields are translated when they are shown."""

    code: str
    title: str
    advice: str


WORDS: dict[int, Words] = {
    400: Words(
        "not-understood",
        lazy_gettext("We did not understand that"),
        lazy_gettext("Go back, load the page again and try once more."),
    ),
    403: Words(
        "not-allowed",
        lazy_gettext("This is not open to you"),
        lazy_gettext("Perhaps you are signed in under another name. Ask your trainer if you should see this."),
    ),
    404: Words(
        "not-found",
        lazy_gettext("There is nothing here"),
        lazy_gettext("The address may be mistyped, or this is not open to you."),
    ),
    405: Words(
        "not-understood",
        lazy_gettext("We did not understand that"),
        lazy_gettext("Go back, load the page again and try once more."),
    ),
    413: Words(
        "too-large",
        lazy_gettext("That is too large"),
        lazy_gettext("Send a smaller file, or a photo with a lower resolution."),
    ),
    429: Words(
        "too-often",
        lazy_gettext("That was too often"),
        lazy_gettext("Wait a minute, then try again."),
    ),
    500: Words(
        "our-fault",
        lazy_gettext("Something went wrong on our side"),
        lazy_gettext("It is not your fault. Try again; if it happens again, tell your trainer."),
    ),
    503: Words(
        "busy",
        lazy_gettext("We are busy for a moment"),
        lazy_gettext("Wait a little, then try again."),
    ),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(Rejected, refused)
    app.register_error_handler(NotFound, lambda error: failed(PageNotFound()))
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(CSRFError, stale_form)
    app.register_error_handler(InternalServerError, our_fault)
    app.register_error_handler(HTTPException, failed)


def refused(error: Rejected) -> Response:
    """A person asked for what cannot be done now."""
    return _answer(REFUSED, error.code, gettext("That is not possible now"), _translated(error.text))


def failed(error: HTTPException) -> Response:
    """A number of HTTP, in words; redirects and the like pass as they are."""
    status = error.code or InternalServerError.code
    if error.response is not None or status < 400:  # 400 is the first number that means an error
        return make_response(error.get_response())
    words = WORDS.get(status) or WORDS[400 if status < 500 else 500]
    answer = _answer(status, words.code, str(words.title), str(words.advice))
    for name, value in error.get_headers():
        if name in {"Retry-After", "Allow"}:
            answer.headers[name] = value
    return answer


def stale_form(_error: CSRFError) -> Response:
    """The token of a form is missing or of another session."""
    advice = gettext("The page was open when you signed in or out elsewhere. Load it again, then send once more.")
    return _answer(400, "stale-form", gettext("This page is out of date"), advice)


def busy(error: OperationalError) -> Response:
    """The database did not answer: locked for too long, or the disk is full."""
    log.error("database-unavailable", why=str(error.orig), path=request.path)
    return failed(ServiceUnavailable())


def our_fault(error: InternalServerError) -> Response:
    """Anything that was not foreseen; Flask has logged where it happened."""
    reference = secrets.token_hex(REFERENCE_BYTES)
    log.error("fault-shown", reference=reference, path=request.path, kind=type(error.original_exception).__name__)
    words = WORDS[500]
    advice = gettext("%(advice)s Say this number: %(reference)s.", advice=words.advice, reference=reference)
    return _answer(500, words.code, str(words.title), advice)


def _answer(status: int, code: str, title: str, why: str) -> Response:
    if _wants_json():
        return make_response(jsonify(refused=code, why=why), status)
    try:
        page = render_template("error.html", title=title, why=why, status=status)
    except Exception:
        log.exception("error-page-failed")
        return Response(f"{title}. {why}", status, mimetype="text/plain")
    return make_response(page, status)


def _wants_json() -> bool:
    accepted = request.accept_mimetypes
    if accepted["application/json"] == accepted["text/html"]:  # a script that did not say
        return request.is_json
    return accepted["application/json"] > accepted["text/html"]


def _translated(text: str) -> str:
    # Rules are pure and speak English; what they say is translated here, where the language is known.
    return gettext(text) if text else text

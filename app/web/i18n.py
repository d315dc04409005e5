"""Which language a page is in, and its words for pages and scripts.

The rules of this file
- English is written in the program; every other language is a folder `app/translations/<code>/LC_MESSAGES/messages.po`
  and appears in the language switch as soon as the folder is there.
- The language of a request: `?lang=ml` (remembered in a cookie), else the cookie, else what the browser asks for,
  else English.
- A string without a translation is shown in English; nothing is ever shown empty.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from flask import Flask, Response, current_app, has_request_context, request
from flask_babel import Babel, get_babel, get_locale

from app.settings import Settings
from app.web import pseudo
from app.web.catalogues import CATALOGUES, ENGLISH, TRANSLATIONS, known_languages

COOKIE = "lang"
YEAR_SECONDS = 31_536_000  # a language is chosen once; browsers cap cookies at about this anyway


@dataclass(frozen=True, slots=True)
class Language:
    """One choice in the language switch; `name` is its own name for itself, `href` this page in it."""

    code: str
    name: str
    href: str


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    babel = Babel(
        app,
        default_locale=ENGLISH,
        default_translation_directories=str(TRANSLATIONS),
        locale_selector=_chosen,
    )
    if settings.pseudo:
        babel.domain_instance = pseudo.PseudoDomain()
        app.add_url_rule(pseudo.CATALOGUE, view_func=pseudo.catalogue)
    app.after_request(_remember)
    app.add_template_global(language)
    app.add_template_global(languages)
    app.add_template_global(catalogue)


def language() -> str:
    """The code of this request's language, for `lang` attributes."""
    return str(get_locale() or ENGLISH).replace("_", "-")


def languages() -> Sequence[Language]:
    """All languages, each with the address of this page in it."""
    return [Language(code.replace("_", "-"), _own_name(code), _here_in(code)) for code in _known()]


def catalogue() -> str | None:
    """Where this page's scripts find their words; None where they carry them themselves."""
    if current_app.extensions["settings"].pseudo:
        return pseudo.CATALOGUE
    files = CATALOGUES / "files.json"
    if language() == ENGLISH or current_app.extensions["manifest"].speaks(str(get_locale())) or not files.exists():
        return None
    file = json.loads(files.read_text()).get(str(get_locale()))
    return file and f"/static/dist/i18n/{file}"


def _known() -> list[str]:
    return known_languages(Path(get_babel().translation_directories[0]))


def _chosen() -> str:
    if not has_request_context():
        return ENGLISH  # a command or a job: nobody's browser says what it prefers
    known = _known()
    for wish in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if wish in known:
            return wish
    return request.accept_languages.best_match(known) or ENGLISH


def _remember(response: Response) -> Response:
    wish = request.args.get("lang")
    if wish in _known():
        secure = current_app.extensions["settings"].https
        response.set_cookie(COOKIE, wish, max_age=YEAR_SECONDS, samesite="Lax", secure=secure, httponly=True)
    if response.mimetype == "text/html":
        response.vary.update(("Cookie", "Accept-Language"))
    return response


def _own_name(code: str) -> str:
    locale = Locale.parse(code)
    return locale.get_display_name(code) or code


def _here_in(code: str) -> str:
    asked = request.query_string.decode(errors="replace").split("&")
    return "?" + "&".join([*(pair for pair in asked if pair and not pair.startswith("lang=")), f"lang={code}"])

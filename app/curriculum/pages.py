"""Courses to read: the catalogue, a course, a day, its pictures. Open to all, without answers and trainers' notes.

The rules of this file
- A page shows the public face of what was published (`face.public`), never the files and never the whole module.
- Only days can be read. The assessment is a module too, but it is not shown before it is taken.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from babel import Locale
from flask import Blueprint, current_app, make_response, render_template, request, send_from_directory
from flask_babel import force_locale, lazy_gettext
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.activities.registry import KINDS
from app.curriculum import queries
from app.curriculum.face import public as everybodys
from app.curriculum.library import MEDIA_TYPES, folder_of
from app.curriculum.shelf import is_media
from app.curriculum.showcase import cover, first_sight, icon_of
from app.errors import NotFound
from app.people.access import public
from app.people.signin import current_person
from app.web.i18n import language

blueprint = Blueprint("curriculum", __name__, url_prefix="/courses")

MEDIA_SECONDS = 3_600  # a picture is looked at again after an hour: authors change them while a course runs
MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"  # an SVG opened by itself runs nothing

GROUPS = {
    "quiz": lazy_gettext("Quiz"),
    "breakout": lazy_gettext("In groups"),
    "case": lazy_gettext("Case in groups"),
    "roleplay": lazy_gettext("Role play"),
}


@blueprint.get("")
@public
def catalogue() -> str:
    with current_app.extensions["database"].read() as session:
        shelf = [cover(session, card) for card in queries.courses(session, language())]
    return render_template("curriculum/catalogue.html", courses=shelf)


@blueprint.get("/<slug>")
@public
def course(slug: str) -> str:
    with current_app.extensions["database"].read() as session:
        card = first_sight(session, queries.course_card(session, slug, reading_language()))
    at = next((at for at, day in enumerate(card["days"]) if day["hash"]), None)
    first = None if at is None else card["days"][at]
    return render_template("curriculum/course.html", course=card, first=first, first_at=(at or 0) + 1)


@blueprint.get("/<slug>/<day>")
@public
def day(slug: str, day: str) -> Response:
    with current_app.extensions["database"].read() as session:
        card = queries.course_card(session, slug, reading_language())
        module = _module(session, card, day)
        offered = queries.languages(session, slug, day)
    listed = [one["id"] for one in card["days"]]
    at = listed.index(day)
    around = {
        "before": next((one for one in card["days"][:at][::-1] if one["hash"]), None),
        "following": next((one for one in card["days"][at + 1 :] if one["hash"]), None),
    }
    page = render_template(
        "curriculum/day.html",
        course=card,
        day=module,
        at=at + 1,
        parts=card["days"][at]["parts"],
        may_lead=_may_lead(),
        offered=offered_languages(offered),
        about=told_of(module),
        **around,
    )
    response = make_response(page)
    response.add_etag()
    return response.make_conditional(request)


@blueprint.get("/<slug>/media/<path:file>")
@public
def media(slug: str, file: str) -> Response:
    """A picture of a course. It comes from the folder: the published text names it by its path."""
    with current_app.extensions["database"].read() as session:
        queries.course_card(session, slug)  # only published courses have pictures
    mimetype = MEDIA_TYPES.get(PurePosixPath(file).suffix)
    if mimetype is None or not is_media(file):
        raise NotFound
    response = send_from_directory(
        folder_of(current_app) / slug / "media", file, mimetype=mimetype, max_age=MEDIA_SECONDS
    )
    response.headers["Content-Security-Policy"] = MEDIA_POLICY
    return response


def _module(session: Session, card: Mapping[str, Any], day: str) -> Mapping[str, Any]:
    """The public face of this day, in the reader's language if there is one."""
    return everybodys(whole_module(session, card, day))


def whole_module(session: Session, card: Mapping[str, Any], day: str) -> Mapping[str, Any]:
    """This day with answers and notes, in the reader's language if there is one. Raises `NotFound`."""
    if day not in [one["id"] for one in card["days"]]:
        raise NotFound
    for lang in (reading_language(), card["language"]):
        found = queries.current(session, card["id"], day, lang)
        if found is not None:
            return found[1]
    raise NotFound


def _may_lead() -> bool:
    """Whether this reader may open run sheets."""
    person = current_person()
    return person is not None and person.may("read-script")


def reading_language() -> str:
    """In which language courses are read: `?in=ml`, else the language of the page."""
    return request.args.get("in") or language()


def in_language(module: Mapping[str, Any]) -> dict[str, str]:
    """For links from here: that whoever reads in another language than that of the page goes on in it."""
    return {} if module["lang"] == language() else {"in": module["lang"]}


def offered_languages(codes: Sequence[str]) -> list[dict[str, str]]:
    """The languages one can read this in, each by its own name, if there are several."""
    names = {code: Locale.parse(code).get_display_name(code) or code for code in codes}
    return [{"code": code, "name": name} for code, name in names.items()] if len(names) > 1 else []


def told_of(module: Mapping[str, Any]) -> list[dict[str, str]]:
    """What readers of a translation should know, in its language and in that of the course."""
    rendition = module.get("rendition")
    if rendition is None:
        return []
    found = []
    for code in (module["lang"], rendition["source"]):
        with force_locale(code):
            draft = [_("This translation is a draft. It needs a native reader.")] if rendition["is_draft"] else []
            older = [_("↻ marks what is translated from an older wording.")] if rendition["stale"] else []
            found.append({"code": code, "words": " ".join([*draft, *older])})
    return found if found[0]["words"] else []


@blueprint.context_processor
def words() -> dict[str, Any]:
    """For the templates of this package only."""
    return {"kind_label": kind_label, "minutes": minutes, "icon_of": icon_of, "in_language": in_language}


def kind_label(task: Mapping[str, Any]) -> str:
    """What sort of activity this is, as people say it."""
    if task["kind"] in GROUPS:
        return str(GROUPS[task["kind"]])
    return str(_(KINDS[task["kind"]].label)) if task["kind"] in KINDS else ""


def minutes(seconds: int) -> str:
    """15 min, 1 h 30 min; what is under a minute counts as one."""
    hours, rest = divmod(max(1, round(seconds / 60)), 60)
    if hours and rest:
        return str(_("%(hours)s h %(rest)s min", hours=hours, rest=rest))
    return str(_("%(hours)s h", hours=hours) if hours else _("%(rest)s min", rest=rest))

"""`flask courses preview`: the course one is writing, in the browser, new at each saving. On this machine only.

The rules of this file
- The pages exist only while the command runs and answer this machine alone: right answers and notes are in them.
- Nothing is stored. An answer typed in is marked and counted as if one person had given it, and forgotten.
"""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from flask import (
    Blueprint,
    Flask,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from werkzeug.wrappers import Response

from app import clock
from app.activities.registry import KINDS
from app.curriculum.library import MEDIA_TYPES, Course, Library, library
from app.curriculum.proof import activities, proof, tried
from app.curriculum.shelf import is_media
from app.errors import NotFound
from app.people.access import public

blueprint = Blueprint("preview", __name__, url_prefix="/preview")

HERE = frozenset({"127.0.0.1", "::1"})


def offer(app: Flask, root: Path) -> None:
    """Add the pages for the courses in `root` to this application, which must not have answered anybody yet."""
    app.config["PREVIEW"] = root.resolve()  # pictures are looked up from the folder of the program
    app.register_blueprint(blueprint)


@blueprint.before_request
def _only_here() -> None:
    if request.remote_addr not in HERE:
        raise NotFound


def _library() -> Library:
    return library(current_app.config["PREVIEW"], clock.now().date())


def _course(slug: str) -> tuple[Library, Course]:
    shelves = _library()
    found = next((course for course in shelves.courses if course.slug == slug), None)
    if found is None:
        raise NotFound
    return shelves, found


@blueprint.get("")
@public
def first() -> Response:
    """To the first module of the first course."""
    found = next(((course.slug, name) for course in _library().courses for name in course.modules), None)
    if found is None:
        raise NotFound
    return redirect(url_for("preview.page", slug=found[0], module=found[1]))


@blueprint.get("/<slug>/<module>")
@public
def page(slug: str, module: str) -> str:
    shelves, course = _course(slug)
    if module not in course.modules:
        raise NotFound
    return render_template("curriculum/preview.html", courses=shelves.courses, course=course, module=module)


@blueprint.get("/<slug>/<module>.json")
@public
def content(slug: str, module: str) -> Response:
    """The proof of this module, with an ETag: asking again costs nothing while nothing was saved."""
    response = jsonify(_proof(slug, module))
    response.add_etag()
    return response.make_conditional(request)


@blueprint.post("/<slug>/<module>/<activity>")
@public
def answer(slug: str, module: str, activity: str) -> Response:
    """Marks and counts `{"cells": …}`. Raises `Rejected`."""
    blocks = _proof(slug, module)["blocks"]
    found = next((one for block in blocks for one in activities(block) if one["id"] == activity), None)
    if found is None:
        raise NotFound
    return jsonify(tried(found, KINDS[found["kind"]], (request.get_json() or {}).get("cells", {})))


@blueprint.get("/<slug>/media/<path:file>")
@public
def media(slug: str, file: str) -> Response:
    _, course = _course(slug)
    mimetype = MEDIA_TYPES.get(PurePosixPath(file).suffix)
    if mimetype is None or not is_media(file):
        raise NotFound
    return send_from_directory(course.path / "media", file, mimetype=mimetype, max_age=0)


def _proof(slug: str, module: str) -> dict[str, Any]:
    shelves, course = _course(slug)
    if module not in course.modules:
        raise NotFound
    made = proof(course.modules[module], module, shelves.shelf(course, KINDS, clock.now().date()))
    here = json.dumps(made).replace(f"/courses/{slug}/media/", f"/preview/{slug}/media/")  # also before it is published
    return json.loads(here)  # type: ignore[no-any-return]

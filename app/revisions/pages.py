"""The page of changes: the files of a course beside what is published, with the answers that each edit concerns.

The rules of this file
- Numbers are of the batches of the organisations for which somebody may edit courses, and of no others.
- Nothing is published here: that is `flask courses publish`.
"""

import gevent
from flask import Blueprint, current_app, render_template
from flask_babel import lazy_gettext as _

from app import clock
from app.curriculum import course_card
from app.curriculum.changes import Fate, Standing
from app.curriculum.foresight import answers_given, outlooks, pressing
from app.curriculum.library import folder_of
from app.people.access import allows
from app.people.rules import MAY
from app.people.signin import signed_in

blueprint = Blueprint("revisions", __name__, url_prefix="/courses", template_folder="templates")

STANDING = {
    Standing.SAME: _("Another name"),
    Standing.WORDS: _("Other words"),
    Standing.ITEMS: _("Items came or went"),
    Standing.KEY: _("Something else is right"),
    Standing.KIND: _("Another kind of question"),
    Standing.NEW: _("New"),
    Standing.GONE: _("Gone"),
    Standing.RETIRED: _("Retired"),
}
FATE = {
    Fate.KEPT: _("The answers stay as they are."),
    Fate.REGRADED: _(
        "They will be marked anew; in a day that goes on, when it has ended. Each is told, and sees the old mark."
    ),
    Fate.SET_ASIDE: _(
        "They will be set aside; in a day that goes on, when it has ended. They are kept, and the question asked anew."
    ),
    Fate.WORDLESS: _("The answers stay in the record of their day. The new version has no words for them."),
}
WARNING = {
    "id-vanished": _(
        "This id is gone, and answers exist. Write one of these lines: under its new name, or at the top."
    ),
    "key-vanished": _("Keys are gone, and answers exist. Where one was renamed, write: - new) was old) words"),
    "key-changed": _("Something else is right, and answers exist. Say what becomes of them with one of these lines:"),
}


@blueprint.get("/<slug>/changes")
@allows("edit-courses")
def changes(slug: str) -> str:
    """What publishing the folder of this course would change. Raises `NotFound`."""
    homes = {grant.organisation for grant in signed_in().grants if "edit-courses" in MAY[grant.role]}
    database = current_app.extensions["database"]
    with database.read() as session:
        card = course_card(session, slug)
    # Seconds of work: in a thread of its own, so that meetings go on meanwhile.
    modules = gevent.get_hub().threadpool.apply(pressing, (folder_of(current_app), clock.now(), slug))
    with database.read() as session:
        found = outlooks(session, modules, answers_given(current_app, homes))
    return render_template(
        "changes.html", course=card, modules=found, standing=STANDING, fate=FATE, warning=WARNING
    )  # fmt: skip

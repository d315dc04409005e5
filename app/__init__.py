"""Koottam: courses done live in small groups on phones, and alone afterwards. `create_app` puts the parts together."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.settings import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """One application with a database and settings of its own; two of them in one process do not see each other.

    Every part offers `init_app(app)` and finds in `app.extensions`: `settings`, `database`, and after `web` also
    `socketio` and `closing` (what to do before the process ends). Nobody but a process edge (`app/serve.py`, the
    `flask` command, the tests) calls this, and no package imports it.
    """
    from flask import Flask

    from app import assessments, cli, cohorts, curriculum, home, jobs, live, people, review, revisions, web
    from app.db import Database
    from app.settings import ROOT, Settings

    settings = settings or Settings.from_environment()
    app = Flask("app", static_folder=str(ROOT / "static"))
    app.extensions["settings"] = settings
    app.extensions["database"] = Database(settings.database_url)
    # Lowest first, as in the table of layers: what comes later may use what came before.
    for part in (web, jobs, people, curriculum, cohorts, live, review, assessments, revisions, home, cli):
        part.init_app(app)
    return app

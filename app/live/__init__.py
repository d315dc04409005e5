"""Live meetings: a pure decider over an append-only log, one runner a meeting, views for each audience.

What the other packages use
- `app.extensions["live"]`: the `Live` of this application (`meetings.live_of()`)
- hooks for packages below, which may not import this one: `find_meeting_by_code`, `meetings_of_cohorts`,
  `create_meeting`, `cohort_changed`
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Flask

from app.db import Database
from app.people.access import scope_finders
from app.web.sockets import socketio_of


def init_app(app: Flask) -> None:
    """Open the rooms: pages, sockets, and the hooks others call."""
    from app.files import FileStore
    from app.live import files as _files  # noqa: F401  its addresses join the blueprint of the pages
    from app.live import meetings, pages, scribing_pages, sockets
    from app.live.telling import Teller

    server: Any = socketio_of(app).server  # type: ignore[attr-defined]
    teller = Teller(lambda event, payload, room: server.emit(event, payload, room=room))
    live = meetings.Live(app, teller)
    app.extensions["live"] = live
    app.extensions["live_desk"] = sockets.Desk(app, live)
    scope_finders(app)["meeting"] = meetings.scope_of_meeting
    app.extensions["files"] = FileStore(app.extensions["settings"].data / "files")
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(scribing_pages.blueprint)
    _offer_hooks(app, app.extensions["database"], live)


def _offer_hooks(app: Flask, database: Database, live: Any) -> None:
    from app.live import meetings

    def find_meeting_by_code(code: str) -> tuple[str, int, str] | None:
        with database.read() as session:
            row = meetings.find_by_code(session, code)
        return None if row is None else (row.id, row.cohort_id, row.title)

    def meetings_of_cohorts(cohort_ids: Sequence[int]) -> list[dict[str, Any]]:
        with database.read() as session:
            rows = meetings.meetings_of(session, cohort_ids)
        return [
            {"id": row.id, "title": row.title, "state": row.stage, "starts_at": row.starts_at, "course": row.course,
             "cohort_id": row.cohort_id, "code": row.code, "module": row.module}
            for row in rows
        ]  # fmt: skip

    def create_meeting(cohort_id: int, course: str, module: str, starts_at: datetime, state: str = "lobby") -> str:
        return meetings.create_meeting(database, cohort_id, course, module, starts_at, state)

    app.extensions["find_meeting_by_code"] = find_meeting_by_code
    app.extensions["meetings_of_cohorts"] = meetings_of_cohorts
    app.extensions["create_meeting"] = create_meeting
    app.extensions["cohort_changed"] = app.extensions["live_desk"].cohort_changed

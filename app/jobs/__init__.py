"""Work that takes too long for a page: it is put into a queue and done by a second process, `flask work`.

How another package uses it
- in its `init_app`: `jobs.register(app, "day-report", make_report)`
- in an action: `jobs.enqueue(session, "day-report", {"meeting": 7})` → the number of the job, in the action's own
  transaction
- on a page: `jobs.job(session, number)` → its state, and its result when it is done

A job may run twice (the machine may stop in the middle), so what it does must be harmless to repeat.
"""

from flask import Flask

from app.jobs.actions import Handler, enqueue
from app.jobs.queries import job
from app.jobs.tables import Job
from app.jobs.work import work_command

__all__ = ["Handler", "Job", "enqueue", "init_app", "job", "register"]


def init_app(app: Flask) -> None:
    app.extensions["jobs"] = {}
    app.cli.add_command(work_command)


def register(app: Flask, kind: str, handler: Handler) -> None:
    """From now on `flask work` does jobs of this kind by calling `handler(payload)` inside an application context.

    What it returns is kept as the result: small JSON, such as the name of the file it wrote.
    """
    handlers: dict[str, Handler] = app.extensions["jobs"]
    assert kind not in handlers, f"two handlers for jobs of the kind {kind}"
    handlers[kind] = handler

"""`flask work`: the process beside the server that does what the queue holds, one job after the other.

The rules of this file
- One such process works on a data folder; a second one says so and ends. A job that waits for hours would hold up all
  others: such work is cut into short jobs.
- Asked to stop, it ends the job in hand first. A job that fails is marked and logged; the process goes on.
"""

import signal
import sys
import threading
from pathlib import Path
from typing import IO, Any

import click
import structlog
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError

from app.db import Database
from app.jobs import actions
from app.jobs.actions import Handler
from app.settings import Settings

REST_SECONDS = 1.0  # how long the queue is left alone when it was empty: nobody notices a second before a PDF

PAUSE_SECONDS = 10.0  # when the database is locked or the disk is full: long enough for a person to begin to mend it

log = structlog.get_logger()


@click.command("work")
@click.option("--once", is_flag=True, help="End when the queue is empty.")
@with_appcontext
def work_command(once: bool) -> None:
    """Do what the queue holds, until stopped."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    settings: Settings = app.extensions["settings"]
    lock = _locked(settings.data / "work.lock")
    if lock is None:
        raise click.ClickException("Another `flask work` does the jobs of this data folder already.")
    stop = threading.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda _number, _frame: stop.set())
    with lock:
        work(app, stop, once=once)


def work(app: Flask, stop: threading.Event, *, once: bool = False) -> None:
    """Do jobs until `stop` is set; with `once` only until the queue is empty."""
    database: Database = app.extensions["database"]
    database.write(actions.requeue_cut_off)
    while not stop.is_set():
        try:
            job = database.write(actions.take_next)
            if job is not None:
                _do(app, database, job.id, job.kind, job.payload)
            elif once:
                return
            else:
                stop.wait(REST_SECONDS)
        except OperationalError as error:
            log.error("database-unavailable", why=str(error.orig))
            stop.wait(PAUSE_SECONDS)


def _do(app: Flask, database: Database, number: int, kind: str, payload: dict[str, Any]) -> None:
    handler: Handler | None = app.extensions["jobs"].get(kind)
    if handler is None:
        log.error("job-of-unknown-kind", job=number, kind=kind)
        database.write(lambda session: actions.fail(session, number, "unknown kind"))
        return
    try:
        with app.app_context():
            result = handler(payload)
    except Exception as error:
        log.exception("job-failed", job=number, kind=kind)
        fault = type(error).__name__
        database.write(lambda session: actions.fail(session, number, fault))
    else:
        log.info("job-done", job=number, kind=kind)
        database.write(lambda session: actions.finish(session, number, result))


def _locked(path: Path) -> IO[str] | None:
    """The lock file, held until it is closed; None when another process holds it."""
    if sys.platform == "win32":  # no flock there; two job processes on one Windows laptop are the operator's doing
        return path.open("a")
    import fcntl

    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file

"""Slow work is done once it was asked for, by one process, and one bad job does not stop the others."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, current_app

from app import jobs
from app.db import Base, Database
from app.errors import NotFound, Rejected
from app.jobs import actions
from app.jobs.work import _locked, work


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An application with a queue, a kind of work that doubles a number, and one that always fails."""
    app = Flask("app")
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    Base.metadata.create_all(database.engine, tables=[jobs.Job.__table__])
    app.extensions["database"] = database
    jobs.init_app(app)
    jobs.register(app, "double", double)
    jobs.register(app, "break", break_down)
    yield app
    database.close()


def double(payload: Mapping[str, Any]) -> dict[str, Any]:
    assert current_app.name == "app"
    return {"twice": payload["number"] * 2}


def break_down(payload: Mapping[str, Any]) -> None:
    raise RuntimeError("as always")


def asked(app: Flask, kind: str, **payload: Any) -> int:
    return app.extensions["database"].write(lambda session: jobs.enqueue(session, kind, payload))


def state(app: Flask, number: int) -> tuple[str, dict[str, Any] | None, str | None]:
    with app.extensions["database"].read() as session:
        job = jobs.job(session, number)
        return job.state, job.result, job.fault


def work_until_empty(app: Flask) -> None:
    work(app, threading.Event(), once=True)


def test_what_was_asked_is_done_and_its_result_kept(app: Flask) -> None:
    number = asked(app, "double", number=21)
    assert state(app, number) == ("queued", None, None)
    work_until_empty(app)
    assert state(app, number) == ("done", {"twice": 42}, None)


def test_a_job_that_fails_is_marked_and_the_next_one_done(app: Flask) -> None:
    bad, good = asked(app, "break"), asked(app, "double", number=1)
    work_until_empty(app)
    assert state(app, bad) == ("failed", None, "RuntimeError")
    assert state(app, good) == ("done", {"twice": 2}, None)


def test_a_job_nobody_can_do_is_marked(app: Flask) -> None:
    number = asked(app, "no such kind")
    work_until_empty(app)
    assert state(app, number) == ("failed", None, "unknown kind")


def test_first_asked_is_first_done(app: Flask) -> None:
    done: list[int] = []
    jobs.register(app, "note", lambda payload: done.append(payload["number"]))
    for number in (1, 2, 3):
        asked(app, "note", number=number)
    work_until_empty(app)
    assert done == [1, 2, 3]


def test_a_job_cut_off_by_the_end_of_the_process_is_done_again(app: Flask) -> None:
    number = asked(app, "double", number=4)
    app.extensions["database"].write(actions.take_next)
    assert state(app, number)[0] == "running"
    work_until_empty(app)
    assert state(app, number) == ("done", {"twice": 8}, None)


def test_a_job_that_ended_three_processes_is_not_tried_again(app: Flask) -> None:
    database = app.extensions["database"]
    number = asked(app, "double", number=4)
    for _ in range(actions.MOST_TRIES):
        database.write(actions.requeue_cut_off)
        database.write(actions.take_next)
    work_until_empty(app)
    assert state(app, number) == ("failed", None, "cut off too often")


def test_an_action_that_fails_asks_for_nothing(app: Flask) -> None:
    def action(session: Any) -> None:
        jobs.enqueue(session, "double", {"number": 1})
        raise Rejected("not-now", "Not now.")

    with pytest.raises(Rejected):
        app.extensions["database"].write(action)
    assert app.extensions["database"].write(actions.take_next) is None


def test_asked_to_stop_it_takes_no_further_job(app: Flask) -> None:
    stop = threading.Event()
    jobs.register(app, "stop", lambda payload: stop.set())
    asked(app, "stop")
    left = asked(app, "double", number=1)
    work(app, stop)
    assert state(app, left)[0] == "queued"


def test_a_job_that_does_not_exist_is_not_found(app: Flask) -> None:
    with app.extensions["database"].read() as session, pytest.raises(NotFound):
        jobs.job(session, 7)


def test_a_second_process_on_the_same_data_is_refused(tmp_path: Path) -> None:
    first = _locked(tmp_path / "work.lock")
    assert first is not None
    with first:
        assert _locked(tmp_path / "work.lock") is None
    again = _locked(tmp_path / "work.lock")
    assert again is not None
    again.close()

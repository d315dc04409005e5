"""A real server with a group at its sheet, and lines to it that can be cut."""

import hashlib
import json
import os
import selectors
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app import clock, create_app
from app.cohorts import actions as cohorts
from app.cohorts.tables import Teaching
from app.curriculum.tables import Content, CurrentContent
from app.db import Base, Database
from app.live.asking import Actor
from app.live.meetings import Live, create_meeting
from app.people.rules import Role
from app.people.tables import Organisation, Person
from app.settings import ROOT, Settings
from app.sheets import SheetKey, Sheets
from tests.live.day import MODULE, c

RUN, FIELD = "sheet", "cause"
START_SECONDS = 30  # on a machine that runs other tests at the same time


@dataclass
class GroupWork:
    """A meeting at its group work, stored in `folder`; `cookies` sign the members of one group in."""

    folder: Path
    meeting: str
    data: str
    group: str
    cookie: str
    cookies: dict[int, str] = field(default_factory=dict)

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.folder / 'koottam.db'}"

    def stored(self) -> str:
        """What the server's database holds of the field."""
        database = Database(self.database_url)
        try:
            return Sheets(database).fields(SheetKey(self.meeting, RUN, self.group)).get(FIELD, "")
        finally:
            database.close()


def build(folder: Path) -> GroupWork:
    """Two trainees in one group, the sheet open."""
    app = create_app(Settings.from_environment({"KOOTTAM_DATA": str(folder)}))
    database: Database = app.extensions["database"]
    live: Live = app.extensions["live"]
    Base.metadata.create_all(database.engine)
    database.write(_publish)
    with app.test_request_context():
        cohort, trainer, trainees = database.write(_people)
    meeting = create_meeting(database, cohort, MODULE["course"], MODULE["id"], clock.now())
    ammini = Actor(trainer, True)
    live.runner.submit(meeting, ammini, c("start"), "t1")
    for person in trainees:
        live.enter(meeting, c("enter", person=person, role="trainee", district=""))
    live.runner.submit(meeting, ammini, c("open", run="thanima"), "t2")
    state = live.runner.room(meeting).state
    assert RUN in state.runs, "the sheet opens with its group work"
    (group,) = state.groups
    made = GroupWork(folder, meeting, live.runner.room(meeting).about.data, group.id, app.config["SESSION_COOKIE_NAME"])
    for person in trainees:
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = f"{person}.1"
            session["_fresh"] = True
        cookie = client.get_cookie(made.cookie)
        assert cookie
        made.cookies[person] = cookie.value
    for end in reversed(app.extensions["closing"]):
        end()
    database.close()
    return made


def _publish(session: Any) -> None:
    """The small day that the tests of meetings play, without a course folder."""
    course = MODULE["course"]
    card = {"id": course, "title": "A small course", "language": "en", "days": []}
    for module, body in (("course", card), (MODULE["id"], MODULE)):
        text = json.dumps(body, sort_keys=True)
        where = {"course": course, "module": module, "lang": "en"}
        name = hashlib.sha256(text.encode()).hexdigest()
        session.add(Content(hash=name, **where, json=text, outline="{}", published_at=clock.now()))
        session.flush()
        session.add(CurrentContent(**where, hash=name))


def _people(session: Any) -> tuple[int, int, list[int]]:
    now = clock.now()
    home = Organisation(name="Mission")
    session.add(home)
    session.flush()
    cohort = cohorts.found_cohort(session, home.id, "Alappuzha, batch 1", now)
    people = [Person(organisation_id=home.id, name=name, lang="en", made_at=now) for name in ("Ammini", "Asha", "Bina")]
    session.add_all(people)
    session.flush()
    trainer, *trainees = [person.id for person in people]
    session.add(Teaching(cohort_id=cohort.id, person_id=trainer, role=Role.MASTER_TRAINER, since=now))
    for person in trainees:
        cohorts.enrol(session, cohort.id, person, None, now)
    return cohort.id, trainer, trainees


class Server:
    """The real one, in a process of its own, which can be killed and started again."""

    def __init__(self, work: GroupWork) -> None:
        self._work = work
        self._process: subprocess.Popen[str] | None = None
        self._log = work.folder / "server.log"
        self.port = 0

    def start(self) -> None:
        environ = os.environ | {"KOOTTAM_DATA": str(self._work.folder), "KOOTTAM_PORT": str(self.port)}
        environ.pop("KOOTTAM_CLOCK", None)
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "app.serve"], cwd=ROOT, env=environ, text=True,
                stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert "open at" in line, self._log.read_text()[-2000:]
        self.port = int(line.rsplit(":", 1)[1])

    def kill(self) -> None:
        """As the power does it."""
        if self._process:
            self._process.kill()
            self._process.wait(START_SECONDS)
            assert self._process.stdout
            self._process.stdout.close()
            self._process = None


class Line:
    """One phone's way to the server: a port of its own that passes everything on, until it is cut."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._is_cut = False
        self._is_over = False
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True
        for one in self._open:
            one.close()
        self._open.clear()

    def mend(self) -> None:
        self._is_cut = False

    def close(self) -> None:
        self._is_over = True
        self.cut()
        self._listening.close()

    def _accept(self) -> None:
        while not self._is_over:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self._is_cut:
                near.close()
                continue
            threading.Thread(target=self._pass_on, args=(near,), daemon=True).start()

    def _pass_on(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self._server.port), 5)
        except OSError:
            near.close()
            return
        self._open += [near, far]
        with selectors.DefaultSelector() as selector:
            selector.register(near, selectors.EVENT_READ, far)
            selector.register(far, selectors.EVENT_READ, near)
            try:
                while True:
                    for key, _ in selector.select(1):
                        data = key.fileobj.recv(65_536)  # type: ignore[union-attr]
                        if not data:
                            return
                        key.data.sendall(data)
                    if near.fileno() < 0 or far.fileno() < 0:
                        return
            except (OSError, ValueError):  # cut
                return
            finally:
                near.close()
                far.close()

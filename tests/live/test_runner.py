"""The runner: nothing is answered before it is stored, nothing stored is lost, nothing is done twice."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import gevent
import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import OperationalError

from app import clock
from app.cohorts import tables as cohorts
from app.db import Base, Database
from app.errors import Rejected
from app.live import audiences, log, machine, plan
from app.live.asking import Actor, Ask, Decided
from app.live.events import Happened, MeetingOpened
from app.live.room import About, Room
from app.live.runner import Runner, TryAgain
from app.live.state import State
from app.live.tables import LiveEvent, Meeting, Said
from app.live.telling import Teller
from app.people import tables as people
from app.sheets import Sheets
from tests.live.day import AMMINI, FATHIMA, MODULE, NOON, c, seats

Sent = list[tuple[str, Any, str]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path / 'koottam.db'}")
    Base.metadata.create_all(made.engine)
    made.write(_found)
    yield made
    made.close()


def _found(session: Any) -> None:
    session.execute(insert(people.Organisation).values(id=1, name="Mission"))
    cohort = {"id": 1, "organisation_id": 1, "name": "Batch 1", "lang": "en", "time_zone": "Asia/Kolkata"}
    session.execute(insert(cohorts.Cohort).values(**cohort, languages=["en"], allows_guests=True, made_at=NOON))
    for id in ("m1", "m2"):
        row = {"id": id, "cohort_id": 1, "course": "c", "module": "day-1", "code": id, "stage": "lobby", "title": "t"}
        session.execute(insert(Meeting).values(**row, starts_at=NOON, content="cafe", made_at=NOON, lang="en"))
        log.append(session, id, [(Happened(1, NOON, None, MeetingOpened(seats(), "5eed")), None)])


def load(meeting: str) -> Room:
    about = About(
        meeting, "data", 1, "CODE22", "c", "Batch 1", NOON, "", "/j/CODE22", {"people": []}, "r", MODULE, "cafe"
    )
    return Room(about, plan.read(MODULE, "cafe"), clock.now())


def runner(database: Database, sent: Sent | None = None) -> Runner:
    emitted: Sent = [] if sent is None else sent
    return Runner(database, Sheets(database), load, Teller(lambda *args: emitted.append(args)))


def begun(database: Database, sent: Sent | None = None) -> Runner:
    live = runner(database, sent)
    live.submit("m1", Actor(AMMINI, True), c("start"), "s1")
    live.submit("m1", Actor(AMMINI, True), c("open", run="units"), "s2")
    for person in range(1, 13):
        live.submit_as_server("m1", c("enter", person=person, role="trainee"))
    return live


@pytest.mark.promise("L4")
def test_a_restarted_server_has_the_same_meeting(database: Database) -> None:
    before = begun(database)
    before.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1")
    assert runner(database).room("m1").state == before.room("m1").state


def test_a_repeated_command_is_answered_with_its_number_and_done_once_also_after_a_restart(database: Database) -> None:
    live = begun(database)
    answer = c("answer", run="units", value="well")
    first = live.submit("m1", Actor(3), answer, "a1")
    live.submit("m1", Actor(4), answer, "a1")
    again = live.submit("m1", Actor(3), answer, "a1")
    after_restart = runner(database).submit("m1", Actor(3), answer, "a1")
    assert first == again == after_restart
    with database.read() as session:
        mine = select(func.count()).select_from(LiveEvent).where(LiveEvent.actor_id == 3, LiveEvent.client_id == "a1")
        assert session.scalar(mine) == 1


def test_a_refusal_stores_nothing_and_disturbs_nobody_in_the_same_batch(database: Database) -> None:
    live = begun(database)

    def ask(person: int, value: str) -> int | str:
        try:
            return live.submit("m1", Actor(person), c("answer", run="units", value=value), f"x{person}")
        except Rejected as refusal:
            return refusal.code

    jobs = [gevent.spawn(ask, person, "well" if person % 2 else "nonsense") for person in range(1, 13)]
    answers = [job.get(timeout=10) for job in jobs]
    assert [answer == "no-such-option" for answer in answers] == [person % 2 == 0 for person in range(1, 13)]
    assert len(live.room("m1").state.runs["units"].answers) == 6


def test_commands_that_wait_together_share_one_commit(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    live = begun(database)
    commits = []
    write = database.write
    monkeypatch.setattr(database, "write", lambda work: (commits.append(1), write(work))[1])
    jobs = [
        gevent.spawn(live.submit, "m1", Actor(person), c("answer", run="units", value="well"), "a")
        for person in range(1, 13)
    ]
    gevent.joinall(jobs, timeout=10, raise_error=True)
    assert len(commits) < 4, "twelve answers at once are a few commits, not twelve"


@pytest.mark.promise("L4")
def test_a_commit_that_fails_before_it_is_durable_asks_everybody_to_try_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = begun(database)
    write = database.write

    def full_disk(work: Any) -> Any:
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    monkeypatch.setattr(database, "write", full_disk)
    before = live.room("m1").state
    with pytest.raises(TryAgain):
        live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1")
    assert live.room("m1").state == before
    monkeypatch.setattr(database, "write", write)
    live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1")
    assert list(live.room("m1").state.runs["units"].answers) == ["p3"]


@pytest.mark.promise("L4")
def test_a_commit_that_fails_after_it_became_durable_is_found_in_the_log(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = begun(database)
    write = database.write

    def lost_answer(work: Any) -> Any:
        write(work)
        raise OperationalError("commit", {}, Exception("connection lost"))

    monkeypatch.setattr(database, "write", lost_answer)
    with pytest.raises(TryAgain):
        live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1")
    monkeypatch.setattr(database, "write", write)
    assert live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1") > 0
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(LiveEvent).where(LiveEvent.client_id == "a1")) == 1
    assert runner(database).room("m1").state == live.room("m1").state


def test_after_three_failures_the_meeting_says_so_and_heals_by_itself(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = begun(database)
    write = database.write
    monkeypatch.setattr(database, "write", lambda work: (_ for _ in ()).throw(OSError("no space left")))
    for turn in range(3):
        with pytest.raises(TryAgain):
            live.submit("m1", Actor(3), c("answer", run="units", value="well"), f"a{turn}")
    assert live.room("m1").is_read_only
    monkeypatch.setattr(database, "write", write)
    live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a3")
    assert not live.room("m1").is_read_only


def test_a_fault_of_ours_in_one_command_does_not_stop_the_class(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = begun(database)
    decide = machine.decide

    def faulty(state: State, ask: Ask) -> Decided:
        if ask.actor.id == 3:
            raise ZeroDivisionError
        return decide(state, ask)

    monkeypatch.setattr(machine, "decide", faulty)
    with pytest.raises(Rejected, match="fault"):
        live.submit("m1", Actor(3), c("answer", run="units", value="well"), "a1")
    assert live.submit("m1", Actor(4), c("answer", run="units", value="well"), "a1") > 0


def test_two_meetings_at_once_do_not_touch_each_other(database: Database) -> None:
    live = begun(database)
    live.submit("m2", Actor(FATHIMA, True), c("start"), "s1")
    live.submit("m2", Actor(FATHIMA, True), c("open", run="units"), "s2")

    def play(meeting: str, person: int) -> None:
        if meeting == "m2":
            live.submit_as_server("m2", c("enter", person=person, role="trainee"))
        value = random.Random(person).choice(["well", "bad"])
        live.submit(meeting, Actor(person), c("answer", run="units", value=value), "a1")

    jobs = [gevent.spawn(play, meeting, person) for person in range(1, 13) for meeting in ("m1", "m2")]
    gevent.joinall(jobs, timeout=20, raise_error=True)
    for meeting in ("m1", "m2"):
        assert len(live.room(meeting).state.runs["units"].answers) == 12
        assert runner(database).room(meeting).state == live.room(meeting).state


def test_words_stand_beside_the_log_and_never_in_it(database: Database) -> None:
    live = begun(database)
    live.submit("m1", Actor(AMMINI, True), c("open", run="promise"), "s3")
    live.submit("m1", Actor(3), c("answer", run="promise", cell="action", value={"text": "Call Latha"}), "a1")
    with database.read() as session:
        assert session.scalars(select(Said.text).where(Said.person_id == 3)).all() == ["Call Latha"]
        assert "Latha" not in str(session.execute(text("select body from live_event")).all())
        database.write(lambda db: db.execute(text("update said set text = null")))
    room = runner(database).room("m1")
    shown = audiences.phone(room.state, 3, room.facts())["answers"]["promise"]["action"]["v"]
    assert shown == {"text": "", "erased": True}


def test_an_answer_to_a_group_run_is_told_to_the_group_alone(database: Database) -> None:
    sent: Sent = []
    live = begun(database, sent)
    live.submit("m1", Actor(AMMINI, True), c("open", run="thanima"), "s3")
    room = live.room("m1")
    for person in range(1, 13):
        room.presence.came(person, f"sid{person}", False, clock.now())
    group = room.state.groups[0]
    gevent.sleep(0.6)  # let the teller tell the opening
    sent.clear()
    live.submit("m1", Actor(group.members[0]), c("answer", run="sheet", cell="sick", value=True), "a1")
    gevent.sleep(0.6)
    phones = {room for _, _, room in sent if ":p" in room}
    assert phones == {f"m1:p{person}" for person in group.members}
    assert not any(room == "m1:trainees" for _, _, room in sent)


def test_the_clock_closes_what_is_due_without_any_trainer(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    live = begun(database)
    live.submit("m1", Actor(AMMINI, True), c("open", run="check"), "s3")
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(seconds=75))
    with gevent.Timeout(10):
        while live.room("m1").state.runs["loss"].is_open:
            gevent.sleep(0.05)
    state = live.room("m1").state
    assert state.runs["loss"].phase == "closed"
    assert not state.led, "nobody leads, and everybody can see that the meeting runs itself"

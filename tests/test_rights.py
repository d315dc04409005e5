"""Nobody reaches what is not theirs: every address and every socket event, tried by everybody who should not.

The rules of this file
- The lists below are the whole truth: an address that is open to all stands in `PUBLIC`, or the test fails.
- A stranger has the role in question in another organisation; a neighbour has it in another batch of the same one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from app.cohorts import actions as cohorts
from app.cohorts.guests import join_as_guest
from app.live.sockets import EVENTS, FACES
from app.people.access import access_of
from app.people.rules import EVERYBODY, MAY, TRAINERS, Role
from tests.builders import (
    NOW,
    a_cohort,
    a_trainee,
    a_trainer,
    an_official,
    an_organisation,
    signed_in_client,
    the_keys,
    the_person,
)
from tests.live.house import House, build

PUBLIC = {
    "home.front",
    "home.components",
    "login.phone",
    "login.come_in",
    "login.trainer",
    "login.trainer_comes_in",
    "login.out",
    "login.slip",
    "login.slip_tapped",
    "joining.code_page",
    "joining.code_typed",
    "joining.door",
    "joining.ask",
    "curriculum.catalogue",
    "curriculum.course",
    "curriculum.day",
    "curriculum.media",
    "paper.pack",
    "static",
    "built.built_file",
}
PERSONAL = {"people.me", "people.new_pin", "people.new_password"}  # of whoever is signed in, about herself alone
WAITING = {"live.phone", "live.view"}  # what a guest sees of a meeting until she is let in: that she waits
REFUSED = {302, 404, 409}  # asked to sign in (a page, a script), or nothing here
COHORT_ROLES = {Role.TRAINEE, *TRAINERS}


@dataclass
class Programme:
    """One meeting with everything in it, and everybody who has no business there."""

    house: House
    args: dict[str, object]
    outsiders: dict[str, int] = field(default_factory=dict)
    insiders: dict[Role, int] = field(default_factory=dict)
    guest: int = 0

    def client(self, person: int) -> FlaskClient:
        return signed_in_client(self.house.app, person)

    def socket(self, person: int, face: str = "trainee") -> Any:
        auth = {"meeting": self.house.meeting, "face": face}
        socketio = self.house.app.extensions["socketio"]
        return socketio.test_client(self.house.app, flask_test_client=self.client(person), auth=auth)

    def rules(self) -> Iterator[tuple[Rule, str]]:
        """Every address with each of its methods."""
        for rule in self.house.app.url_map.iter_rules():
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield rule, method

    def ask(self, client: FlaskClient, rule: Rule, method: str) -> int:
        with self.house.app.test_request_context():
            url = rule.build({name: self.args[name] for name in rule.arguments}, append_unknown=False)
        assert url is not None
        return client.open(url[1], method=method, data={} if method == "POST" else None).status_code


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    house = build(tmp_path_factory.mktemp("rights"))
    database, home = house.database, the_person(house.database, house.trainees[0]).organisation_id
    day = database.write(lambda db: cohorts.set_day(db, house.cohort, "sick_me_revival", 1, NOW).id)
    guest = database.write(lambda db: join_as_guest(db, the_keys().phones, house.cohort, "Rosamma", NOW))
    args = {
        "meeting": house.meeting, "cohort": house.cohort, "person": house.trainees[0], "entry": day, "guest": guest,
        "run": "our-units", "number": 0, "code": "K7W4PQ", "token": "none", "slug": "sick_me_revival", "day": "day-1",
        "cell": "none", "file": "none.svg", "filename": "none", "name": "none", "role": "none", "who": "p1",
    }  # fmt: skip
    made = Programme(house, args, guest=guest)
    elsewhere = an_organisation(database, "Jeevika")
    away = a_cohort(database, "Patna", organisation=elsewhere)
    next_door = a_cohort(database, "Wayanad", organisation=home)
    for role in Role:
        made.outsiders[f"{role} elsewhere"] = somebody(made, role, elsewhere, away)
        if role in COHORT_ROLES:
            made.outsiders[f"{role} next door"] = somebody(made, role, home, next_door)
        made.insiders[role] = somebody(made, role, home, house.cohort)
    return made


def somebody(made: Programme, role: Role, organisation: int, cohort: int) -> int:
    database, name = made.house.database, f"{role.replace('-', '')}{cohort}"  # a login name of letters and a digit
    if role is Role.TRAINEE:
        return a_trainee(database, cohort, "Latha", organisation=organisation)
    if role in TRAINERS:
        return a_trainer(database, name, cohort=cohort, role=role, organisation=organisation)
    return an_official(database, role, name, organisation=organisation)


def test_the_list_of_public_addresses_is_the_whole_list(programme: Programme) -> None:
    app = programme.house.app
    open_to_all = {
        rule.endpoint
        for rule, _method in programme.rules()
        if (access := access_of(app, rule.endpoint)) is not None and access.verb is None
    }
    assert open_to_all == PUBLIC


def test_every_address_says_who_may_enter(programme: Programme) -> None:
    silent = {rule.rule for rule, _ in programme.rules() if access_of(programme.house.app, rule.endpoint) is None}
    assert silent == set()


def test_every_address_of_a_batch_or_meeting_is_checked_for_that_batch(programme: Programme) -> None:
    """Either by the guard, or, for what guests and trainees share, by the page itself: the walks below try those."""
    unscoped = {
        rule.endpoint
        for rule, _ in programme.rules()
        if {"cohort", "meeting"} & rule.arguments and access_of(programme.house.app, rule.endpoint).of is None  # type: ignore[union-attr]
    }
    assert all(endpoint.startswith("live.") for endpoint in unscoped)


def test_without_signing_in_nothing_is_reached_but_the_public_pages(programme: Programme) -> None:
    reached = [
        (rule.rule, method, status)
        for rule, method in programme.rules()
        if rule.endpoint not in PUBLIC
        and (status := programme.ask(programme.house.app.test_client(), rule, method)) not in REFUSED
    ]
    assert reached == []


def test_nobody_from_elsewhere_or_next_door_reaches_a_batch_or_a_meeting(programme: Programme) -> None:
    reached = [
        (who, rule.rule, method, status)
        for who, person in programme.outsiders.items()
        for rule, method in programme.rules()
        if {"cohort", "meeting"} & rule.arguments
        and (status := programme.ask(programme.client(person), rule, method)) != 404
    ]
    assert reached == []


def test_of_a_meeting_a_waiting_guest_reaches_only_that_she_waits(programme: Programme) -> None:
    client = programme.client(programme.guest)
    reached = {
        rule.endpoint
        for rule, method in programme.rules()
        if {"cohort", "meeting"} & rule.arguments and programme.ask(client, rule, method) != 404
    }
    assert reached == WAITING
    seen = client.get(f"/m/{programme.house.meeting}/view.json").get_json()["parts"]
    assert {name for name, part in seen.items() if part is not None} <= {"me", "meeting", "waiting"}
    shown = client.get(f"/m/{programme.house.meeting}/view.json").text
    assert not any(word in shown for word in ("Ammini", "Trainee 1"))


def test_inside_the_batch_nobody_reaches_what_her_role_may_not(programme: Programme) -> None:
    app = programme.house.app
    reached = []
    for role, person in programme.insiders.items():
        for rule, method in programme.rules():
            access = access_of(app, rule.endpoint)
            if access is None or access.verb is None or access.verb in MAY[role] | EVERYBODY:
                continue
            status = programme.ask(programme.client(person), rule, method)
            if status != 404:
                reached.append((role, rule.rule, method, status))
    assert reached == []


def test_what_anybody_signed_in_may_do_outside_a_batch_is_about_herself(programme: Programme) -> None:
    app = programme.house.app
    everybodys = {
        rule.endpoint
        for rule, _ in programme.rules()
        if (access := access_of(app, rule.endpoint)) is not None and access.verb in EVERYBODY
    }
    assert {endpoint for endpoint in everybodys if not endpoint.startswith("live.")} == PERSONAL


# ---- sockets ----


def test_nobody_from_elsewhere_or_next_door_gets_a_socket(programme: Programme) -> None:
    connected = [
        (who, face)
        for who, person in programme.outsiders.items()
        for face in FACES
        if programme.socket(person, face).is_connected()
    ]
    assert connected == []


def test_nobody_inside_gets_the_socket_of_a_face_that_is_not_hers(programme: Programme) -> None:
    connected = {
        (role, face)
        for role, person in programme.insiders.items()
        for face in FACES
        if programme.socket(person, face).is_connected()
    }
    assert connected == {(Role.TRAINEE, "trainee"), *((role, face) for role in TRAINERS for face in FACES)}


def test_an_event_of_another_face_is_refused(programme: Programme) -> None:
    socket = programme.socket(programme.house.trainees[0])
    for name, (faces, _handler) in EVENTS.items():
        if "trainee" not in faces:
            assert socket.emit(name, {}, callback=True)["refused"] == "not-allowed"


def test_a_waiting_guest_changes_nothing_by_any_event(programme: Programme) -> None:
    house = programme.house
    socket = programme.socket(programme.guest)
    assert socket.is_connected()
    before = house.live.runner.room(house.meeting).state
    for name in EVENTS:
        for body in ({}, {"id": "c1", "type": "start"}, {"run": "our-units", "group": "g1", "cell": "", "id": "c2"}):
            socket.emit(name, body, callback=True)
    assert house.live.runner.room(house.meeting).state == before

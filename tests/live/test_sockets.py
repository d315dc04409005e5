"""The wire: who may connect, what is answered, and that a forged message disturbs nobody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.live.packing import unpacked
from app.live.sockets import EVENTS
from app.web.pseudo import PseudoDomain
from tests.live.house import House, build


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path)
    yield made
    made.database.close()


def ask(socket: Any, event: str, message: Any) -> Any:
    return socket.emit(event, message, callback=True)


def do(socket: Any, type: str, id: str = "c1", **fields: Any) -> Any:
    return ask(socket, "do", {"id": id, "type": type, **fields})


def begun(house: House) -> Any:
    console = house.socket(house.trainers[0], "console")
    assert "seq" in do(console, "start", "t1")
    assert "seq" in do(console, "open", "t2", run="our-units")
    return console


def test_a_trainee_connects_and_gets_her_whole_view(house: House) -> None:
    socket = house.socket(house.trainees[0])
    assert socket.is_connected()
    (first,) = socket.get_received()
    assert first["name"] == "view"
    view = unpacked(first["args"][0])
    assert view["whole"]
    assert view["parts"]["me"]["person"] == house.trainees[0]
    assert view["parts"]["meeting"]["state"] == "lobby"


def test_who_has_the_view_already_gets_its_number_alone(house: House) -> None:
    first = unpacked(house.socket(house.trainees[0]).get_received()[0]["args"][0])
    again = unpacked(house.socket(house.trainees[0], have=first["seq"]).get_received()[0]["args"][0])
    assert again == {"seq": first["seq"], "now": again["now"], "data": first["data"]}


@pytest.mark.promise("P1")
@pytest.mark.parametrize("face", ["trainee", "console", "screen"])
def test_a_stranger_connects_to_no_face(house: House, face: str) -> None:
    assert not house.socket(house.stranger, face).is_connected()


@pytest.mark.parametrize("face", ["console", "screen"])
def test_a_trainee_connects_to_no_face_of_trainers(house: House, face: str) -> None:
    assert not house.socket(house.trainees[0], face).is_connected()


@pytest.mark.parametrize("auth", [{"meeting": 3}, {"meeting": "elsewhere"}, {"face": "boss"}, {"meeting": None}])
def test_a_forged_connect_is_refused(house: House, auth: dict[str, Any]) -> None:
    assert not house.socket(house.trainees[0], **auth).is_connected()


def test_nobody_connects_without_signing_in(house: House) -> None:
    socketio = house.app.extensions["socketio"]
    auth = {"meeting": house.meeting, "face": "trainee"}
    assert not socketio.test_client(house.app, auth=auth).is_connected()


def test_an_answer_is_acknowledged_with_a_number_and_stored(house: House) -> None:
    begun(house)
    socket = house.socket(house.trainees[0])
    task = house.client(house.trainees[0]).get(f"/m/{house.meeting}/task/our-units").get_json()["task"]
    keys = [option["key"] for option in task["options"]]
    value = dict.fromkeys(keys, 0) | {keys[0]: task["sum"]}
    reply = do(socket, "answer", run="our-units", value=value)
    assert reply["seq"] > 0
    answers = house.live.runner.room(house.meeting).state.runs["our-units"].answers
    assert answers[f"p{house.trainees[0]}"][""].value == value


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (None, "not-a-command"),
        ([], "not-a-command"),
        ({"type": "answer"}, "wrong-field"),
        ({"id": "a", "type": "rule_the_world"}, "unknown-command"),
        ({"type": "answer", "run": "our-units", "value": 1}, "no-id"),
        ({"id": "x" * 37, "type": "answer", "run": "our-units", "value": 1}, "no-id"),
        ({"id": "a", "type": "open", "run": "our-units"}, "not-facilitator"),
        ({"id": "a", "type": "answer", "run": "elsewhere", "value": 1}, "no-such-activity"),
        ({"id": "a", "type": "answer", "run": "our-units", "value": "x" * 200_000}, "too-long"),
    ],
)
def test_bad_input_is_refused_with_a_code_and_a_sentence(house: House, message: Any, code: str) -> None:
    begun(house)
    before = house.live.runner.room(house.meeting).state
    reply = ask(house.socket(house.trainees[1]), "do", message)
    assert reply["refused"] == code
    assert reply["why"].endswith((".", "?"))
    after = house.live.runner.room(house.meeting).state
    assert after.runs == before.runs


def test_a_refusal_is_told_in_the_language_of_the_page(house: House) -> None:
    house.app.extensions["babel"].instance.domain_instance = PseudoDomain()
    reply = do(house.socket(house.trainees[0]), "answer", run="our-units", cell="", value=None)
    assert (reply["refused"], reply["why"][:1], reply["why"][-1:]) == ("not-open", "⟦", "⟧")


def test_a_refused_act_says_who_was_quicker_by_name(house: House) -> None:
    begun(house)
    other = house.socket(house.trainers[1], "console")
    do(other, "close", run="our-units")
    console = house.socket(house.trainers[0], "console")
    reply = do(console, "close", "c2", run="our-units")
    assert reply["refused"] == "already-closed"
    assert reply["why"].startswith("Fathima closed it")


def test_a_second_tab_sees_what_the_first_one_wrote(house: House) -> None:
    console = begun(house)
    do(console, "open", "t3", run="my-unit")
    first, second = house.socket(house.trainees[0]), house.socket(house.trainees[0])
    task = house.client(house.trainees[0]).get(f"/m/{house.meeting}/task/my-unit").get_json()["task"]
    field = next(field for field in task["fields"] if field["field"] == "text")
    do(first, "answer", run="my-unit", cell=field["key"], value={"text": "THM-4"})
    house.live.teller._tell(house.live.runner.room(house.meeting), house.live.runner.room(house.meeting).due)
    parts = [unpacked(message["args"][0])["parts"] for message in second.get_received() if message["name"] == "view"]
    seen = [part["answers"]["my-unit"] for part in parts if "my-unit" in part.get("answers", {})]
    assert seen[-1][field["key"]]["v"] == {"text": "THM-4"}


def test_a_used_client_id_is_not_done_twice_and_another_persons_id_is_her_own(house: House) -> None:
    console = begun(house)
    do(console, "close", "same", run="our-units")
    assert do(console, "close", "same", run="our-units")["seq"] > 0
    other = house.socket(house.trainers[1], "console")
    assert do(other, "close", "same", run="our-units")["refused"] == "already-closed"


def test_signing_out_closes_the_sockets(house: House) -> None:
    socket = house.socket(house.trainees[0])
    for leave in house.app.extensions["on_logout"]:
        leave(house.trainees[0], None)
    assert not socket.is_connected()


@pytest.mark.parametrize("event", ["sheet_join", "sheet_update", "sheet_leave"])
@pytest.mark.parametrize("message", [None, {}, {"run": 3, "group": "g1"}, {"run": "nowhere", "group": "g1"}])
def test_a_forged_message_about_a_sheet_is_refused(house: House, event: str, message: Any) -> None:
    begun(house)
    assert "refused" in ask(house.socket(house.trainees[0]), event, message)


@pytest.mark.promise("B2")
def test_another_groups_sheet_does_not_exist_for_me(house: House) -> None:
    console = begun(house)
    run = next(item for item in house.live.runner.room(house.meeting).state.plan.items.values() if item.is_group_work)
    assert "seq" in do(console, "open", "t3", run=run.id)
    state = house.live.runner.room(house.meeting).state
    sheet = next(child for child in run.children if house.live.fields(house.meeting, child))
    member, other = state.groups[0].members[0], state.groups[1].id
    socket = house.socket(member)
    assert ask(socket, "sheet_join", {"run": sheet, "group": other})["refused"] == "not-found"
    update = {"run": sheet, "group": other, "id": "u1", "update": b"\x00\x00"}
    assert ask(socket, "sheet_update", update)["refused"] == "not-found"
    assert "update" in ask(socket, "sheet_join", {"run": sheet, "group": "g1"})


@pytest.mark.promise("L30")
def test_the_link_of_the_call_reaches_phones_and_other_addresses_are_refused(house: House) -> None:
    trainer = house.client(house.trainers[0])
    kept = trainer.post(f"/m/{house.meeting}/link", json={"url": "https://us02web.zoom.us/j/123"})
    assert kept.get_json() == {"ok": True}
    assert house.view(house.trainees[0])["meeting"]["link"] == "https://us02web.zoom.us/j/123"
    for url in ("https://zoom.us.evil.example/j/1", "javascript:alert(1)", "http://zoom.us/j/1"):
        assert trainer.post(f"/m/{house.meeting}/link", json={"url": url}).status_code == 409
    trainee = house.client(house.trainees[0])
    assert trainee.post(f"/m/{house.meeting}/link", json={"url": ""}).status_code == 404


@pytest.mark.promise("L30")
def test_each_group_may_have_its_own_call_and_the_groups_can_be_pasted(house: House) -> None:
    console = begun(house)
    do(console, "open", "t3", run="our-group")
    trainer = house.client(house.trainers[0])
    trainer.post(f"/m/{house.meeting}/link", json={"url": "https://meet.google.com/abc", "group": "g1"})
    group = house.live.runner.room(house.meeting).state.groups[0]
    assert house.view(group.members[0])["group"]["link"] == "https://meet.google.com/abc"
    listed = trainer.get(f"/m/{house.meeting}/groups.txt").text
    names = house.live.names(house.meeting)
    assert f"Group 1: {', '.join(names[person] for person in group.members)}\nhttps://meet.google.com/abc" in listed


def test_every_event_says_which_faces_may_send_it() -> None:
    for name, (faces, _handler) in EVENTS.items():
        assert faces, name
        assert faces <= {"trainee", "console", "screen"}, name


def test_half_a_letter_is_refused_and_stops_nobody(house: House) -> None:
    """Half of a pair of UTF-16 is no text: it could be neither stored nor sent on."""
    console = begun(house)
    do(console, "open", "t3", run="my-unit")
    socket = house.socket(house.trainees[0])
    task = house.client(house.trainees[0]).get(f"/m/{house.meeting}/task/my-unit").get_json()["task"]
    field = next(field["key"] for field in task["fields"] if field["field"] == "text")
    for place, (id, cell, text) in enumerate([("c1", field, "\ud800"), ("c2", "\udfff", "a"), ("\udfff", field, "a")]):
        answer = do(socket, "answer", id, run="my-unit", cell=cell, value={"text": text})
        assert "refused" in answer, place
    assert "refused" in do(console, "say", "t4", text="\ud800", groups=None)
    assert "seq" in do(socket, "answer", "c4", run="my-unit", cell=field, value={"text": "\ud83d\ude00"})

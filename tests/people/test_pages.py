"""The pages at the door, as a phone sees them."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import clock
from app.people import pins
from app.people.signin import SHARED_FOR
from tests.builders import (
    NOW,
    a_cohort,
    a_person,
    a_trainee,
    a_trainer,
    an_app,
    database_of,
    post,
    signed_in_client,
    the_keys,
    the_person,
)

PHONE, PIN = "94470 12345", "274193"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return an_app(tmp_path)


@pytest.fixture
def sreeja(app: Flask) -> int:
    return a_trainee(database_of(app), a_cohort(database_of(app)), "Sreeja", phone=PHONE, pin=PIN)


def come_in(client: FlaskClient, pin: str = PIN, **more: object) -> int:
    return post(client, "/login", page="/login?again=1", phone=PHONE, pin=pin, **more).status_code


def is_in(client: FlaskClient) -> bool:
    return client.get("/me").status_code == 200


def later(monkeypatch: pytest.MonkeyPatch, after: timedelta) -> None:
    moment = datetime.now(UTC) + after
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_phone_and_pin_lead_to_what_now(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    assert come_in(client) == 302
    assert "Sreeja" in client.get("/").text


def test_a_wrong_pin_is_told_in_its_place_and_the_number_stays(app: Flask, sreeja: int) -> None:
    response = post(app.test_client(), "/login", page="/login", phone=PHONE, pin="999111")
    assert response.status_code == 422
    assert "do not fit together" in response.text
    assert f'value="{PHONE}"' in response.text
    assert "999111" not in response.text


def test_who_came_for_a_page_is_led_there_after_coming_in(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    assert client.get("/me?x=1").location == "/login?next=/me?x%3D1"
    assert post(client, "/login", phone=PHONE, pin=PIN, next="/me").location == "/me"


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "/a\nb", "me"])
def test_nobody_is_led_elsewhere_after_coming_in(app: Flask, sreeja: int, elsewhere: str) -> None:
    assert post(app.test_client(), "/login", phone=PHONE, pin=PIN, next=elsewhere).location == "/"


def test_a_phone_that_is_hers_knows_her_without_a_session(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    client.delete_cookie("koottam")
    assert is_in(client)


def test_somebody_elses_phone_keeps_nothing(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client, shared="yes")
    assert client.get_cookie("koottam-known") is None
    assert client.get_cookie("koottam-names") is None
    client.delete_cookie("koottam")
    assert not is_in(client)


def test_somebody_elses_phone_signs_her_out_after_a_training_day(
    app: Flask, sreeja: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = app.test_client()
    come_in(client, shared="yes")
    later(monkeypatch, SHARED_FOR - timedelta(minutes=1))
    assert is_in(client)
    later(monkeypatch, SHARED_FOR + timedelta(minutes=1))
    assert not is_in(client)


def test_coming_in_on_a_phone_ends_whoever_was_in_before(app: Flask, sreeja: int) -> None:
    client = signed_in_client(app, a_trainer(database_of(app)))
    come_in(client)
    assert "Sreeja" in client.get("/me").text
    assert "Ammini" not in client.get("/me").text


def test_a_phone_knows_two_people_and_each_needs_only_her_pin(app: Flask, sreeja: int) -> None:
    rema = a_person(database_of(app), "Rema", phone="94470 54321", pin="518306")
    client = app.test_client()
    come_in(client)
    post(client, "/login", page="/login?again=1", phone="94470 54321", pin="518306")
    page = client.get("/login?again=1").text
    assert re.findall(r"/login\?who=(\d+)", page) == [str(rema), str(sreeja)]
    assert "Sreeja" in client.get(f"/login?again=1&who={sreeja}").text
    assert post(client, "/login", page="/login?again=1", who=sreeja, pin=PIN).status_code == 302
    assert "Sreeja" in client.get("/me").text


def test_a_phone_names_nobody_it_does_not_know(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    assert "Sreeja" not in client.get(f"/login?who={sreeja}").text
    assert post(client, "/login", page="/login", who=sreeja, pin=PIN).status_code == 422
    client.set_cookie("koottam-names", f"[{sreeja}]")
    assert "Sreeja" not in client.get("/login").text


def test_signing_out_ends_it_and_the_phone_still_knows_the_name(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    post(client, "/logout", page="/me")
    assert not is_in(client)
    assert "Sreeja" in client.get("/login").text


def test_signing_out_can_make_the_phone_forget_the_name(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    post(client, "/logout", page="/me", forget="yes")
    assert "Sreeja" not in client.get("/login").text


def test_leaving_is_told_with_the_name_of_this_sign_in(app: Flask, sreeja: int) -> None:
    told: list[tuple[int, str | None]] = []
    app.extensions["on_logout"][:] = [lambda person, sign_in: told.append((person, sign_in))]
    client = app.test_client()
    come_in(client)
    with client.session_transaction() as session:
        name = session["sign_in"]
    post(client, "/logout", page="/me")
    assert told == [(sreeja, name)]


def test_after_signing_out_the_back_button_shows_nothing_of_her(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    assert client.get("/").headers["Cache-Control"] != "no-store"
    come_in(client)
    assert {client.get(page).headers["Cache-Control"] for page in ("/", "/me")} == {"no-store"}


def test_another_person_comes_in_while_the_first_is_still_signed_in(app: Flask, sreeja: int) -> None:
    rema = a_person(database_of(app), "Rema", phone="94470 54321", pin="518306")
    client = app.test_client()
    come_in(client)
    assert client.get("/login").status_code == 302
    assert client.get("/login?again=1").status_code == 200
    post(client, "/login", page="/login?again=1", phone="94470 54321", pin="518306")
    assert client.get(f"/login?who={sreeja}").status_code == 200
    assert post(client, "/login", page=f"/login?who={sreeja}", who=sreeja, pin=PIN).status_code == 302
    assert "Sreeja" in client.get("/me").text
    assert rema != sreeja


def test_a_form_of_another_page_changes_nothing(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    assert client.post("/login", data={"phone": PHONE, "pin": PIN}).status_code == 400
    come_in(client)
    assert client.post("/logout").status_code == 400
    assert is_in(client)


def test_a_new_pin_by_the_trainer_signs_every_phone_out(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    pins.reset_pin(database_of(app), the_keys(), sreeja, None, NOW)
    assert not is_in(client)


# ---- the slip ----


def slip_of(app: Flask, person: int) -> str:
    return f"/s/{pins.issue_slips(database_of(app), the_keys(), [person], None, NOW)[0].token}"


def test_opening_a_slip_signs_nobody_in_and_a_tap_does(app: Flask, sreeja: int) -> None:
    client, slip = app.test_client(), slip_of(app, sreeja)
    page = client.get(slip)
    assert "Sreeja" in page.text
    assert not is_in(client)
    assert post(client, slip, page=slip).location == "/"
    assert "Sreeja" in client.get("/me").text


def test_a_slips_page_is_kept_by_no_cache_and_listed_nowhere(app: Flask, sreeja: int) -> None:
    page = app.test_client().get(slip_of(app, sreeja))
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_a_revoked_slip_and_one_that_never_was_show_the_same_page(app: Flask, sreeja: int) -> None:
    client, slip = app.test_client(), slip_of(app, sreeja)
    token = re.search(r'csrf_token" value="([^"]+)', client.get(slip).text)
    database_of(app).write(lambda session: pins.revoke_slip(session, sreeja, NOW))
    revoked, unknown = client.get(slip), client.get("/s/never-was")
    assert (revoked.status_code, revoked.text) == (unknown.status_code, unknown.text)
    assert revoked.status_code == 404
    assert token
    assert client.post(slip, data={"csrf_token": token[1]}).status_code == 404
    assert not is_in(client)


# ---- trainers, and the own page ----


def test_a_trainer_comes_in_by_password_and_is_asked_again_after_a_miss(app: Flask) -> None:
    a_trainer(database_of(app), "Ammini", password="three dry boats")
    client = app.test_client()
    miss = post(client, "/login/trainer", login_name="ammini", password="three wet boats")
    assert (miss.status_code, 'value="ammini"' in miss.text, "wet boats" in miss.text) == (422, True, False)
    assert post(client, "/login/trainer", login_name="ammini", password="three dry boats").status_code == 302
    assert "Ammini" in client.get("/").text


def test_who_has_a_pin_shows_that_she_knows_it_before_choosing_another(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    assert post(client, "/me/pin", page="/me", now="999111", pin="518306").status_code == 422
    assert post(client, "/me/pin", page="/me", now=PIN, pin="518306").location == "/me"
    assert is_in(client)  # this phone stays in; others do not
    assert come_in(app.test_client(), pin="518306") == 302
    assert come_in(app.test_client()) == 422


def test_a_guest_chooses_a_pin_with_her_number(app: Flask) -> None:
    guest = a_trainee(database_of(app), a_cohort(database_of(app)), "Sreeja")
    client = signed_in_client(app, guest)
    assert post(client, "/me/pin", page="/me", phone=PHONE, pin=PIN).location == "/me"
    assert come_in(app.test_client()) == 302


def test_a_trainer_changes_her_password_knowing_the_old_one(app: Flask) -> None:
    client = signed_in_client(app, a_trainer(database_of(app), "Ammini", password="three dry boats"))
    wrong = post(client, "/me/password", page="/me", now="three wet boats", password="four dry boats")
    assert wrong.status_code == 422
    assert post(client, "/me/password", page="/me", now="three dry boats", password="four dry boats").location == "/me"
    again = post(app.test_client(), "/login/trainer", login_name="ammini", password="four dry boats")
    assert again.status_code == 302


def test_who_comes_by_pin_has_no_password_to_change(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    assert (
        "so there is no password" in post(client, "/me/password", page="/me", now=PIN, password="four dry boats").text
    )


def test_a_guest_who_was_joined_goes_on_as_the_person_on_the_same_phone(app: Flask, sreeja: int) -> None:
    from app.cohorts import guests

    database = database_of(app)
    guest = database.write(lambda db: guests.join_as_guest(db, the_keys().phones, 1, "Sree", NOW))
    client = signed_in_client(app, guest)
    assert "Sree<" in client.get("/me").text
    database.write(lambda db: guests.merge_guest(db, 1, guest, sreeja))
    assert "Sreeja<" in client.get("/me").text


def test_a_void_cookie_is_nobodys(app: Flask, sreeja: int) -> None:
    for cookie_id in ("", "x", f"{sreeja}", f"{sreeja}.99", "99.1", f"{sreeja}.x"):
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = cookie_id
        assert not is_in(client)


def test_her_number_is_on_her_own_page_and_nowhere_in_a_peers(app: Flask, sreeja: int) -> None:
    client = app.test_client()
    come_in(client)
    assert "94470 12345" in client.get("/me").text
    peer = signed_in_client(app, a_trainee(database_of(app), 1, "Rema"))
    assert not any("94470" in peer.get(page).text for page in ("/", "/me", "/cohorts"))
    assert the_person(database_of(app), sreeja).phone_hash

"""The guard: what a route must say, and what becomes of a stranger."""

from pathlib import Path

import pytest
from flask import Flask

from app.people.access import allows, public, scope_finders
from app.people.rules import Role, Scope
from app.people.signin import current_person, signed_in
from tests.builders import a_cohort, a_person, a_trainer, an_app, an_official, database_of, signed_in_client


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return an_app(tmp_path)


def test_a_route_that_says_nothing_is_closed_to_everybody(app: Flask) -> None:
    app.add_url_rule("/forgotten", view_func=lambda: "open")
    admin = signed_in_client(app, an_official(database_of(app), Role.ADMINISTRATOR))
    assert [app.test_client().get("/forgotten").status_code, admin.get("/forgotten").status_code] == [404, 404]


def test_a_public_route_is_open(app: Flask) -> None:
    app.add_url_rule("/open", view_func=public(lambda: "open"))
    assert app.test_client().get("/open").text == "open"


def test_a_verb_is_checked_in_the_scope_of_the_argument(app: Flask) -> None:
    database = database_of(app)
    one, other = a_cohort(database, "One"), a_cohort(database, "Other")

    @allows("lead-meeting", of="cohort")
    def lead(cohort: int) -> str:
        return f"leads {cohort}"

    app.add_url_rule("/lead/<int:cohort>", view_func=lead)
    client = signed_in_client(app, a_trainer(database, cohort=one))
    assert client.get(f"/lead/{one}").text == f"leads {one}"
    assert client.get(f"/lead/{other}").status_code == 404
    assert client.get("/lead/99").status_code == 404


def test_a_scope_may_be_found_by_any_package(app: Flask) -> None:
    database = database_of(app)
    cohort = a_cohort(database)
    scope_finders(app)["thing"] = lambda _session, name: Scope(1, cohort) if name == "mine" else None

    @allows("lead-meeting", of="thing")
    def look(thing: str) -> str:
        return thing

    app.add_url_rule("/things/<thing>", view_func=look)
    client = signed_in_client(app, a_trainer(database, cohort=cohort))
    assert [client.get(f"/things/{name}").status_code for name in ("mine", "yours")] == [200, 404]


def test_a_route_may_not_name_a_verb_nobody_knows() -> None:
    with pytest.raises(ValueError, match="no role knows the verb"):
        allows("fly")


def test_a_stranger_is_asked_to_sign_in_and_a_script_is_told_so(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/me", headers={"Accept": "text/html"}).location == "/login?next=/me"
    told = client.get("/me", headers={"Accept": "application/json"})
    assert (told.status_code, told.json["refused"]) == (409, "sign-in")  # type: ignore[index]


def test_everybody_who_is_signed_in_may_come_in(app: Flask) -> None:
    client = signed_in_client(app, a_person(database_of(app), "Guest"))
    assert [client.get(page).status_code for page in ("/", "/me")] == [200, 200]


def test_on_a_public_route_nobody_need_be_signed_in(app: Flask) -> None:
    with app.test_request_context():
        assert current_person() is None
        with pytest.raises(LookupError):
            signed_in()

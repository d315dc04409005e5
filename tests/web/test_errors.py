"""What cannot be done is said in plain words, as a page or as JSON, and gives no hint of what is hidden."""

from collections.abc import Callable

import pytest
from flask import Flask, abort, request
from sqlalchemy.exc import OperationalError

from app.errors import NotFound, Rejected

JSON = {"Accept": "application/json"}


@pytest.fixture
def app(an_app: Callable[..., Flask]) -> Flask:
    app = an_app()

    @app.get("/refused")
    def refused() -> str:
        raise Rejected("already-closed", "This activity is closed.")

    @app.get("/not-yours")
    def not_yours() -> str:
        raise NotFound

    @app.get("/fault")
    def fault() -> str:
        raise RuntimeError("the secret name of a table")

    @app.get("/busy")
    def busy() -> str:
        raise OperationalError("select", {}, Exception("database is locked"))

    @app.get("/stop/<int:status>")
    def stop(status: int) -> str:
        abort(status)

    @app.post("/form")
    def form() -> str:
        return "received"

    return app


def test_a_refusal_says_why(app: Flask) -> None:
    answer = app.test_client().get("/refused")
    assert answer.status_code == 409
    assert "This activity is closed." in answer.text


def test_a_script_gets_the_code_of_a_refusal(app: Flask) -> None:
    answer = app.test_client().get("/refused", headers=JSON)
    assert (answer.status_code, answer.json) == (409, {"refused": "already-closed", "why": "This activity is closed."})


def test_what_is_not_yours_looks_like_what_does_not_exist(app: Flask) -> None:
    client = app.test_client()
    hidden, missing = client.get("/not-yours"), client.get("/no-such-page")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.text == missing.text


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 429, 500, 503])
def test_every_number_has_words(app: Flask, status: int) -> None:
    client = app.test_client()
    page, data = client.get(f"/stop/{status}"), client.get(f"/stop/{status}", headers=JSON)
    assert (page.status_code, data.status_code) == (status, status)
    assert str(status) not in page.text
    assert set(data.get_json()) == {"refused", "why"}


def test_a_fault_of_ours_is_told_by_a_number_only(app: Flask) -> None:
    page = app.test_client().get("/fault")
    assert page.status_code == 500
    assert "Say this number: " in page.text
    assert "secret name" not in page.text
    assert "Traceback" not in page.text


def test_a_database_that_does_not_answer_means_try_again(app: Flask) -> None:
    assert app.test_client().get("/busy", headers=JSON).get_json()["refused"] == "busy"


def test_a_form_without_the_token_of_this_session_is_not_taken(app: Flask) -> None:
    answer = app.test_client().post("/form", data={"name": "x"}, headers=JSON)
    assert (answer.status_code, answer.get_json()["refused"]) == (400, "stale-form")


def test_json_is_taken_with_the_token_in_a_header(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/token", view_func=lambda: app.jinja_env.globals["csrf_meta"]())
    app.add_url_rule("/answer", view_func=lambda: "received", methods=["POST"], endpoint="answer")
    client = app.test_client()
    token = client.get("/token").text.split('"')[3]
    assert client.post("/answer", json={}, headers={"X-CSRFToken": token}).text == "received"
    assert client.post("/answer", json={}, headers={"X-CSRFToken": token[:-1]}).status_code == 400


def test_a_form_too_large_is_refused(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    app.add_url_rule("/read", endpoint="read", view_func=lambda: request.get_data(), methods=["POST"])
    answer = app.test_client().post("/read", data=b"x" * 5_000_001, headers=JSON)
    assert (answer.status_code, answer.get_json()["refused"]) == (413, "too-large")

"""Guessing is slowed down by account, not by address: a class shares one address."""

from collections.abc import Callable

from flask import Flask, session

from app.web.limits import spend


def test_the_fourth_try_of_an_account_is_one_too_many_and_others_go_on(an_app: Callable[..., Flask]) -> None:
    app = an_app()

    @app.get("/try/<account>")
    def attempt(account: str) -> str:
        spend("3 per minute", "pin", account)
        return "tried"

    client = app.test_client()
    assert [client.get("/try/sreeja").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert client.get("/try/latha").status_code == 200


def test_people_who_are_not_signed_in_are_not_counted_together(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/page", view_func=lambda: "read")
    client = app.test_client()
    assert {client.get("/page").status_code for _ in range(650)} == {200}


def test_an_account_in_an_endless_loop_is_stopped(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/page", view_func=lambda: "read")
    app.add_url_rule("/enter", endpoint="enter", view_func=lambda: session.update(_user_id="7") or "in")
    client = app.test_client()
    client.get("/enter")
    answers = [client.get("/page").status_code for _ in range(601)]
    assert (answers[0], answers[-1]) == (200, 429)

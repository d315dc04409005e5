"""The browser is told to run nothing that is not our own."""

from collections.abc import Callable

from flask import Flask, render_template_string

PAGE = "{% extends 'base.html' %}{% block title %}A page{% endblock %}{% block main %}{{ icon('help') }}{% endblock %}"


def directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(an_app: Callable[..., Flask]) -> None:
    policy = an_app().test_client().get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert directives(policy) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "media-src": "'self' blob:",
        "connect-src": "'self' ws://localhost wss://localhost",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_a_made_up_host_gets_nothing_into_the_policy(an_app: Callable[..., Flask]) -> None:
    answer = an_app().test_client().get("/", headers={"Host": "a; script-src *"})
    assert "*" not in answer.headers["Content-Security-Policy"]


def test_what_cannot_act_is_sent_without_policies(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/data", view_func=lambda: {"a": 1})
    app.add_url_rule("/worker", endpoint="worker", view_func=lambda: ("", {"Service-Worker-Allowed": "/"}))
    client = app.test_client()
    assert "Content-Security-Policy" not in client.get("/data").headers
    assert client.get("/data").headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in client.get("/worker").headers


def test_pages_are_kept_by_nobody_but_the_person(an_app: Callable[..., Flask]) -> None:
    answer = an_app().test_client().get("/")
    assert (answer.cache_control.private, answer.cache_control.no_cache) == (True, True)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_only_over_https_is_https_asked_for_ever(an_app: Callable[..., Flask]) -> None:
    client = an_app().test_client()
    assert "Strict-Transport-Security" not in client.get("/").headers
    assert "Strict-Transport-Security" in client.get("/", base_url="https://localhost").headers


def test_the_base_page_has_no_inline_script_or_style(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/page", view_func=lambda: render_template_string(PAGE))
    page = app.test_client().get("/page").text
    assert page.startswith("<!doctype html>")
    assert "style=" not in page
    assert "<style" not in page
    assert "onclick" not in page
    assert page.count("<script") == page.count('<script type="module" src="/static/dist/')


def test_the_base_page_ends_with_the_icons_that_were_drawn(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/page", view_func=lambda: render_template_string(PAGE))
    page = app.test_client().get("/page").text
    assert '<use href="#help"/>' in page
    assert page.count('<symbol id="help"') == 1
    assert '<symbol id="clock"' not in page


def test_long_pages_travel_compressed_and_short_ones_as_they_are(an_app: Callable[..., Flask]) -> None:
    app = an_app()
    app.add_url_rule("/long", view_func=lambda: "word " * 1_000)
    app.add_url_rule("/short", endpoint="short", view_func=lambda: "word")
    client = app.test_client()
    long, short = (client.get(page, headers={"Accept-Encoding": "gzip"}) for page in ("/long", "/short"))
    assert (long.content_encoding, short.content_encoding) == ("gzip", None)
    assert len(long.data) < 100
    assert "Accept-Encoding" in long.headers["Vary"]
    assert client.get("/long").text == "word " * 1_000

"""Built files: found by their plain name, kept for ever by phones, sent in the smallest form."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app.web import assets, i18n


@pytest.fixture
def app(an_app: Callable[..., Flask], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An application whose build made one script with one chunk, and a service worker."""
    for name in ("phone-A1.js", "phone-A1.js.gz", "phone-A1.js.br", "phone-part-B2.js", "sw.js"):
        (tmp_path / name).write_text(name)
    manifest = {"phone.js": {"file": "phone-A1.js", "gz": 11, "loads": ["phone-part-B2.js"]}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    monkeypatch.setattr(assets, "DIST", tmp_path)
    return an_app()


def test_a_page_names_the_file_of_this_build(app: Flask) -> None:
    with app.app_context():
        assert assets.asset("phone.js") == "/static/dist/phone-A1.js"
        assert assets.script("phone.js") == (
            '<link rel="modulepreload" href="/static/dist/phone-part-B2.js">'
            '<script type="module" src="/static/dist/phone-A1.js"></script>'
        )


def test_a_script_comes_in_the_language_of_the_page(app: Flask, tmp_path: Path) -> None:
    malayalam = {"file": "phone.ml-D4.js", "gz": 12, "loads": ["phone.ml-part-E5.js"]}
    english = json.loads((tmp_path / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps(english | {"phone.ml.js": malayalam}))
    with app.test_request_context("/?lang=ml"):
        assert assets.script("phone.js") == (
            '<link rel="modulepreload" href="/static/dist/phone.ml-part-E5.js">'
            '<script type="module" src="/static/dist/phone.ml-D4.js"></script>'
        )
        assert i18n.catalogue() is None  # its words are in it
        assert "phone-A1.js" not in assets.script("phone.js")
    with app.test_request_context("/?lang=en"):
        assert "phone-A1.js" in assets.script("phone.js")


def test_a_script_that_was_not_built_in_a_language_is_the_english_one_with_a_file_of_words(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    (tmp_path / "files.json").write_text('{"ml": "ml-1.json"}')
    with app.test_request_context("/?lang=ml"):
        assert "phone-A1.js" in assets.script("phone.js")
        assert i18n.catalogue() == "/static/dist/i18n/ml-1.json"


def test_without_a_build_a_page_still_comes(app: Flask) -> None:
    with app.app_context():
        assert assets.asset("console.js") == "/static/dist/console.js"


def test_a_new_build_is_seen_without_a_restart(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        assets.asset("phone.js")
        (tmp_path / "manifest.json").write_text('{"phone.js": {"file": "phone-C3.js", "gz": 1, "loads": []}}')
        assert assets.asset("phone.js") == "/static/dist/phone-C3.js"


@pytest.mark.parametrize(
    ("accepted", "encoding", "sent"),
    [("gzip, br", "br", "phone-A1.js.br"), ("gzip", "gzip", "phone-A1.js.gz"), ("", None, "phone-A1.js")],
)
def test_the_smallest_form_the_browser_understands_is_sent(
    app: Flask, accepted: str, encoding: str | None, sent: str
) -> None:
    answer = app.test_client().get("/static/dist/phone-A1.js", headers={"Accept-Encoding": accepted})
    assert (answer.content_encoding, answer.data.decode()) == (encoding, sent)
    assert answer.mimetype == "text/javascript"
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_phone_asks_for_a_built_file_once(app: Flask) -> None:
    control = app.test_client().get("/static/dist/phone-A1.js").cache_control
    assert (control.max_age, control.immutable, control.private) == (assets.YEAR_SECONDS, True, None)


def test_the_service_worker_is_asked_for_each_time_and_looks_after_all_pages(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/static/dist/sw.js")
    assert answer.cache_control.no_cache
    assert answer.headers["Service-Worker-Allowed"] == "/"
    again = client.get("/static/dist/sw.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("name", ["no-such.js", "../img/icons.svg", "%2e%2e/img/icons.svg"])
def test_only_built_files_are_sent(app: Flask, name: str) -> None:
    answer = app.test_client().get(f"/static/dist/{name}")
    answer.close()
    assert answer.status_code == 404 or "/dist/" not in answer.request.path

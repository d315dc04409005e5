"""Where pages are looked for, and what a misspelt name does."""

from collections.abc import Callable

import pytest
from flask import Flask, render_template, render_template_string
from jinja2 import TemplateNotFound, UndefinedError

from app.settings import ROOT
from app.web import templating


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("base.html", "app/web/templates/base.html"),
        ("people/login.html", "app/people/templates/login.html"),
        ("people/parts/name.html", "app/people/templates/parts/name.html"),
        ("kinds/poll/paper.html", "app/activities/poll/templates/paper.html"),
    ],
)
def test_a_template_lies_in_the_package_its_name_begins_with(name: str, file: str) -> None:
    folder, rest = templating._home(name)
    assert folder / rest == ROOT / file


def test_a_template_that_is_missing_is_told_by_its_own_name(an_app: Callable[..., Flask]) -> None:
    with an_app().test_request_context("/"), pytest.raises(TemplateNotFound, match=r"people/no-such-page\.html"):
        render_template("people/no-such-page.html")


@pytest.mark.parametrize("name", ["people/../../../README.md", "../settings.py"])
def test_no_template_lies_outside(an_app: Callable[..., Flask], name: str) -> None:
    with an_app().test_request_context("/"), pytest.raises(TemplateNotFound):
        render_template(name)


def test_a_misspelt_name_is_an_error(an_app: Callable[..., Flask]) -> None:
    with an_app().test_request_context("/"), pytest.raises(UndefinedError):
        render_template_string("{{ persn.name }}")


def test_a_misspelt_icon_is_an_error(an_app: Callable[..., Flask]) -> None:
    with an_app().test_request_context("/"), pytest.raises(LookupError, match="no icon 'hlep'"):
        render_template_string("{{ icon('hlep') }}")


def test_icons_that_only_a_script_draws_can_be_named(an_app: Callable[..., Flask]) -> None:
    with an_app().test_request_context("/"):
        page = render_template_string("{{ icons('tick', 'help', 'tick') }}")
    assert page.count("<symbol") == 2

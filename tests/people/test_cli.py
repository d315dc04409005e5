"""What an operator types to make an administrator."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app import clock
from app.people import door
from tests.builders import an_app, database_of, the_keys


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return an_app(tmp_path)


def create(app: Flask, password: str) -> Result:
    args = ["people", "create-admin", "Asha", "--organisation", "Jeevika", "--login", "asha", "--password", password]
    return app.test_cli_runner().invoke(args=args)


def test_an_administrator_is_made_and_comes_in(app: Flask) -> None:
    result = create(app, "three dry boats")
    assert result.exit_code == 0
    assert result.output == "Asha is an administrator of Jeevika and signs in as asha at /login/trainer.\n"
    assert door.log_in_by_password(database_of(app), the_keys(), "asha", "three dry boats", clock.now()).name == "Asha"


def test_a_weak_password_is_refused_in_words(app: Flask) -> None:
    result = create(app, "short")
    assert result.exit_code == 1
    assert "at least ten characters" in result.output
    assert "short" not in result.output.replace("short.", "")

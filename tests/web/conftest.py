"""An application with nothing but the plumbing, so that these tests know no word of the domain."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app import web
from app.settings import ROOT, Secrets, Settings
from app.web.catalogues import TRANSLATIONS

AnApp = Callable[..., Flask]


@pytest.fixture
def an_app(tmp_path: Path) -> AnApp:
    """`an_app(pseudo=True)`: an application with these settings and no pages yet."""

    def make(translations: Path = TRANSLATIONS, **settings: object) -> Flask:
        app = Flask("app", static_folder=str(ROOT / "static"))
        app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(translations)
        app.extensions["settings"] = Settings(
            data=tmp_path, database_url="sqlite://", secrets=Secrets("for tests", "for tests"), **settings
        )
        web.init_app(app)
        return app

    return make

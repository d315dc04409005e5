"""The first page: for a visitor what this is and the ways in, for a person the one next thing; and all components."""

from flask import Flask

from app.home import demo, pages


def init_app(app: Flask) -> None:
    app.register_blueprint(pages.pages)
    app.cli.add_command(demo.demo)

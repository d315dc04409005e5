"""Looking at a day again, alone: in running order, what one did, what the class did, the right answer and why."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Add the pages `/m/<meeting>/review`."""
    from app.review import pages

    app.register_blueprint(pages.blueprint)

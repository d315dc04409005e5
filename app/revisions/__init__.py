"""Before a course is published anew: what the edit would do to the answers that people have given."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Add the page `/courses/<course>/changes`, and tell `flask courses publish --dry-run` of the answers."""
    from app.curriculum import foresight
    from app.revisions import pages, queries

    app.register_blueprint(pages.blueprint)
    foresight.offer_answers(app, queries.answers_given)

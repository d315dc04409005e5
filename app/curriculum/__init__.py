"""Courses: folders of Markdown, checked to the column, published into the database, read without an account.

What the other packages use
- `content(session, hash)`, `current(session, course, module, lang)`: published modules, as README.md describes them
- `in_other_languages(session, hash)`: a version in other words; `one_record(contents)`: each accepts those of all
- `course_card(session, course)`, `courses(session)`: what a course is called and which of its days are published
- `publish(session, path)`: takes every sound module of a folder into the database; `library(path)` only reads it
- `public(module)`: a module without answers, reasons and trainers' notes
"""

from flask import Flask

from app.curriculum.face import public
from app.curriculum.library import library
from app.curriculum.publish import Published, publish
from app.curriculum.queries import content, course_card, courses, current, in_other_languages
from app.curriculum.renditions import one_record

__all__ = [
    "Published",
    "content",
    "course_card",
    "courses",
    "current",
    "in_other_languages",
    "init_app",
    "library",
    "one_record",
    "public",
    "publish",
]


def init_app(app: Flask) -> None:
    """Add the pages of the courses and the commands `flask courses …`."""
    from app.curriculum.cli import courses as commands  # they import what is above
    from app.curriculum.pages import blueprint
    from app.curriculum.paper_pages import blueprint as on_paper

    app.register_blueprint(blueprint)
    app.register_blueprint(on_paper)
    app.cli.add_command(commands)

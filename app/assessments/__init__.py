"""The same ten questions before and after a course, what each person gained by it, and what she may look at next.

What the other packages use
- `queries.offers(session, cohort, person, now)`: which assessments somebody could answer now, for lists
"""

from flask import Flask


def init_app(app: Flask) -> None:
    """Add the pages `/cohorts/<cohort>/assessment/<course>` and `/cohorts/<cohort>/progress/<course>` of a batch."""
    from app.assessments import pages, progress_pages, queries, results_pages  # they import what is above
    from app.curriculum.foresight import offer_answers

    offer_answers(app, queries.answers_given)

    for part in (pages, results_pages, progress_pages):
        app.register_blueprint(part.blueprint)

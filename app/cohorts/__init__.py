"""Batches: which people go through a course together, where, when, and who leads them.

What the other packages use
- `queries`: `standing`, `roster`, `trainers`, `guests_waiting`, `cohorts_led_by`, `cohorts_of`, `timetable`
- `actions`, `guests`: what is done with batches and with those who come by code
- `links.meeting_link`: a link to Zoom, Teams or Meet, or a refusal
"""

from flask import Flask

from app.cohorts import days_pages, joining, pages, people_pages, queries, slips, trainer_pages
from app.people.access import grant_sources, scope_finders


def init_app(app: Flask) -> None:
    """Enrolment and teaching give rights from here on; the pages of batches are there."""
    scope_finders(app)["cohort"] = queries.scope_of_cohort
    grant_sources(app).append(queries.grants_in_cohorts)
    for part in (pages, people_pages, trainer_pages, days_pages, slips, joining):
        app.register_blueprint(part.pages)

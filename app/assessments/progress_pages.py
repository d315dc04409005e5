"""Her own page of a course: day by day what is firm, two things to look at again at most, and the next step."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from sqlalchemy.orm import Session

from app import clock, curriculum
from app.assessments import progress, queries
from app.assessments.marking import Marker
from app.assessments.paper import questions
from app.assessments.progress import Line
from app.assessments.queries import Offer
from app.assessments.rules import Phase, Round
from app.cohorts import queries as cohorts
from app.cohorts.days import Day, days_of, next_day
from app.cohorts.pages import database
from app.errors import NotFound
from app.live.meetings import live_of
from app.people.access import allows, keep_private
from app.people.signin import signed_in
from app.web.i18n import language

blueprint = Blueprint("progress", __name__, url_prefix="/cohorts/<int:cohort>/progress/<slug>")
blueprint.after_request(keep_private)


@dataclass(frozen=True, slots=True)
class Shown:
    """One day with its line."""

    day: Day
    line: Line


@blueprint.get("")
@allows("take-assessment", of="cohort")
def page(cohort: int, slug: str) -> str:
    """Her progress in this course of her batch."""
    me, now = signed_in().id, clock.now()
    live_of().look()  # what was published since changes what is right
    with database().read() as session:
        batch = cohorts.cohort_named(session, cohort)
        days = [day for day in days_of(session, batch, now) if day.entry.course == slug]
        if not days:
            raise NotFound
        wrong = _still_wrong(session, cohort, slug, me)
        offers = queries.offers(session, cohort, me, now, language())
        title = curriculum.course_card(session, slug, language())["title"]
    shown = [Shown(day, _line(day, me, wrong.get(day.number, 0))) for day in days]
    again = progress.again([one.line for one in shown])
    by_number = {one.day.number: one for one in shown}
    return render_template(
        "assessments/progress.html",
        cohort=batch,
        course=slug,
        title=title,
        shown=shown,
        again=[by_number[line.number] for line in again],
        next_day=next_day(days),
        offer=next((one for one in offers if one.course == slug), None),
        waits=_waits,
    )


def _line(day: Day, person: int, still_wrong: int) -> Line:
    if day.room is None:
        return Line(day.number, None, day.is_over, still_wrong)
    return Line(day.number, progress.doing(live_of().runner.room(day.room.id), person), day.is_over, still_wrong)


def _waits(offer: Offer | None) -> bool:
    """Whether there are questions to answer now."""
    return offer is not None and offer.phase in (Phase.BEFORE, Phase.AFTER) and offer.answered < offer.of


def _still_wrong(session: Session, cohort: int, course: str, person: int) -> dict[int, int]:
    """Day -> questions that were not right the second time; nothing before she has ended it."""
    attempt = queries.attempt_of(session, cohort, course, person, Round.AFTER)
    if attempt is None or attempt.done_at is None:
        return {}
    marked = Marker(session).marked(queries.answers_in(session, [attempt.id])[attempt.id])
    found: dict[int, int] = {}
    for question in questions(queries.exam(session, course).module):
        is_wrong = question.id not in marked or marked[question.id].right is False  # what is set aside is neither
        if question.day is not None and is_wrong:
            found[question.day] = found.get(question.day, 0) + 1
    return found

"""The page on which a trainee answers the questions before and after, and what her phone asks and says there.

The rules of this file
- An answer is called received only after it is stored; a refusal is `{refused, why}`, as in a meeting.
- Trainers have a page of their own (`results_pages`); nobody answers for somebody else.
"""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request
from flask_babel import gettext as _
from pydantic import BaseModel, Field, ValidationError

from app import clock
from app.assessments import actions, queries, shown
from app.assessments.actions import Writing
from app.assessments.queries import Exam
from app.assessments.rules import Round, Times
from app.cohorts.pages import database
from app.errors import Rejected
from app.live.exchange import age_of, client_id
from app.live.facts import iso
from app.live.meetings import data_set
from app.people.access import allows
from app.people.signin import signed_in
from app.web.i18n import language

blueprint = Blueprint("assessments", __name__, url_prefix="/cohorts/<int:cohort>/assessment/<slug>")

Json = dict[str, Any]


class Sent(BaseModel):
    """What a phone sends, beside its id and the age of the writing. `run`: round/question, such as `before/q-3`."""

    type: str = Field(max_length=20)
    run: str = Field("", max_length=200)
    cell: str = Field("", max_length=200)
    value: Any = None
    round: Round | None = None
    paper: int = 0


@blueprint.get("")
@allows("take-assessment", of="cohort")
def page(cohort: int, slug: str) -> str:
    """The questions; they come by `view`, and open without a line from then on."""
    found, _times = _here(cohort, slug)
    with database().read() as session:
        data = data_set(session)
    return render_template(
        "assessments/page.html",
        cohort=cohort,
        course=slug,
        title=found.module["title"],
        person=signed_in().id,
        data=data,
    )


@blueprint.get("/view.json")
@allows("take-assessment", of="cohort")
def view(cohort: int, slug: str) -> Response:
    """What she sees now."""
    return _view(cohort, slug)


@blueprint.post("/do")
@allows("take-assessment", of="cohort")
def do(cohort: int, slug: str) -> Response:
    """Begin, answer or end; what has become of it."""
    try:
        return _done(cohort, slug, _sent())
    except Rejected as refusal:
        return jsonify({"refused": refusal.code, "why": _(refusal.text), "now": iso(clock.now())})


def _done(cohort: int, slug: str, sent: Sent) -> Response:
    found, times = _here(cohort, slug)
    me, now = signed_in().id, clock.now()
    match sent.type:
        case "begin" if sent.round is not None:
            round = sent.round
            database().write(lambda session: actions.begin(session, cohort, me, found, round, times, now))
            return _view(cohort, slug)
        case "finish":
            database().write(lambda session: actions.finish(session, cohort, slug, me, now))
            return _view(cohort, slug)
        case "answer":
            writing = _writing(sent)
            seq = database().write(lambda session: actions.answer(session, cohort, slug, me, writing, times, now))
            return jsonify({"seq": seq, "now": iso(now)})
        case _:
            raise _unclear()


def _writing(sent: Sent) -> Writing:
    round, _slash, question = sent.run.partition("/")
    if round not in set(Round):
        raise _unclear()
    id, age = client_id(request.json), age_of(request.json)
    return Writing(id, Round(round), question, sent.cell, sent.value, sent.paper, age)


def _sent() -> Sent:
    try:
        return Sent.model_validate(request.get_json(silent=True))
    except ValidationError:
        raise _unclear() from None


def _unclear() -> Rejected:
    return Rejected("not-understood", "This page sent something that we could not read. Please load it again.")


def _here(cohort: int, slug: str) -> tuple[Exam, Times]:
    """The questions in her language, and when they are open. Raises `NotFound`."""
    with database().read() as session:
        found = queries.exam_of(session, cohort, slug, language())
        return found, queries.times_of(session, cohort, slug, clock.now())


def _view(cohort: int, slug: str) -> Response:
    found, times = _here(cohort, slug)
    me, now = signed_in().id, clock.now()
    _hand_out(cohort, slug, me, found)
    with database().read() as session:
        response = jsonify(shown.view(session, cohort, me, found, times, now))
    response.headers["Cache-Control"] = "no-store"
    return response


def _hand_out(cohort: int, slug: str, person: int, found: Exam) -> None:
    """Whoever has begun gets the present version, which may be new or in another language since then."""
    with database().read() as session:
        begun = [queries.attempt_of(session, cohort, slug, person, round) for round in Round]
        lacking = [one.id for one in begun if one and not queries.paper_now(session, one.id, found.content)]
    if lacking:
        database().write(lambda session: [actions.hand_out(session, one, found, clock.now()) for one in lacking])

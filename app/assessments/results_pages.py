"""The assessment of a batch for its trainers: who has answered, what the class knew before and after; and its times.

The rules of this file
- Names and single points are for the batch's own trainers (`see-answers`). Staff see the class, without small counts.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, flash, g, redirect, render_template, url_for
from flask_babel import format_datetime
from flask_babel import gettext as _
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Redirect

from app import clock
from app.assessments import actions, queries, rules
from app.assessments.queries import Exam, Rounds
from app.assessments.rules import Taken, Times
from app.assessments.sheet import Cell, csv_of
from app.cohorts import queries as cohorts
from app.cohorts.pages import database
from app.cohorts.queries import Member
from app.cohorts.tables import Cohort
from app.errors import Rejected
from app.people.access import allows, keep_private
from app.people.signin import signed_in
from app.web.forms import filled
from app.web.i18n import language

blueprint = Blueprint("assessment_results", __name__, url_prefix="/cohorts/<int:cohort>/assessment/<slug>")
blueprint.after_request(keep_private)


class TimesForm(BaseModel):
    """Empty: as the timetable says."""

    before_until: str = Field("", max_length=30)
    after_from: str = Field("", max_length=30)


@dataclass(frozen=True, slots=True)
class Someone:
    """One trainee and her two rounds; None: not begun."""

    member: Member
    before: Taken | None
    after: Taken | None

    @property
    def gain(self) -> int | None:
        both = self.before is not None and self.after is not None and self.before.counts and self.after.counts
        return rules.gain(self.before, self.after) if both and self.before and self.after else None


@dataclass(frozen=True, slots=True)
class Class:
    """Everything the page is about."""

    cohort: Cohort
    exam: Exam
    times: Times
    members: list[Member]
    rounds: Rounds

    def people(self) -> list[Someone]:
        before = {one.person: one for one in self.rounds.before}
        after = {one.person: one for one in self.rounds.after}
        return [Someone(member, before.get(member.id), after.get(member.id)) for member in self.members]


@blueprint.get("/results")
@allows("read-reports", of="cohort")
def results(cohort: int, slug: str) -> str:
    """The class, and for its trainers the names."""
    with database().read() as session:
        found = _class(session, cohort, slug)
        by_hand = queries.times_by_hand(session, cohort, slug)
    is_trainer = signed_in().may("see-answers", g.scope)
    picture = rules.picture([one.id for one in found.exam.asked], found.rounds.before, found.rounds.after)
    return render_template(
        "assessments/results.html",
        cohort=found.cohort,
        exam=found.exam,
        times=found.times,
        by_hand=by_hand,
        now=clock.now(),
        may_set=signed_in().may("set-timetable", g.scope),
        is_trainer=is_trainer,
        people=found.people() if is_trainer else [],
        picture=picture if is_trainer else rules.for_outsiders(picture),
        missed=_missed(found) if is_trainer else {},
        local=lambda at: _local(at, found.cohort),
        said=lambda at: format_datetime(_local(at, found.cohort), "EEE d MMM, HH:mm", rebase=False),
        LEAST=rules.LEAST,
    )


@blueprint.get("/results.csv")
@allows("see-answers", of="cohort")
def table(cohort: int, slug: str) -> Response:
    """One row a person: both rounds, question by question, and the gain."""
    with database().read() as session:
        found = _class(session, cohort, slug)
    response = Response(csv_of(_rows(found)), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="before-and-after-{cohort}.csv"'
    return response


@blueprint.post("/times")
@allows("set-timetable", of="cohort")
def set_times(cohort: int, slug: str) -> Redirect:
    """Other times for this batch, in its own time zone."""
    form = filled(TimesForm)
    with database().read() as session:
        queries.exam_of(session, cohort, slug)
        zone = ZoneInfo(cohorts.cohort_named(session, cohort).time_zone)
    before, after = _moment(form.before_until, zone), _moment(form.after_from, zone)
    try:
        database().write(lambda session: actions.set_times(session, cohort, slug, before, after))
    except Rejected as refusal:
        flash(_(refusal.text))
    else:
        flash(_("The times are set."))
    return redirect(url_for("assessment_results.results", cohort=cohort, slug=slug))


def _class(session: Session, cohort: int, slug: str) -> Class:
    now, found = clock.now(), queries.exam_of(session, cohort, slug, language())
    return Class(
        cohorts.cohort_named(session, cohort),
        found,
        queries.times_of(session, cohort, slug, now),
        cohorts.roster(session, cohort),
        queries.rounds_of(session, cohort, found, now),
    )


def _missed(found: Class) -> dict[str, list[Member]]:
    """Question -> who did not have it right the second time: whom to call, and for which day."""
    second = {one.person: one for one in found.rounds.after if one.counts}
    return {
        question.id: [
            member for member in found.members
            if member.id in second and not second[member.id].right.get(question.id, False)
            and question.id not in second[member.id].aside
        ]
        for question in found.exam.asked
    }  # fmt: skip


def _rows(found: Class) -> list[list[Cell]]:
    ids = [one.id for one in found.exam.asked]
    head: list[Cell] = [_("Name"), _("Points before"), _("Points after"), _("Gain")]
    head += [_("Before: question %(n)s", n=at) for at in range(1, len(ids) + 1)]
    head += [_("After: question %(n)s", n=at) for at in range(1, len(ids) + 1)]
    rows = [head]
    for one in found.people():
        points: list[Cell] = [taken.points if taken and taken.counts else None for taken in (one.before, one.after)]
        marks = [_mark(taken, id) for taken in (one.before, one.after) for id in ids]
        rows.append([one.member.name, *points, one.gain, *marks])
    return rows


def _mark(taken: Taken | None, question: str) -> Cell:
    """1 right, 0 not right, empty: not answered."""
    right = taken.right.get(question) if taken else None
    return None if right is None else int(right)


def _local(at: datetime | None, cohort: Cohort) -> datetime | None:
    return None if at is None else at.astimezone(ZoneInfo(cohort.time_zone))


def _moment(text: str, zone: ZoneInfo) -> datetime | None:
    """What a browser's date and time field sends. Raises `Rejected` for anything else."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Rejected(
            "form-unclear", "This form did not arrive whole. Load the page again and send it once more."
        ) from None
    return found.replace(tzinfo=zone)

"""What an administrator does: found a batch, and say who leads it."""

from typing import Literal

from flask import Blueprint, flash
from flask_babel import gettext as _
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app import clock
from app.cohorts import actions, queries
from app.cohorts.pages import REFUSED, back_to_batch, batch_page, batches_page, database
from app.errors import NotFound, Rejected
from app.people.access import allows, keep_private
from app.people.actions import create_with_password
from app.people.keys import keys
from app.people.queries import credential_named
from app.people.rules import Role
from app.people.signin import signed_in, tell_left
from app.people.tables import Person
from app.web.forms import filled

pages = Blueprint("cohort_trainers", __name__, url_prefix="/cohorts")
pages.after_request(keep_private)


class CohortForm(BaseModel):
    name: str = Field("", max_length=200)
    district: str = Field("", max_length=200)
    blocks: str = Field("", max_length=2_000)
    time_zone: str = Field("Asia/Kolkata", max_length=60)


class TrainerForm(BaseModel):
    login_name: str = Field("", max_length=60)
    name: str = Field("", max_length=200)
    password: str = Field("", max_length=300)
    role: Literal[Role.MASTER_TRAINER, Role.ILO_TRAINER] = Role.MASTER_TRAINER


@pages.post("")
@allows("found-cohort")
def found() -> Response | tuple[str, int]:
    """A new batch of her organisation, with its district and blocks."""
    form, organisation = filled(CohortForm), signed_in().organisation

    def work(session: Session) -> int:
        district = actions.add_place(session, organisation, form.district).id if form.district.strip() else None
        for block in filter(str.strip, form.blocks.split(",")):
            if district is not None:
                actions.add_place(session, organisation, block, district)
        cohort = actions.found_cohort(
            session, organisation, form.name, clock.now(), district=district, time_zone=form.time_zone
        )
        return cohort.id

    try:
        cohort = database().write(work)
    except Rejected as refusal:
        return batches_page(refusal, form), REFUSED
    flash(_("The batch is there. Add its trainers, its people and its days."))
    return back_to_batch(cohort)


@pages.post("/<int:cohort>/trainers")
@allows("appoint", of="cohort")
def add(cohort: int) -> Response | tuple[str, int]:
    """She leads this batch; who is not known yet becomes a person with a password first."""
    form, me = filled(TrainerForm), signed_in()
    try:
        trainer = _known_or_new(form, me.organisation, me.id)
        database().write(lambda session: actions.teach(session, cohort, trainer, form.role, clock.now()))
    except Rejected as refusal:
        return batch_page(cohort, trainer_refusal=refusal), REFUSED
    flash(_("She leads this batch now."))
    return back_to_batch(cohort)


def _known_or_new(form: TrainerForm, organisation: int, by: int) -> int:
    with database().read() as session:
        credential = credential_named(session, form.login_name)
        person = session.get(Person, credential.person_id) if credential else None
    if person is not None and person.organisation_id == organisation:
        return person.id
    return create_with_password(
        database(), keys(), organisation, form.name, form.login_name, form.password, by, clock.now()
    )


@pages.post("/<int:cohort>/trainers/<int:person>/end")
@allows("appoint", of="cohort")
def end(cohort: int, person: int) -> Response:
    """She no longer leads this batch."""
    with database().read() as session:
        if person not in {trainer.id for trainer in queries.trainers(session, cohort)}:
            raise NotFound
    try:
        database().write(lambda session: actions.stop_teaching(session, cohort, person))
    except Rejected as refusal:
        flash(_(refusal.text))
    else:
        tell_left(person)
    return back_to_batch(cohort)

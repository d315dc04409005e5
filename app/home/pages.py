"""The first page and the page of all components."""

from zoneinfo import ZoneInfo

from flask import Blueprint, render_template
from flask_babel import gettext as _

from app import clock, curriculum
from app.cohorts.pages import database
from app.home.queries import Home, home_of, minutes_until
from app.people.access import keep_private, public
from app.people.rules import Role, Scope
from app.people.signin import SignedIn, current_person, is_shared_phone
from app.web.i18n import language

NOON, EVENING = 12, 17  # hours of the clock: who comes at five in the afternoon is greeted for the evening

pages = Blueprint("home", __name__)
pages.after_request(keep_private)


@pages.get("/")
@public
def front() -> str:
    """What now? For a visitor: what is this, and how do I come in?"""
    person = current_person()
    if person is not None:
        return _home(person)
    with database().read() as session:
        return render_template("home/front.html", courses=curriculum.courses(session))


@pages.get("/components")
@public
def components() -> str:
    """Every component once: for those who build pages, and for the test that looks at each of them."""
    return render_template("home/components.html")


def _home(person: SignedIn) -> str:
    now = clock.now()
    with database().read() as session:
        home = home_of(session, person.id, now, language())
    is_trainer = bool(home.leads) or person.is_any(Role.ADMINISTRATOR)
    return render_template(
        "home/trainer.html" if is_trainer else "home/home.html",
        person=person,
        home=home,
        greeting=_greeting(home),
        minutes_until=lambda day: minutes_until(day, now),
        is_shared=is_shared_phone(),
        may_see_batches=person.may("see-cohort"),
        may_found=person.may("found-cohort", Scope(person.organisation)),
    )


def _greeting(home: Home) -> str:
    """By the clock of her first batch: the server may stand in another country."""
    first = next(iter((*home.leads, *home.learns)), None)
    hour = clock.now().astimezone(ZoneInfo(first.cohort.time_zone if first else "Asia/Kolkata")).hour
    if hour < NOON:
        return str(_("Good morning"))
    return str(_("Good afternoon") if hour < EVENING else _("Good evening"))

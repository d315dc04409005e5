"""What somebody's home shows: her batches as a trainee, her batches as a trainer, and the one next thing.

The rules of this file
- One next thing: an open room of today comes first, then the day that comes next. Everything else is a list below.
- A guest who waits sees the name of the batch she asked for, and nothing else of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.assessments.queries import Offer, offers
from app.cohorts import queries as cohorts
from app.cohorts.days import Day, days_of, next_day
from app.cohorts.queries import Trainer
from app.cohorts.tables import Cohort, State

MINUTES_SOON = 120  # up to two hours ahead "starts in 38 minutes" helps; beyond, the clock time does


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch of somebody. `waiting`: how many stand at its door (for trainers); `offers`: her questions before and
    after (for trainees)."""

    cohort: Cohort
    days: Sequence[Day]
    next: Day | None
    trainers: Sequence[Trainer]
    waiting: int = 0
    offers: Sequence[Offer] = ()

    @property
    def courses(self) -> list[str]:
        """The courses of its timetable, each once."""
        return list(dict.fromkeys(day.entry.course for day in self.days))

    @property
    def done(self) -> list[Day]:
        """Days that are over and can be looked at again, the latest first."""
        return [day for day in reversed(self.days) if day.is_over and day.room is not None]


@dataclass(frozen=True, slots=True)
class Home:
    learns: Sequence[Batch]
    leads: Sequence[Batch]
    waits: Sequence[tuple[Cohort, Day | None]]


def home_of(session: Session, person_id: int, now: datetime, language: str = "en") -> Home:
    """Everything the home of this person shows."""
    led = cohorts.cohorts_led_by(session, person_id)
    sizes = cohorts.sizes(session, [cohort.id for cohort in led])
    return Home(
        learns=[
            replace(_batch(session, cohort, now), offers=offers(session, cohort.id, person_id, now, language))
            for cohort in cohorts.cohorts_of(session, person_id)
        ],
        leads=[_batch(session, cohort, now, sizes.get((cohort.id, State.WAITING), 0)) for cohort in led],
        waits=[
            (cohort, next_day(days_of(session, cohort, now)))
            for cohort in cohorts.cohorts_of(session, person_id, State.WAITING)
        ],
    )


def _batch(session: Session, cohort: Cohort, now: datetime, waiting: int = 0) -> Batch:
    days = days_of(session, cohort, now)
    return Batch(cohort, days, next_day(days), cohorts.trainers(session, cohort.id), waiting)


def minutes_until(day: Day, now: datetime) -> int | None:
    """Whole minutes until the day begins, if that is soon; 0 or less when it should have begun; None if far off."""
    minutes = -int((now - day.starts_at).total_seconds() // 60)
    return minutes if minutes <= MINUTES_SOON and day.is_today else None

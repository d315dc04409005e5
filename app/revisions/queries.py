"""Which answers exist to a module of a course, and to which version of it each was given."""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.cohorts.tables import Cohort
from app.curriculum.foresight import Given
from app.live.tables import LiveEvent, Meeting

_TYPE, _RUN = LiveEvent.body["type"].as_string(), LiveEvent.body["run"].as_string()


def answers_given(
    session: Session, course: str, module: str, organisations: Collection[int] | None = None
) -> list[Given]:
    """Every hand in every answer of this module, of the batches of these organisations (None: of all).

    An answer belongs to the version that its event names, else to the one its activity was opened with; one that was
    given alone to what the class never did, to the version the meeting had in the end.
    """
    wanted = select(Meeting.id).where(Meeting.course == course, Meeting.module == module)
    if organisations is not None:
        of_cohort = select(Cohort.id).where(Cohort.organisation_id.in_(list(organisations)))
        wanted = wanted.where(Meeting.cohort_id.in_(of_cohort))
    in_the_end, opened = _versions(session, wanted)
    return [
        Given(content or opened.get((meeting, run), in_the_end[meeting]), question or run, meeting, who, person)
        for meeting, run, who, person, content, question in _hands(session, wanted)
    ]


def _versions(session: Session, wanted: Select[str]) -> tuple[Mapping[str, str], Mapping[tuple[str, str], str]]:
    """Meeting -> its version in the end; (meeting, activity) -> the version it was opened with."""
    rows = session.execute(select(Meeting.id, Meeting.content).where(Meeting.id.in_(wanted)))
    started = {row.id: row.content for row in rows}
    told = session.execute(
        select(LiveEvent.meeting_id, LiveEvent.seq, LiveEvent.body)
        .where(LiveEvent.meeting_id.in_(wanted), _TYPE.in_(("RunOpened", "VersionTaken", "Undone")))
        .order_by(LiveEvent.meeting_id, LiveEvent.seq)
    ).all()
    undone = {(meeting, body["seq"]) for meeting, _, body in told if body["type"] == "Undone"}
    opened: dict[tuple[str, str], str] = {}
    for meeting, seq, body in told:
        if body["type"] == "VersionTaken" and (meeting, seq) not in undone:
            started[meeting] = body["content"]
        elif body["type"] == "RunOpened" and body.get("content"):
            opened.setdefault((meeting, body["run"]), body["content"])
    return started, opened


def _hands(session: Session, wanted: Select[str]) -> Iterator[tuple[str, str, str, int | None, str | None, str | None]]:
    """(meeting, activity, who, person, version and question if it was asked after the day): each once."""
    who, person = LiveEvent.body["who"].as_string(), LiveEvent.body["person"].as_integer()
    asked = LiveEvent.body["content"].as_string(), LiveEvent.body["question"].as_string()
    answered = select(LiveEvent.meeting_id, _RUN, who, person, *asked)
    yield from session.execute(answered.where(LiveEvent.meeting_id.in_(wanted), _TYPE == "Answered").distinct())
    kept = select(LiveEvent.meeting_id, _RUN, LiveEvent.body["group"].as_string())
    for meeting, run, group in session.execute(
        kept.where(LiveEvent.meeting_id.in_(wanted), _TYPE == "SheetKept").distinct()
    ):
        yield meeting, run, group, None, None, None

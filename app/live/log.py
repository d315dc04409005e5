"""The log of a meeting in the database: read it from a number on, append to it in one transaction."""

from collections.abc import Iterable, Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.live import codec
from app.live.asking import Words
from app.live.events import Happened
from app.live.tables import LiveEvent, Meeting, Said


def since(session: Session, meeting: str, seq: int = 0) -> list[tuple[Happened, str | None]]:
    """Events after `seq`, in order, each with the client's id where it has one."""
    rows = session.execute(
        select(LiveEvent.seq, LiveEvent.at, LiveEvent.actor_id, LiveEvent.client_id, LiveEvent.body)
        .where(LiveEvent.meeting_id == meeting, LiveEvent.seq > seq)
        .order_by(LiveEvent.seq)
    )
    return [(Happened(n, at, actor, codec.decode(body)), client) for n, at, actor, client, body in rows]


def versions(session: Session, meeting: str) -> list[str]:
    """Every version of the course that was taken in the meeting, undone or not, or answered alone after it."""
    content = LiveEvent.body["content"].as_string()
    named = ("VersionTaken", "Answered", "Unfolded", "HintTaken", "Tried")
    found = session.scalars(
        select(content)
        .where(LiveEvent.meeting_id == meeting, LiveEvent.body["type"].as_string().in_(named), content != "")
        .distinct()
    )
    return list(found)


def words(session: Session, meeting: str) -> dict[str, str]:
    """Everything said in the meeting, by reference; what was erased is left out."""
    rows = session.execute(select(Said.ref, Said.text).where(Said.meeting_id == meeting, Said.text.is_not(None)))
    return {ref: text for ref, text in rows if text is not None}


def append(
    session: Session, meeting: str, log: Iterable[tuple[Happened, str | None]], said: Sequence[Words] = ()
) -> None:
    """Add events and the words they name. `IntegrityError` if somebody else wrote that number, or that client id."""
    rows = [
        {
            "meeting_id": meeting, "seq": h.seq, "at": h.at, "actor_id": h.actor, "client_id": client,
            "body": codec.encode(h.event),
        }
        for h, client in log
    ]  # fmt: skip
    if rows:
        session.execute(insert(LiveEvent), rows)
    if said:
        session.execute(
            insert(Said),
            [{"meeting_id": meeting, "ref": one.ref, "person_id": one.person, "text": one.text} for one in said],
        )


def note_stage(session: Session, meeting: str, stage: str) -> None:
    session.execute(update(Meeting).where(Meeting.id == meeting).values(stage=stage))

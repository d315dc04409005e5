"""What one person is shown of an assessment, as JSON for her phone. Nothing right or wrong before she has ended it.

The rules of this file
- While a round is open: her own questions in her own order, and what she has answered. Nothing else depends on what
  is right.
- After the second round: for each question both of her answers, the right one and why, and what she gained.
"""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.assessments import queries, rules
from app.assessments.paper import Question, in_own_order
from app.assessments.queries import Answers, Exam, Last, Marker
from app.assessments.rules import Phase, Round, Times
from app.assessments.tables import Attempt
from app.live.facts import iso

Json = dict[str, Any]


def view(session: Session, cohort_id: int, person_id: int, found: Exam, times: Times, now: datetime) -> Json:
    """Everything her page shows now. If she has begun an open round, the present version was handed out to her."""
    stand = queries.stand_of(session, cohort_id, found.course, person_id)
    phase = rules.phase(times, stand, now)
    attempts = {round: queries.attempt_of(session, cohort_id, found.course, person_id, round) for round in Round}
    marker = Marker(session)
    answers = queries.answers_in(session, [one.id for one in attempts.values() if one is not None])
    head: Json = {
        "now": iso(now), "phase": phase.value, "course": found.title, "title": found.module["title"],
        "minutes": _minutes(found), "of": len(found.asked), "until": iso(times.before_until),
        "from": iso(times.after_from),
        "answered": {round.value: _answered(marker, answers, attempt) for round, attempt in attempts.items()},
    }  # fmt: skip
    match phase:
        case Phase.BEFORE | Phase.AFTER:
            return head | _open(session, Round(phase.value), attempts[Round(phase.value)], found, answers)
        case Phase.DONE:
            return head | {"result": result(found, marker, attempts, answers)}
        case _:
            return head


def _open(
    session: Session, round: Round, attempt: Attempt | None, found: Exam, answers: dict[int, dict[str, Last]]
) -> Json:  # fmt: skip
    if attempt is None:
        return {"round": round.value, "begun": False}
    asked = {one.id: one for one in found.asked}
    mine = {
        id: {cell: {"v": value, "at": iso(last.at)} for cell, value in asked[id].own(attempt.seed, last.cells).items()}
        for id, last in answers[attempt.id].items() if id in asked
    }  # fmt: skip
    questions = [one.task(attempt.seed) for one in in_own_order(found.asked, attempt.seed)]
    paper = queries.paper_now(session, attempt.id, found.content)
    if paper is None:
        raise LookupError("this version was not handed out")
    return {"round": round.value, "begun": True, "paper": paper.id, "questions": questions, "answers": mine}


def result(
    found: Exam, marker: Marker, attempts: dict[Round, Attempt | None], answers: dict[int, dict[str, Last]]
) -> Json:
    """Both rounds side by side. A question whose right answer was changed in between has no gain."""
    first, second = attempts[Round.BEFORE], attempts[Round.AFTER]
    assert second is not None  # the phase says that it is done
    of_first = answers[first.id] if first else {}
    rows = [_row(one, second.seed, marker, of_first, answers[second.id]) for one in found.asked]
    points = {name: sum(row[name]["right"] is True for row in rows) for name in ("before", "after")}
    took_first = any(row["before"]["right"] is not None for row in rows)
    return {
        "rows": rows, "before": points["before"] if took_first else None, "after": points["after"],
        "gain": points["after"] - points["before"] if took_first else None,
    }  # fmt: skip


def _row(question: Question, seed: str, marker: Marker, first: Answers, second: Answers) -> Json:
    row = question.task(seed) | {"number": question.number, "day": question.day, "solution": question.solution(seed)}
    for name, answers in (("before", first), ("after", second)):
        last = answers.get(question.id)
        right = marker.is_right(question.id, last) if last else None
        row[name] = {"right": right, "mine": question.own(seed, last.cells) if last and right is not None else {}}
    return row


def _answered(marker: Marker, answers: dict[int, dict[str, Last]], attempt: Attempt | None) -> int:
    return len(marker.rights(answers[attempt.id])) if attempt else 0


def _minutes(found: Exam) -> int:
    quiz = next(block for block in found.module["blocks"] if block.get("kind") == "quiz")
    return int(quiz["options"].get("time", 0)) // 60

"""What one person is shown of an assessment, as JSON for her phone. Nothing right or wrong before she has ended it.

The rules of this file
- While a round is open: her own questions in her own order, and what she has answered. Nothing else depends on what
  is right.
- After the second round: for each question both of her answers, the right one and why, and what she gained.
"""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.activities.contract import Answer
from app.assessments import queries, rules
from app.assessments.marking import Last, Marked, Marker
from app.assessments.paper import Question, in_own_order
from app.assessments.queries import Exam
from app.assessments.rules import Phase, Round, Taken, Times
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
            return head | _open(session, Round(phase.value), attempts[Round(phase.value)], found, marker, answers)
        case Phase.DONE:
            return head | {"result": result(found, marker, attempts, answers)}
        case _:
            return head


def _open(
    session: Session, round: Round, attempt: Attempt | None, found: Exam, marker: Marker,
    answers: dict[int, dict[str, Last]],
) -> Json:  # fmt: skip
    if attempt is None:
        return {"round": round.value, "begun": False}
    asked = {one.id: one for one in found.asked}
    mine = {
        id: {cell: {"v": v, "at": iso(last.at)} for cell, v in _own(asked[id], attempt.seed, last.cells).items()}
        for id, last in marker.present(answers[attempt.id]).items() if id in asked
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
    marked = [marker.marked(answers[one.id]) if one else {} for one in (first, second)]
    before, after = (_taken(one) for one in marked)
    rows = [
        _row(one, second.seed, marked[0].get(one.id), marked[1].get(one.id))
        | {"compared": rules.may_compare(one.id, before, after)}
        for one in found.asked
    ]
    points = {name: sum(row[name]["right"] is True for row in rows) for name in ("before", "after")}
    took_first = any(row["before"]["right"] is not None or "at" in row["before"] for row in rows)
    return {
        "rows": rows, "before": points["before"] if took_first else None, "after": points["after"],
        "gain": rules.gain(before, after) if took_first else None,
    }  # fmt: skip


def _taken(marked: dict[str, Marked]) -> Taken:
    right = {id: one.right for id, one in marked.items() if one.right is not None}
    gradings = {id: marked[id].grading for id in right}
    return Taken(0, right, True, gradings, frozenset(marked.keys() - right.keys()))


def _row(question: Question, seed: str, before: Marked | None, after: Marked | None) -> Json:
    """`then`: marked by what was right when it was given, and is not any more. `at`: marked anew or set aside then."""
    row = question.task(seed) | {"number": question.number, "day": question.day, "solution": question.solution(seed)}
    for name, one in (("before", before), ("after", after)):
        row[name] = {"right": one.right if one else None, "mine": _own(question, seed, one.cells) if one else {}}
        if one is not None and one.at is not None:
            row[name]["at"] = iso(one.at)
        elif one is not None and one.grading != question.grading:
            row[name]["then"] = True
    return row


def _own(question: Question, seed: str, cells: Answer) -> Answer:
    return question.own(seed, question.fitting(cells))


def _answered(marker: Marker, answers: dict[int, dict[str, Last]], attempt: Attempt | None) -> int:
    return len(marker.rights(answers[attempt.id])) if attempt else 0


def _minutes(found: Exam) -> int:
    quiz = next(block for block in found.module["blocks"] if block.get("kind") == "quiz")
    return int(quiz["options"].get("time", 0)) // 60

"""A day that has ended, as it counts now: its course may mark answers anew since, or ask something else. Pure.

The rules (C5)
- Nothing is rewritten: the log keeps each answer with its version, and this is made of the log and of what the course
  became. So publishing twice, or a restart in the middle, changes nothing.
- `regrade`: the answers under their present names, beside the new key. A cell that the new question would not accept,
  because its option went or its kind is another, is left out.
- `reset`: the answers are set aside. They stand in the record, count in no result, and their author may answer the new
  question alone. So may whoever was not there.
- An answer after such a change is one to the new question: its event names the version. It counts as long as the
  course stands by that question, and is set aside in its turn.
- While a day goes on nothing of this happens: what was opened stays as it was until the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.activities.contract import Grammar
from app.activities.fields import Received
from app.activities.registry import KINDS
from app.curriculum.changes import Fate
from app.curriculum.outcomes import Outcome
from app.curriculum.renames import renamed
from app.errors import Rejected
from app.live import answering, carrying
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, Decided, put_words_back
from app.live.carrying import config_of
from app.live.course import Course
from app.live.events import Event
from app.live.facts import Parts, iso
from app.live.plan import Activity, placed
from app.live.state import Given, Run, Stage, State, Tried

Words = Mapping[str, str]
Cells = Mapping[str, Given]

ALONE = (c.Answer, c.Unfold, c.TakeHint, c.Try)
NOTED = (e.Answered, e.Unfolded, e.HintTaken, e.Tried)
MARK = "~"  # no id holds it


@dataclass(frozen=True, slots=True)
class Source:
    """What was answered to one question that this run has asked; `outcome` None: those answers are what they were."""

    item: Activity
    run: Run
    outcome: Outcome | None


# ---- what counts


def changed(state: State, course: Course) -> dict[str, Outcome]:
    """Run of an ended day -> what became of its answers; only where something did, and the question is at hand."""
    if state.stage is not Stage.ENDED:
        return {}
    found = {id: _outcome(course, item) for id, item in state.plan.items.items() if item.is_answerable}
    return {id: one for id, one in found.items() if one is not None and _question(course, one) is not None}


def told(state: State, course: Course) -> tuple[Parts, ...]:
    """What trainers are told of it: how many people or groups had answered what."""
    given = {id: sum(map(bool, state.runs[id].answers.values())) for id in state.runs}
    return tuple(
        {"run": id, "title": state.plan.name(id), "fate": one.fate.value, "at": iso(one.at), "n": given[id]}
        for id, one in changed(state, course).items()
        if given.get(id)
    )


def as_it_counts(state: State, course: Course, words: Words) -> State:
    """The day with the questions by which it is marked now, and the answers that count. Itself if nothing changed."""
    become = changed(state, course)
    if not become:
        return state
    items = {id: _now(course, one, state.plan.items[id]) for id, one in become.items()}
    seen = replace(state, plan=replace(state.plan, items={**state.plan.items, **items}))
    touched = {id for id in become if id in state.runs or id in state.anew}
    runs = {id: _counted(state, seen, course, become[id], id, words) for id in touched}
    return replace(seen, runs={**state.runs, **runs})


def sources(state: State, course: Course, run: str) -> Iterator[Source]:
    """The question of the day, then each that was asked after it."""
    item = state.plan.items[run]
    if run in state.runs:
        yield Source(item, state.runs[run], _outcome(course, item))
    for content, asking in state.anew.get(run, {}).items():
        plan = course.plans.get(content)
        if plan is not None and asking.question in plan.items:
            other = placed(plan.items[asking.question], item)
            yield Source(other, asking.run, course.outcome(content, asking.question))


def is_counted(source: Source, now: Outcome) -> bool:
    """Whether these answers are marked by the question by which the run is."""
    one = source.outcome
    if one is None:
        return source.item.content == now.content
    return one.fate is not Fate.SET_ASIDE and (one.content, one.id) == (now.content, now.id)


def _outcome(course: Course, item: Activity) -> Outcome | None:
    return course.outcome(item.content, item.block.get("id", item.id))


def _question(course: Course, outcome: Outcome) -> Activity | None:
    plan = course.plans.get(outcome.content)
    return plan.items.get(outcome.id) if plan else None


def _now(course: Course, outcome: Outcome, item: Activity) -> Activity:
    other = _question(course, outcome)
    assert other is not None  # `changed` names no other
    return placed(other, item)


def _counted(state: State, seen: State, course: Course, now: Outcome, id: str, words: Words) -> Run:
    """The run with all its answers that count, later ones in place of earlier ones."""
    assert state.ended_at is not None
    base = state.run(id, state.ended_at)
    run = replace(base, answers={}, unfolded=frozenset(), hints={}, tries={})
    for source in sources(state, course, id):
        if is_counted(source, now):
            moved = _moved(seen, source, words)
            run = replace(
                run,
                answers={**run.answers, **moved.answers},
                unfolded=run.unfolded | moved.unfolded,
                hints={**run.hints, **moved.hints},
                tries={**run.tries, **moved.tries},
            )
    return run


def _moved(seen: State, source: Source, words: Words) -> Run:
    """What was answered, as answers to the question in `seen`."""
    if source.outcome is None:
        return source.run
    run, item, now = source.run, source.item, seen.plan.items[source.run.id]
    carried = {thing.key: thing.key for thing in carrying.settled(seen, run.id) or ()}
    items = {**carried, **source.outcome.items}
    config = config_of(seen, run, words)

    def cells(answer: Cells) -> dict[str, Given]:
        found = {}
        for cell, given in answer.items():
            for place, value in renamed({cell: given.value}, item.block, items).items():
                if _fits(now, config, run, place, put_words_back(value, words)):
                    found[place] = replace(given, value=value)
        return found

    def tried(one: Tried) -> Tried:
        moved = cells(one.cells)
        plain = {cell: put_words_back(given.value, words) for cell, given in moved.items()}
        mark = KINDS[now.kind].mark(config, plain)
        return replace(one, right=mark is not None and mark.is_right, cells=moved)

    answers = {who: moved for who, answer in run.answers.items() if (moved := cells(answer))}
    tries = {who: tuple(map(tried, done)) for who, done in run.tries.items() if who in answers}
    return replace(run, answers=answers, tries=tries)


def _fits(item: Activity, config: Any, run: Run, cell: str, value: Any) -> bool:
    """Whether the question would accept this. Cards of a board and stars of a gallery fit wherever they stood."""
    kind = KINDS[item.kind]
    if kind.is_read or kind.grammar is Grammar.NONE:
        return True
    if isinstance(value, dict) and "erased" in value:
        return True
    try:
        for token, shown in kind.own(config, run.veil, {cell: value}).items():
            is_file = isinstance(shown, dict) and shown.keys() == {"file"}
            kind.accept(config, run.veil, token, Received(shown["file"]) if is_file else shown)
    except Rejected:
        return False
    return True


# ---- answering alone


def name_of(state: State, course: Course, run: str) -> str:
    """How pages call the question that this run asks now: "loss", or "loss~1" for one that the course asks instead.

    So what a phone wrote to one of them never arrives as an answer to another.
    """
    now = changed(state, course).get(run)
    if now is None:
        return run
    askings = list(state.anew.get(run, {}))
    return f"{run}{MARK}{askings.index(now.content) + 1 if now.content in askings else len(askings) + 1}"


def faced(state: State, ask: Ask) -> tuple[State, Ask]:
    """The day as whoever asks this sees it, and the same about its run.

    Raises `Rejected` where she saw another question than the one that is asked now.
    """
    command = ask.command
    if not isinstance(command, ALONE) or state.stage is not Stage.ENDED:
        return state, ask
    run = command.run.partition(MARK)[0]
    if run not in state.plan.items:
        return state, ask
    is_own = command.run == run and isinstance(command, c.Answer | c.Try)
    if is_own and answering.was_under_way(state, state.plan.items[run], ask):
        return state, ask  # an answer to the question of the day: it is kept with it
    if command.run != name_of(state, ask.course, run):
        raise Rejected("other-question", "The course has changed this question. Your words stay here; load it again.")
    if command.run == run:
        return state, ask
    return as_it_counts(state, ask.course, ask.words), replace(ask, command=replace(command, run=run))


def noted(state: State, ask: Ask, decided: Decided) -> Decided:
    """The same, each event with the question that it answers."""
    now = changed(state, ask.course)[ask.command.run]  # type: ignore[union-attr]
    return Decided(tuple(_named(event, now) for event in decided.events), decided.said)


def _named(event: Event, now: Outcome) -> Event:
    return replace(event, content=now.content, question=now.id) if isinstance(event, NOTED) else event

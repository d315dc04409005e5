"""What a person wrote and read in the rounds of a pattern, for looking back at them. Pure."""

from collections.abc import Iterator, Sequence

from app.live import patterns
from app.live.plan import Activity
from app.live.state import Group, Round, State


def read(state: State, item: Activity, person: int) -> Iterator[tuple[str, str]]:
    """What she read of this sheet on the day, as (what it was to her, who wrote it)."""
    work = state.plan.top(item.id)
    rounds = state.rounds.get(work.id, ())
    for then in rounds:
        mine = [group for group in then.groups if group.id in state.sat_in(item.id, person)]
        if then.kind == "alone" and item.by == "group" and _wrote_alone(state, item, person):
            yield "alone", f"p{person}"
        yield from ((then.kind, group.id) for group in mine if state.wrote_in(item.id, then, group.id))
        for group in mine:
            yield from _beside(work, rounds[0].groups, then, group, item.id)


def _wrote_alone(state: State, item: Activity, person: int) -> bool:
    run = state.runs.get(item.id)
    return run is not None and any(not one.alone for one in run.answers.get(f"p{person}", {}).values())


def _beside(work: Activity, first: Sequence[Group], then: Round, group: Group, run: str) -> Iterator[tuple[str, str]]:
    if then.kind == "mixed" and run in work.topics:
        wrote = patterns.beside("experts", first, group.members)
        yield from (("told", who) for who in wrote if patterns.topic_of(first, who, work.topics) == run)
    elif then.kind == "visit" and run == work.sheets[0]:
        yield "visited", patterns.visited(first, group.id, then.visit)
    elif then.kind == "visit" and run in work.sheets[1:]:
        mine = patterns.whole_of(group.id)
        yield from (("got", one.id) for one in then.groups if patterns.visited(first, one.id, then.visit) == mine)

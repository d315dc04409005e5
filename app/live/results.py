"""What was answered, as views tell it: one person's own cells, and what the class answered together. Pure.

The rules
- An answer goes out in tokens of its run, never in the keys of the course.
- Only live answers that count are in a tally; before the reveal it holds nothing that tells what is right.
"""

from collections.abc import Mapping
from typing import Any

from app.activities.registry import KINDS
from app.live import trying
from app.live.asking import put_words_back
from app.live.carrying import config_of
from app.live.facts import Parts, iso
from app.live.plan import Activity
from app.live.state import Phase, Run, State


def own_cells(state: State, run: Run, who: str, words: Mapping[str, str]) -> Parts:
    """An answer in wire form: tokens in place of keys."""
    item = state.plan.items[run.id]
    answer = run.answers.get(who, {})
    kind, config, found = KINDS[item.kind], config_of(state, run, words), {}
    for cell, given in answer.items():
        # One by one: an answer in wire form may come in another order.
        ((token, value),) = kind.own(config, run.veil, {cell: put_words_back(given.value, words)}).items()
        found[token] = {"v": value, "at": iso(given.at), "by": given.person}
        if given.late:
            found[token] |= {"late": True, "counts": given.counts}
        if given.scribe is not None:
            found[token]["scribe"] = given.scribe
    return found


def who_wrote(state: State, item: Activity, run: Run | None, person: int) -> str:
    """Under which key her answer stands: that of the last group she sat in that wrote something, else her own."""
    places = state.sat_in(item.id, person) if item.by == "group" else ()
    return next((place for place in reversed(places) if run is not None and run.answers.get(place)), f"p{person}")


def is_done(item: Activity, config: Any, answer: Mapping[str, Any]) -> bool:
    """Whether an answer may be called one: a sheet, a promise or a note is what she has to say, however short."""
    return bool(answer) and (not item.is_closed_question or KINDS[item.kind].is_complete(config, answer))


def tally(state: State, run: Run, words: Mapping[str, str]) -> Parts:
    """What the class answered: live answers that count, no names."""
    item = state.plan.items[run.id]
    answers = {
        who: {cell: put_words_back(one.value, words) for cell, one in answer.items() if one.counts and not one.alone}
        for who, answer in run.answers.items()
        if state.counts(run.id, who)
    }
    given = {who: answer for who, answer in answers.items() if answer}
    first = {"first": trying.at_first_try(run)} if item.tries > 1 else {}
    return KINDS[item.kind].tally(config_of(state, run, words), run.veil, given) | first


def shown_tally(state: State, run: Run, words: Mapping[str, str]) -> Parts:
    """What everybody may see of it: before the reveal without what would give the right answer away."""
    whole = tally(state, run, words)
    if run.phase is Phase.REVEALED:
        return whole
    secrets = (*KINDS[state.plan.items[run.id].kind].tally_secrets, "first")
    return {name: value for name, value in whole.items() if name not in secrets}


def is_shown(state: State, run: Run) -> bool:
    """Whether everybody may see what the class answered."""
    item = state.plan.items[run.id]
    if not item.is_answerable or KINDS[item.kind].private or (item.by == "group" and item.kind == "worksheet"):
        return False
    return run.phase is Phase.REVEALED or (item.kind == "board" and item.options.get("private-first") is False)


def expected(state: State, item: Activity) -> int:
    if state.by(item.id) == "group":
        return len(state.writers(item.id))
    return sum(1 for member in state.trainees if member.joined_at is not None)


def complete_answers(state: State, run: Run) -> list[str]:
    item = state.plan.items[run.id]
    kind = KINDS.get(item.kind)
    if kind is None:
        return []
    config = config_of(state, run)
    given = {
        who: {cell: one.value for cell, one in answer.items() if not one.alone}
        for who, answer in run.answers.items()
        if state.counts(run.id, who)
    }
    return [who for who, answer in given.items() if kind.is_complete(config, answer)]

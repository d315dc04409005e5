"""Who plays which role in a group: pure.

The rules of this file
- As many people as roles: one each. Nobody has a role twice before all have had it, as far as that can be; of those who
  may play, whoever has played least plays first.
- More people: the others watch. Where the author wrote a role `observer`, all who watch have its card.
- Fewer people: nobody watches, and the roles that are left over fall together on the last one.
- Who comes in the middle takes a role that nobody plays, else one of two that fell together, else she watches. A role
  that somebody leaves falls to one who watches, else to the last one who plays. All others keep theirs.
"""

from collections.abc import Mapping, Sequence

Roles = Mapping[str, tuple[int, ...]]
"""Role -> the people who have it; written order, roles that nobody has left out."""

Counts = Mapping[str, Mapping[str, int]]
"""Role -> person -> how often she has had it."""

REPEATED = 1_000  # one role had twice weighs more than any difference in how often people have played


def is_watching(role: str) -> bool:
    """An observer's role, by its key: she needs a card, and nobody needs her to begin."""
    return role == "observer" or role.endswith("-observer")


def deal(members: Sequence[int], roles: Sequence[str], had: Counts) -> Roles:
    """A new cast for a group; `members` in the order in which equals are taken."""
    parts = _parts(len(members), roles)
    costs = [[_cost(part, person, had) for person in members] for part in parts]
    given: dict[str, tuple[int, ...]] = {}
    for part, place in zip(parts, assign(costs), strict=True):
        given |= dict.fromkeys(part, (members[place],))
    return complete(members, roles, given)


def _parts(people: int, roles: Sequence[str]) -> list[tuple[str, ...]]:
    """What each of the first so many people is given."""
    to_play = [role for role in roles if not is_watching(role)]
    to_watch = [role for role in roles if is_watching(role)]
    if not people:
        return []
    if people < len(to_play):
        return [*((role,) for role in to_play[: people - 1]), tuple(to_play[people - 1 :])]
    one_each: list[tuple[str, ...]] = [(role,) for role in (*to_play, *to_watch)]
    return one_each[:people]


def _cost(part: Sequence[str], person: int, had: Counts) -> int:
    times = [had.get(role, {}).get(str(person), 0) for role in part]
    played = sum(people.get(str(person), 0) for role, people in had.items() if not is_watching(role))
    return REPEATED * sum(time**2 for time in times) + (0 if is_watching(part[0]) else played)


def complete(members: Sequence[int], roles: Sequence[str], given: Roles) -> Roles:
    """The cast once people have come and gone: see the rules above."""
    cast = {role: [person for person in given.get(role, ()) if person in members] for role in roles}
    plays = [role for role in roles if not is_watching(role)]
    free = [person for person in members if not any(person in cast[role] for role in plays)]
    for role in plays:
        if not cast[role]:
            last = next((cast[one][-1] for one in reversed(plays) if cast[one]), None)
            person = free.pop(0) if free else last
            cast[role] = [] if person is None else [person]
    for role in reversed(plays):
        together = [one for one in plays if cast[one] == cast[role]]
        if free and len(together) > 1:
            cast[role] = [free.pop(0)]
    watches = [role for role in roles if is_watching(role)]
    for role in watches:
        cast[role] = [person for person in cast[role] if person in free]
    for person in free:
        if watches and not any(person in cast[role] for role in watches):
            min((cast[role] for role in watches), key=len).append(person)
    return {role: tuple(people) for role, people in cast.items() if people}


def assign(costs: Sequence[Sequence[int]]) -> list[int]:
    """For each row a column of its own, at the least cost in all; at most as many rows as columns.

    The Hungarian method, row by row along the cheapest augmenting path: H. W. Kuhn, The Hungarian Method for the
    Assignment Problem, 1955; R. Jonker and A. Volgenant, A Shortest Augmenting Path Algorithm, 1987.
    """
    rows, columns = len(costs), len(costs[0]) if costs else 0
    of_row, of_column = [0] * (rows + 1), [0] * (columns + 1)
    taken_by = [0] * (columns + 1)  # column -> its row, counted from 1; column 0 stands for "none yet"
    for row in range(1, rows + 1):
        taken_by[0], column = row, 0
        nearest, before, seen = [10**18] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken_by[column]:
            seen[column] = True
            here = taken_by[column]
            for other in range(1, columns + 1):
                cost = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if not seen[other] and cost < nearest[other]:
                    nearest[other], before[other] = cost, column
            step, column = min((nearest[other], other) for other in range(1, columns + 1) if not seen[other])
            for other in range(columns + 1):
                if seen[other]:
                    of_row[taken_by[other]] += step
                    of_column[other] -= step
                else:
                    nearest[other] -= step
        while column:
            taken_by[column] = taken_by[before[column]]
            column = before[column]
    found = {row: column - 1 for column, row in enumerate(taken_by) if column and row}
    return [found[row] for row in range(1, rows + 1)]

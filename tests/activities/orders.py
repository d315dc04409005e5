"""Whether an order that phones see says anything about the written one."""

from itertools import combinations

from app.activities.contract import Block, Veil
from tests.activities.examples import played

RUNS = 2000  # a fair coin then shows between 45 and 55 %: four and a half standard deviations to either side


def tell_nothing(folder: str, published: Block, part: str) -> bool:
    """True when neither the places of the things in `part` of a task nor their tokens lie nearer to the written order
    than chance. The things must be called "0", "1", … as they are written."""
    shown = [played(folder, published, Veil(f"run {n}")).task()[part] for n in range(RUNS)]
    by_place = [[int(thing["html"]) for thing in things] for things in shown]
    by_token = [[int(thing["html"]) for thing in sorted(things, key=lambda thing: thing["t"])] for things in shown]
    return _are_chance(by_place) and _are_chance(by_token)


def _are_chance(orders: list[list[int]]) -> bool:
    """Any two stand one way round in half of the runs, and beside each other as often as chance has it (2 in n)."""
    of = len(orders[0])
    for first, second in combinations(range(of), 2):
        before = sum(order.index(first) < order.index(second) for order in orders) / RUNS
        beside = sum(abs(order.index(first) - order.index(second)) == 1 for order in orders) / RUNS
        if abs(before - 1 / 2) >= 0.05 or abs(beside - 2 / of) >= 0.05:
            return False
    return True

"""Promises to oneself, which the course comes back to."""

from dataclasses import dataclass
from typing import Any

from app.activities import form
from app.activities.contract import Block, Veil
from app.activities.fields import Field
from app.activities.wording import Wording


@dataclass(frozen=True, slots=True)
class Plan:
    """`follow_up`: how many seconds after the day each question "Have you done it?" is asked."""

    wording: Wording
    fields: tuple[Field, ...]
    follow_up: tuple[int, ...]


def parse(block: Block) -> Plan:
    plain = form.parse(block)
    return Plan(plain.wording, plain.fields, tuple(block.get("options", {}).get("follow-up", ())))


def task(plan: Plan, veil: Veil) -> dict[str, Any]:
    """A form; `follow_up` only where the author set one."""
    return {**form.task(plan, veil), **({"follow_up": list(plan.follow_up)} if plan.follow_up else {})}

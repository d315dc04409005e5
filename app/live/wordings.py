"""One meeting in several languages: the same runs, keys and tokens, each phone with the words of its reader.

The rules of this file
- The log and the rules know one plan, in the language of the course. A reading is that plan with other words in it; it
  is looked at and never decided on.
- Every reading accepts the right words of all of them: marks and counts do not depend on who looks.
- Addresses name the content they were made of (`v=`), so that what one language fetched is never shown to another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from app import curriculum
from app.live import plan
from app.live.plan import Activity, Plan

NAMED = 8  # hex digits of the content's hash in an address


@dataclass(frozen=True, slots=True)
class Wording:
    """The module of a meeting in one language. `hash` names these words, `plan.content` the version."""

    language: str
    hash: str
    content: Mapping[str, Any]
    plan: Plan
    course: str


def read(session: Session, course: str, version: str, content: Mapping[str, Any]) -> dict[str, Wording]:
    """Language -> wording, the language of the course first."""
    found = {content["lang"]: (version, dict(content))}
    found |= curriculum.in_other_languages(session, version)
    whole = curriculum.one_record({language: one for language, (_, one) in found.items()})
    return {
        language: Wording(
            language,
            hash,
            one,
            plan.read(whole[language], version),
            curriculum.course_card(session, course, language)["title"],
        )
        for language, (hash, one) in found.items()
    }


def worded(base: Plan, read: Mapping[str, Plan]) -> Plan:
    """The meeting's plan in other words, each activity in those of its own version; `read`: version -> its plan."""
    title = read[base.content].title if base.content in read else base.title
    return replace(
        base, title=title, items={id: _worded(item, read.get(item.content)) for id, item in base.items.items()}
    )


def _worded(item: Activity, read: Plan | None) -> Activity:
    """Its own version may know it by another name."""
    other = read.items.get(item.block.get("id", item.id)) if read is not None else None
    return item if other is None else plan.placed(other, item)


def asked(wordings: Mapping[str, Wording], named: str | None, language: str) -> str:
    """Which wording an address asks for: the one it names by its hash, else the one in this language."""
    for wording in wordings.values():
        if named and wording.hash.startswith(named[:NAMED]) and len(named) >= NAMED:
            return wording.language
    return language

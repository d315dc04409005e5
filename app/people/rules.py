"""Who may do what: one table of roles and verbs.

The rules of this file
- What is not in the table is not allowed. Every route and every socket event names one verb of it.
- A person holds **grants**: a role, in one organisation, in all of it or in one cohort. A grant says nothing about any
  other organisation, whatever the role: there is no role above the organisations.
- Where the role comes from is not settled here: enrolment makes a trainee, teaching makes a trainer, the rest is given
  by an administrator.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a cohort or an organisation."""

    TRAINEE = "trainee"
    MENTOR = "mentor"
    MASTER_TRAINER = "master-trainer"
    ILO_TRAINER = "ilo-trainer"
    MISSION_STAFF = "mission-staff"
    SAFETY_CONTACT = "safety-contact"
    ADMINISTRATOR = "administrator"


EVERYBODY = frozenset({"come-in"})
"""Verbs of anyone who has signed in, a guest nobody has admitted yet included: home, own page, sign out."""

_LEADING = frozenset(
    {
        "join-meeting",  # enter the room on a phone
        "review-meeting",  # look at a day again, own answers beside the class's
        "lead-meeting",  # console: open, close, groups, moderation
        "show-screen",  # the class screen
        "see-cohort",  # names, phones, timetable of a batch
        "enrol",  # add somebody to a batch
        "admit-guest",  # let in who came by code and name; join her to the person she is
        "reset-pin",  # new PIN for a trainee who lost hers
        "print-slips",  # PINs and QR codes on paper
        "set-link",  # the Zoom, Teams or Meet link of a day
        "set-timetable",  # which day when; a meeting made from it
        "see-answers",  # answers by name, as far as the naming level lets trainers see them
        "read-script",  # right answers, script and private notes
        "read-reports",  # attendance, votes, outputs of a day
    }
)

MAY: dict[Role, frozenset[str]] = {
    # takes the assessment before and after, and sees what of her own is firm
    Role.TRAINEE: frozenset({"join-meeting", "review-meeting", "take-assessment"}),
    # a mentor follows her own MECs and no others; visits and tasks get their verbs with the pages that need them
    Role.MENTOR: frozenset(),
    Role.MASTER_TRAINER: _LEADING,
    Role.ILO_TRAINER: _LEADING | {"edit-courses"},
    # numbers, never answers, chats or sheets by name
    Role.MISSION_STAFF: frozenset({"read-reports"}),
    # reports of harm; not in the trainers' line, so no answers and no PINs
    Role.SAFETY_CONTACT: frozenset({"see-cohort", "handle-harm"}),
    # runs the programme; reads no answers and leads no room unless she teaches there as well
    Role.ADMINISTRATOR: frozenset(
        {
            "see-cohort",
            "enrol",
            "admit-guest",
            "reset-pin",
            "print-slips",
            "set-link",
            "set-timetable",
            "found-cohort",
            "appoint",
            "edit-courses",
            "read-reports",
            "remove-person",
        }
    ),
}

VERBS = EVERYBODY.union(*MAY.values())

TRAINERS = frozenset({Role.MASTER_TRAINER, Role.ILO_TRAINER})
TRUSTED = frozenset(Role) - {Role.TRAINEE}
"""Roles that come in by password: nobody may hand out a PIN for them, or a reset would be a way into their rights."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What an act is about: a cohort, or with `cohort=None` the organisation as such."""

    organisation: int
    cohort: int | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of one person: in one cohort, or with `cohort=None` in the whole organisation."""

    role: Role
    organisation: int
    cohort: int | None = None

    def covers(self, scope: Scope) -> bool:
        return self.organisation == scope.organisation and self.cohort in (None, scope.cohort)


def may(grants: Iterable[Grant], verb: str, scope: Scope | None = None) -> bool:
    """True if one of the grants allows the verb there; with no scope, if one allows it anywhere.

    Raises `ValueError` for a verb the table does not know: a typing mistake must not look like a refusal.
    """
    if verb not in VERBS:
        raise ValueError(f"no role knows the verb {verb!r}; write it into app/people/rules.py")
    if verb in EVERYBODY:
        return True
    return any(verb in MAY[grant.role] and (scope is None or grant.covers(scope)) for grant in grants)

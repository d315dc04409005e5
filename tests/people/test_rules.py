"""Who may do what: the whole table once more, so that no right changes by accident."""

import pytest

from app.people.rules import MAY, TRUSTED, VERBS, Grant, Role, Scope, may

LEADING = {
    "join-meeting", "review-meeting", "lead-meeting", "show-screen", "see-cohort", "enrol", "admit-guest", "reset-pin",
    "print-slips", "set-link", "set-timetable", "see-answers", "read-script", "read-reports",
}  # fmt: skip

RUNNING = {
    "see-cohort", "enrol", "admit-guest", "reset-pin", "print-slips", "set-link", "set-timetable", "found-cohort",
    "appoint", "edit-courses", "read-reports", "remove-person",
}  # fmt: skip


def test_the_table_of_roles_and_verbs() -> None:
    assert {role: set(verbs) for role, verbs in MAY.items()} == {
        Role.TRAINEE: {"join-meeting", "review-meeting", "take-assessment"},
        Role.MENTOR: set(),
        Role.MASTER_TRAINER: LEADING,
        Role.ILO_TRAINER: LEADING | {"edit-courses"},
        Role.MISSION_STAFF: {"read-reports"},
        Role.SAFETY_CONTACT: {"see-cohort", "handle-harm"},
        Role.ADMINISTRATOR: RUNNING,
    }


def test_all_facilitators_lead_with_equal_rights() -> None:
    assert MAY[Role.MASTER_TRAINER] <= MAY[Role.ILO_TRAINER]
    assert "lead-meeting" in MAY[Role.MASTER_TRAINER]


def test_whoever_holds_nothing_may_only_come_in() -> None:
    assert [verb for verb in sorted(VERBS) if may([], verb)] == ["come-in"]


def test_a_role_in_one_cohort_counts_in_no_other() -> None:
    grants = [Grant(Role.MASTER_TRAINER, organisation=1, cohort=7)]
    assert may(grants, "lead-meeting", Scope(1, 7))
    assert not may(grants, "lead-meeting", Scope(1, 8))
    assert not may(grants, "lead-meeting", Scope(1))


def test_a_role_in_an_organisation_counts_in_all_its_cohorts_and_in_no_other_organisation() -> None:
    grants = [Grant(Role.ADMINISTRATOR, organisation=1)]
    assert may(grants, "see-cohort", Scope(1, 7))
    assert may(grants, "found-cohort", Scope(1))
    assert not may(grants, "see-cohort", Scope(2, 7))
    assert not may(grants, "found-cohort", Scope(2))


@pytest.mark.parametrize("role", Role)
def test_no_role_reaches_into_another_organisation(role: Role) -> None:
    grants = [Grant(role, 1), Grant(role, 1, 7)]
    assert not any(may(grants, verb, scope) for verb in VERBS - {"come-in"} for scope in (Scope(2), Scope(2, 7)))


def test_an_administrator_reads_no_answers_and_leads_no_room() -> None:
    grants = [Grant(Role.ADMINISTRATOR, 1)]
    assert not any(may(grants, verb, Scope(1, 7)) for verb in ("see-answers", "lead-meeting", "read-script"))


def test_mission_staff_read_numbers_only() -> None:
    grants = [Grant(Role.MISSION_STAFF, 1)]
    assert [verb for verb in sorted(VERBS) if may(grants, verb, Scope(1, 7))] == ["come-in", "read-reports"]


def test_every_role_but_the_trainees_comes_in_by_password() -> None:
    assert set(Role) - {Role.TRAINEE} == TRUSTED


def test_a_verb_nobody_knows_is_a_mistake_not_a_refusal() -> None:
    with pytest.raises(ValueError, match="no role knows the verb"):
        may([], "lead-meetin")

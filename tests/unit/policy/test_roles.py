from caseflow.policy.roles import (
    ADMISSION,
    ADMITTERS,
    ALL,
    CASE_WORK,
    CLIENT_WORK,
    LEAD,
    NOBODY,
    OFFICER,
    SECOND,
)
from caseflow.vocabulary.actors import Role


def test_officers_and_nobody_are_in_no_group_that_works_with_clients() -> None:
    assert not NOBODY
    assert {Role.OFFICER} == OFFICER
    for group in (CASE_WORK, ADMISSION, CLIENT_WORK, LEAD):
        assert group.isdisjoint(OFFICER)
    assert set(Role) == ALL == CLIENT_WORK | OFFICER


def test_a_second_person_leads_or_reviews_and_so_does_who_admits() -> None:
    assert {Role.LEAD, Role.OFFICER} == SECOND == ADMITTERS
    assert {Role.CASEWORKER, Role.LEAD} == CASE_WORK
    assert {Role.INTAKE, Role.LEAD} == ADMISSION

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from caseflow.policy.facts import Agreement, ExceptionFact, PartnerFact
from caseflow.policy.hindsight import GRACE, is_judged, judge
from caseflow.policy.past import DrawerPast, Of
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.hindsight import Lost, Outcome, Verdict
from caseflow.vocabulary.matrices import Action, WithdrawnPart
from tests.unit.policy.pasts import (
    AGREED,
    BASIS,
    CASE,
    CLIENT,
    COLLEAGUE,
    CONSENT,
    DESK,
    EMERGENCY,
    EVIDENCE,
    EXCEPTION,
    GIVER,
    HOUR,
    MEMBER,
    MEMBERSHIP,
    MINUTE,
    NOON,
    OPEN,
    OWN,
    SAT,
    TOLD,
    UNIT,
    URGENT,
    VIEWING,
    YEAR,
    access,
    drawer,
    id_,
    past,
)

AGREES, NO_BASIS = Verdict(Outcome.AGREES), Verdict(Outcome.NO_BASIS)
DIFFERS = Verdict(Outcome.BASIS_DIFFERS)
_PARTNER = id_(77)


def _lost(lost: Lost) -> Verdict:
    return Verdict(Outcome.UNDECIDABLE, lost)


def _consent(**changed: Any) -> dict[UUID, Any]:  # noqa: ANN401 - as the consent itself
    return {CONSENT: (Of(CLIENT, NOON - HOUR), replace(AGREED, **changed))}


def test_what_case_and_consent_permitted_agrees() -> None:
    assert judge(access(), past()) == AGREES


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({"consents": _consent(withdrawn_at=NOON - MINUTE)}, NO_BASIS),
        (
            {"consents": _consent(withdrawn_parts=(WithdrawnPart(UNIT, "health", NOON - MINUTE),))},
            NO_BASIS,
        ),
        ({"consents": _consent(valid_until=NOON - MINUTE)}, NO_BASIS),
        ({"consents": _consent(recorded_at=NOON + MINUTE)}, NO_BASIS),
        ({"cases": {CASE: replace(OPEN, closed_at=NOON - MINUTE)}}, NO_BASIS),
        (
            {"cases": {CASE: replace(OPEN, restricted=True, assigned=frozenset({COLLEAGUE}))}},
            NO_BASIS,
        ),
        ({"memberships": {MEMBER: replace(MEMBERSHIP, ended_at=NOON - MINUTE)}}, NO_BASIS),
        ({"memberships": {MEMBER: replace(MEMBERSHIP, role=Role.INTAKE)}}, NO_BASIS),
        ({"consents": {}}, _lost(Lost.ERASED)),
        ({"clients": frozenset()}, _lost(Lost.ERASED)),
        ({"broken": frozenset({CLIENT})}, _lost(Lost.BROKEN)),
        ({"broken": frozenset({MEMBER})}, _lost(Lost.BROKEN)),
        ({"consents": _consent(majority_at=NOON - MINUTE)}, _lost(Lost.CHANGED)),
        ({"drawers": {OWN: drawer(OWN, UNIT, "housing")}}, AGREES),
        ({"drawers": {OWN: drawer(OWN, GIVER, "housing")}}, NO_BASIS),
    ],
)
def test_what_the_rows_do_not_bear_out_is_found(changed: dict[str, Any], verdict: Verdict) -> None:
    assert judge(access(), past(**changed)) == verdict


def test_what_ended_while_the_request_was_under_way_is_no_finding() -> None:
    ended = _consent(withdrawn_at=NOON - GRACE + timedelta(seconds=1))
    assert judge(access(), past(consents=ended)) == AGREES
    assert judge(access(), past(consents=_consent(withdrawn_at=NOON - GRACE))) == NO_BASIS


def test_whose_case_it_was_before_its_last_change_nobody_can_say() -> None:
    others = replace(OPEN, restricted=True, assigned=frozenset({COLLEAGUE}))
    assert judge(access(), past(cases={CASE: replace(others, changed=99)})) == NO_BASIS
    for changed in (replace(others, changed=100), replace(others, changed=9, changed_in="r")):
        assert judge(access(), past(cases={CASE: changed})) == _lost(Lost.REASSIGNED)


def test_another_basis_than_the_one_that_is_named_is_told_apart_from_none() -> None:
    assert judge(access(MEMBER, CASE), past()) == DIFFERS
    assert judge(access(MEMBER, CONSENT), past()) == DIFFERS
    assert judge(access(MEMBER, CASE), past(consents={})) == NO_BASIS


def test_an_emergency_and_a_lawful_ground_open_while_they_run() -> None:
    urgent = access(MEMBER, CASE, EMERGENCY)
    assert judge(urgent, past(emergencies={EMERGENCY: URGENT})) == AGREES
    over = replace(URGENT, ended_at=NOON - MINUTE)
    assert judge(urgent, past(emergencies={EMERGENCY: over}, consents={})) == NO_BASIS
    lawful = access(MEMBER, CASE, EXCEPTION)
    ground = ExceptionFact(
        EXCEPTION,
        UNIT,
        CLIENT,
        frozenset({"health"}),
        "case_work",
        NOON - HOUR,
        NOON + HOUR,
        None,
        (Agreement(GIVER, NOON - MINUTE, by_lead=False),),
    )
    assert judge(lawful, past(exceptions={EXCEPTION: ground})) == AGREES
    ended = replace(ground, ended_at=NOON - MINUTE)
    assert judge(lawful, past(exceptions={EXCEPTION: ended}, consents={})) == NO_BASIS


def test_a_write_needs_its_ground_alone() -> None:
    wrote = access(MEMBER, CASE, act=Act.ENTRY_WRITE)
    assert judge(wrote, past()) == AGREES
    closed = {CASE: replace(OPEN, closed_at=NOON - MINUTE)}
    assert judge(wrote, past(cases=closed)) == NO_BASIS
    at_desk = access(MEMBER, DESK, act=Act.CONSENT_RECORD)
    assert judge(at_desk, past(desks={DESK: SAT})) == AGREES
    assert judge(access(MEMBER, DESK, act=Act.ENTRY_WRITE), past(desks={DESK: SAT})) == DIFFERS


def test_what_was_copied_is_taken_from_the_original_and_put_into_a_drawer_of_its_own() -> None:
    copying = replace(VIEWING, actions=frozenset({Action.VIEW, Action.COPY}))
    copy = drawer(id_(40), UNIT, "health", copied_from=GIVER, copied_under=CONSENT)
    drawers = {TOLD: drawer(TOLD, GIVER, "health"), id_(40): copy}
    made = access(act=Act.COPY_MAKE, drawers=frozenset(drawers))
    agreed = past(consents=_consent(matrix=copying), drawers=drawers)
    assert judge(made, agreed) == AGREES
    assert judge(made, past(drawers=drawers)) == NO_BASIS
    read = access(drawers=frozenset({id_(40)}))
    assert judge(read, agreed) == AGREES
    frozen = {id_(40): DrawerPast(copy.fact, NOON - MINUTE)}
    assert judge(read, past(drawers=frozen)) == NO_BASIS


def test_what_a_partner_is_told_needs_the_consent_that_names_it() -> None:
    matrix = replace(
        VIEWING,
        from_units=frozenset({UNIT}),
        to_units=frozenset(),
        categories=frozenset({"housing"}),
        actions=frozenset({Action.DISCLOSE}),
        partner=_PARTNER,
    )
    partner = PartnerFact(_PARTNER, NOON - YEAR, None, None)
    drawers = {OWN: drawer(OWN, UNIT, "housing"), EVIDENCE: drawer(EVIDENCE, UNIT, "evidence")}
    made = access(act=Act.DISCLOSURE_MAKE, drawers=frozenset(drawers))
    told = past(consents=_consent(matrix=matrix), drawers=drawers, partners=(partner,))
    assert judge(made, told) == AGREES
    later = replace(partner, agreed_from=NOON + MINUTE)
    assert judge(made, replace(told, partners=(later,))) == _lost(Lost.CHANGED)
    ended = replace(partner, ended_at=NOON - MINUTE)
    assert judge(made, replace(told, partners=(ended,))) == NO_BASIS
    knocked = access(MEMBER, CASE, act=Act.DISCLOSURE_MAKE, drawers=frozenset())
    assert judge(knocked, told) == AGREES


def test_what_follows_from_another_act_is_not_decided_again() -> None:
    nothing: frozenset[Any] = frozenset()
    assert not is_judged(access(act=Act.APART_LIFT, bases=nothing))
    assert is_judged(access(bases=nothing))
    assert judge(access(bases=nothing), past()) == DIFFERS


def test_an_act_about_nobody_needs_a_member_who_may() -> None:
    searched = access(MEMBER, act=Act.CLIENT_SEARCH, client=None)
    assert judge(searched, past()) == AGREES
    assert judge(replace(searched, act=Act.LOG_READ), past()) == NO_BASIS
    assert judge(replace(searched, bases=frozenset({BASIS[MEMBER], BASIS[CASE]})), past()) == (
        NO_BASIS
    )

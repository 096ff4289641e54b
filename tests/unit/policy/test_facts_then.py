from dataclasses import replace
from datetime import timedelta

from caseflow.policy.facts import ExceptionFact
from caseflow.policy.facts_then import facts_then
from caseflow.policy.merging import MergeFact
from caseflow.policy.past import HandoverPast, MergePast, Of, WallPast
from caseflow.policy.then import Then
from caseflow.vocabulary.matrices import WithdrawnPart
from tests.unit.policy.pasts import (
    AGREED,
    CLIENT,
    CONSENT,
    DESK,
    EMERGENCY,
    GIVER,
    HOUR,
    MEMBER,
    MINUTE,
    NOON,
    OTHER,
    SAT,
    STAFF,
    UNIT,
    URGENT,
    access,
    id_,
    past,
)

NOW = Then(NOON, timedelta())
SLIP = HandoverPast(id_(50), CLIENT, UNIT, CONSENT, NOON - HOUR, NOON + HOUR)


def test_the_facts_are_those_of_the_instant() -> None:
    then = past(
        desks={DESK: SAT},
        emergencies={EMERGENCY: URGENT},
        handovers=(SLIP,),
        walls=(WallPast(STAFF, CLIENT, NOON, None),),
    )
    facts = facts_then(then, access(), CLIENT, NOW)
    assert facts.membership.active
    assert facts.walled
    assert facts.desk is not None
    assert [each.id for each in facts.emergencies] == [EMERGENCY]
    assert facts.handed_over
    assert len(facts.drawers) == 2
    assert not facts_then(then, access(), OTHER, NOW).drawers


def test_what_was_over_is_none() -> None:
    then = past(
        desks={DESK: replace(SAT, until=NOON)},
        emergencies={EMERGENCY: replace(URGENT, until=NOON)},
        handovers=(SLIP._replace(until=NOON),),
    )
    facts = facts_then(then, access(), CLIENT, NOW)
    assert (facts.desk, facts.emergencies, facts.handed_over) == (None, (), False)
    assert not facts_then(past(cases={}), access(), CLIENT, NOW).handed_over


def test_an_end_is_seen_later_by_the_grace_and_what_came_before_a_merge_speaks_for_one_id() -> None:
    grace = 2 * MINUTE
    order = ExceptionFact(
        id=id_(51),
        unit=UNIT,
        client=CLIENT,
        categories=frozenset({"health"}),
        purpose="case_work",
        declared_at=NOON - HOUR,
        until=NOON + HOUR,
        ended_at=NOON - MINUTE,
        agreements=(),
    )
    urgent = replace(URGENT, ended_at=NOON - MINUTE)
    then = past(
        desks={DESK: SAT},
        emergencies={EMERGENCY: urgent, id_(52): replace(URGENT, id=id_(52), ended_at=NOON - HOUR)},
        exceptions={
            order.id: order,
            id_(53): replace(order, id=id_(53), unit=GIVER),
            id_(54): replace(order, id=id_(54), client=id_(55), ended_at=None),
        },
        consents={
            CONSENT: (
                Of(CLIENT, NOON - HOUR),
                replace(AGREED, withdrawn_parts=(WithdrawnPart(UNIT, "family", NOON - HOUR),)),
            )
        },
        merges=(MergePast(MergeFact(CLIENT, OTHER, NOON - 30 * MINUTE), None),),
    )
    facts = facts_then(then, access(), CLIENT, Then(NOON, grace))
    unheard = frozenset({OTHER})
    until, ended_at = NOON + HOUR + grace, NOON + MINUTE
    assert facts.emergencies == (replace(urgent, until=until, ended_at=ended_at, unheard=unheard),)
    assert facts.exceptions == (replace(order, until=until, ended_at=ended_at, unheard=unheard),)
    part = WithdrawnPart(UNIT, "family", NOON - HOUR)
    agreed = replace(AGREED, withdrawn_parts=(replace(part, at=part.at + grace),), unheard=unheard)
    assert facts.consents == (replace(agreed, valid_until=AGREED.valid_until + grace),)
    assert facts.same_person == unheard
    assert facts.desk == replace(SAT, until=SAT.until + grace)
    runs = replace(order, ended_at=None)
    seen = facts_then(past(exceptions={order.id: runs}), access(), CLIENT, Then(NOON, grace))
    assert seen.exceptions == (replace(runs, until=NOON + HOUR + grace),)


def test_the_handover_that_an_act_decided_waited_until_then() -> None:
    decided = past(cases={}, handovers=(SLIP._replace(until=NOON - HOUR),))
    accepted = access(MEMBER, rows=frozenset({SLIP.id}))
    assert facts_then(decided, accepted, CLIENT, NOW).handed_over
    assert not facts_then(decided, access(MEMBER), CLIENT, NOW).handed_over


def test_a_handover_carries_her_while_its_consent_runs() -> None:
    alone = past(cases={}, handovers=(SLIP,), consents={})
    assert not facts_then(alone, access(MEMBER), CLIENT, NOW).handed_over


def test_the_desk_that_is_named_counts_and_not_one_that_the_act_opened() -> None:
    other = replace(SAT, id=id_(29), until=NOON + MINUTE + MINUTE)
    both = past(desks={DESK: SAT, id_(29): other})
    named = facts_then(both, access(MEMBER, DESK), CLIENT, NOW).desk
    assert named is not None
    assert named.id == DESK
    longest = facts_then(both, access(), CLIENT, NOW).desk
    assert longest is not None
    assert longest.id == id_(29)
    opened = facts_then(both, access(rows=frozenset({DESK, id_(29)})), CLIENT, NOW)
    assert opened.desk is None

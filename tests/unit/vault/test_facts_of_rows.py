from dataclasses import replace
from datetime import timedelta

from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import (
    EmergencyAccess,
    ExceptionAgreement,
    LawfulException,
)
from caseflow.database.tables.units import Membership
from caseflow.policy.facts import (
    Agreement,
    CaseFact,
    CategoryRules,
    ConsentFact,
    DeskFact,
    DrawerFact,
    EmergencyFact,
    ExceptionFact,
    MembershipFact,
)
from caseflow.policy.validity import lasts_beyond, valid_at
from caseflow.vault.facts_of_rows import (
    case_fact,
    category_rules,
    consent_fact,
    consent_now,
    desk_fact,
    drawer_fact,
    emergency_fact,
    exception_fact,
    in_doubt,
    matrix_of,
    membership_fact,
    parts_of,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from caseflow.vocabulary.states import Notice
from tests.factories.clients import Known, consent_row
from tests.factories.house import House, StoppedClock, configuration

NOW = StoppedClock().now()


def test_a_membership_is_active_until_it_ended() -> None:
    row = Membership(
        staff_id=new_id(), unit_id=new_id(), role="lead", admitted_by=None, since=NOW, ended_at=None
    )
    fact = membership_fact(row)
    assert fact == MembershipFact(row.id, row.staff_id, row.unit_id, Role.LEAD, active=True)
    row.ended_at = NOW
    assert membership_fact(row) == replace(fact, active=False)


def test_a_case_is_open_until_it_is_closed() -> None:
    someone = new_id()
    row = Case(
        client_id=new_id(),
        unit_id=new_id(),
        opened_at=NOW,
        opened_by=someone,
        restricted=True,
        assigned=(someone,),
        code=b"",
        code_key_id=b"",
    )
    fact = case_fact(row)
    assert fact == CaseFact(
        row.id, row.unit_id, open=True, restricted=True, assigned=frozenset({someone})
    )
    assert not fact.deserted
    assert case_fact(row, deserted=True) == replace(fact, deserted=True)
    row.closed_at = NOW
    assert case_fact(row) == replace(fact, open=False)
    assert in_doubt([row]) == replace(fact, open=False, assigned=frozenset())
    assert in_doubt([]) is None


def test_a_drawer_keeps_its_place() -> None:
    drawer = Drawer(
        client_id=new_id(),
        unit_id=new_id(),
        category="health",
        key_version=1,
        key_id=b"",
        born_at=NOW,
    )
    fact = drawer_fact(drawer)
    assert fact == DrawerFact(
        drawer.id, drawer.unit_id, "health", client=drawer.client_id, copied_from=None
    )
    drawer.copied_from, drawer.copied_under = new_id(), new_id()
    copy = replace(fact, copied_from=drawer.copied_from, copied_under=drawer.copied_under)
    assert drawer_fact(drawer) == copy
    drawer.frozen_at = NOW
    assert drawer_fact(drawer) == replace(copy, frozen=True)
    drawer.kept_for = "legal_claims"
    assert drawer_fact(drawer) == replace(copy, frozen=True, kept=True)


def test_a_desk_an_emergency_and_another_ground_are_of_somebody_and_of_a_time() -> None:
    desk = Desk(
        client_id=new_id(),
        session_id=new_id(),
        staff_id=new_id(),
        unit_id=new_id(),
        opened_at=NOW,
        until=NOW + timedelta(hours=1),
        code=b"",
        code_key_id=b"",
    )
    assert desk_fact(desk) == DeskFact(
        id=desk.id,
        staff=desk.staff_id,
        session=desk.session_id,
        unit=desk.unit_id,
        client=desk.client_id,
        opened_at=NOW,
        until=NOW + timedelta(hours=1),
    )
    emergency = EmergencyAccess(
        client_id=new_id(),
        staff_id=new_id(),
        unit_id=new_id(),
        categories=("health", "family"),
        reason=b"",
        reason_digest=b"",
        declared_at=NOW,
        until=NOW + timedelta(hours=4),
    )
    declared = EmergencyFact(
        id=emergency.id,
        staff=emergency.staff_id,
        unit=emergency.unit_id,
        client=emergency.client_id,
        declared_at=NOW,
        until=NOW + timedelta(hours=4),
        ended_at=None,
        categories=frozenset({"health", "family"}),
    )
    assert emergency_fact(emergency) == declared
    emergency.ended_at, other = NOW + timedelta(hours=1), frozenset({new_id()})
    assert emergency_fact(emergency, other) == replace(
        declared, ended_at=emergency.ended_at, unheard=other
    )


def test_another_ground_opens_what_was_agreed_to_of_whom_it_asks() -> None:
    asked, ended = (new_id(), new_id()), NOW + timedelta(hours=2)
    row = LawfulException(
        client_id=new_id(),
        kind="order",
        unit_id=new_id(),
        declared_by=new_id(),
        from_units=asked,
        categories=("health", "family"),
        purpose="case_work",
        grounds=b"",
        grounds_digest=b"",
        declared_at=NOW,
        until=NOW + timedelta(days=3),
        ended_at=ended,
    )
    agreed = [
        ExceptionAgreement(
            client_id=row.client_id,
            exception_id=row.id,
            unit_id=unit,
            agreed_by=new_id(),
            role=role,
            agreed_at=NOW + timedelta(hours=1),
        )
        for unit, role in ((asked[0], "lead"), (asked[1], "officer"), (new_id(), "lead"))
    ]
    unheard, at = frozenset({new_id()}), NOW + timedelta(hours=1)
    assert exception_fact(row, agreed, unheard) == ExceptionFact(
        id=row.id,
        unit=row.unit_id,
        client=row.client_id,
        categories=frozenset({"health", "family"}),
        purpose="case_work",
        declared_at=NOW,
        until=NOW + timedelta(days=3),
        ended_at=ended,
        agreements=(
            Agreement(asked[0], at, by_lead=True),
            Agreement(asked[1], at, by_lead=False),
        ),
        unheard=unheard,
    )
    assert exception_fact(row, ()).unheard == frozenset()


def test_a_consent_is_complete_with_every_notice_and_keeps_what_was_refused(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    row = consent_row(house.work(), berta, Known(new_id(), ""), [shelter], ["health", "family"])
    row.exclusions = ({"to_unit": str(shelter), "category": "family"},)
    row.withdrawn_parts = ({"to_unit": str(shelter), "category": "health", "at": NOW.isoformat()},)
    row.partner_id, row.version, row.majority_at = new_id(), 3, NOW + timedelta(days=9)
    row.recorded_at, row.withdrawn_at = NOW + timedelta(days=1), NOW + timedelta(days=5)
    fact, unheard = consent_fact(row), frozenset({new_id()})
    assert fact == ConsentFact(
        id=row.id,
        version=3,
        matrix=Matrix(
            from_units=frozenset({berta.unit}),
            to_units=frozenset({shelter}),
            categories=frozenset({"health", "family"}),
            purposes=frozenset({"case_work"}),
            actions=frozenset({Action.VIEW}),
            exclusions=frozenset({Exclusion(shelter, "family")}),
            partner=row.partner_id,
        ),
        valid_from=NOW,
        valid_until=NOW + timedelta(days=365),
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_parts=(WithdrawnPart(shelter, "health", NOW),),
        complete=True,
        majority_at=row.majority_at,
    )
    assert matrix_of(row) == fact.matrix
    assert parts_of(row) == fact.withdrawn_parts
    assert consent_fact(row, unheard) == replace(fact, unheard=unheard)
    assert consent_now(row, unheard) == replace(fact, unheard=unheard)
    row.notices = tuple(Notice)[1:]
    assert consent_fact(row) == replace(fact, complete=False)


def test_a_consent_whose_end_is_written_down_is_over_whatever_the_clock_says(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    row = consent_row(house.work(), berta, Known(new_id(), ""), [shelter], ["health"])
    assert valid_at(consent_now(row, frozenset()), NOW)
    row.settled_at = NOW + timedelta(days=1)
    assert not lasts_beyond(consent_now(row, frozenset()), NOW)
    assert not lasts_beyond(consent_now(row, frozenset()), NOW - timedelta(days=1))
    assert valid_at(consent_fact(row), NOW)  # as it was then, for whoever looks back


def test_the_rules_of_categories_are_those_of_the_configuration() -> None:
    said = configuration()
    assert category_rules(said) == CategoryRules(
        emergency=said.emergency_categories,
        trustee=said.trustee_categories,
        never=said.closed_categories,
    )
    assert "whereabouts" not in said.trustee_categories
    assert "evidence" in said.closed_categories

"""A small past to decide again: one unit with a case of one client, another with a consent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from caseflow.policy.facts import CategoryRules, ConsentFact, DeskFact, DrawerFact, EmergencyFact
from caseflow.policy.past import Access, CasePast, DrawerPast, MembershipPast, Of, Past
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action, Matrix

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
YEAR = timedelta(days=365)


def id_(number: int) -> UUID:
    """Return an id by its number."""
    return UUID(int=number)


CLIENT, OTHER, STAFF, COLLEAGUE, SESSION = map(id_, range(1, 6))
UNIT, GIVER = id_(10), id_(11)
MEMBER, CASE, CONSENT, DESK, EMERGENCY, EXCEPTION = map(id_, range(20, 26))
OWN, TOLD, EVIDENCE = id_(30), id_(31), id_(32)
RULES = CategoryRules(
    frozenset({"health"}), frozenset({"health", "housing"}), frozenset({"evidence"})
)
BASIS = {
    MEMBER: Basis(BasisKind.MEMBERSHIP, MEMBER),
    CASE: Basis(BasisKind.OWN_UNIT, CASE),
    CONSENT: Basis(BasisKind.CONSENT, CONSENT),
    DESK: Basis(BasisKind.DESK, DESK),
    EMERGENCY: Basis(BasisKind.EMERGENCY, EMERGENCY),
    EXCEPTION: Basis(BasisKind.EXCEPTION, EXCEPTION),
}
MEMBERSHIP = MembershipPast(MEMBER, STAFF, UNIT, Role.CASEWORKER, NOON - YEAR, None)
OPEN = CasePast(
    CASE, UNIT, CLIENT, NOON - HOUR, None, restricted=False, assigned=frozenset({STAFF})
)
VIEWING = Matrix(
    frozenset({GIVER}),
    frozenset({UNIT}),
    frozenset({"health"}),
    frozenset({"case_work"}),
    frozenset({Action.VIEW}),
)
AGREED = ConsentFact(
    CONSENT, 1, VIEWING, NOON - HOUR, NOON + YEAR, NOON - HOUR, None, (), complete=True
)
SAT = DeskFact(DESK, STAFF, SESSION, UNIT, CLIENT, NOON - MINUTE, NOON + MINUTE)
URGENT = EmergencyFact(
    EMERGENCY, STAFF, UNIT, CLIENT, NOON - HOUR, NOON + HOUR, None, frozenset({"health"})
)


def drawer(name: UUID, unit: UUID, category: str, **more: Any) -> DrawerPast:  # noqa: ANN401
    """Return a drawer of the client."""
    return DrawerPast(DrawerFact(name, unit, category, CLIENT, **more), None)


def past(**changed: Any) -> Past:  # noqa: ANN401 - as the past itself
    """Return the past, changed."""
    plain = Past(
        categories=RULES,
        clients=frozenset({CLIENT, OTHER}),
        broken=frozenset(),
        memberships={MEMBER: MEMBERSHIP},
        cases={CASE: OPEN},
        walls=(),
        drawers={OWN: drawer(OWN, UNIT, "housing"), TOLD: drawer(TOLD, GIVER, "health")},
        consents={CONSENT: (Of(CLIENT, NOON - HOUR), AGREED)},
        emergencies={},
        exceptions={},
        desks={},
        handovers=(),
        merges=(),
        pairs=(),
        partners=(),
    )
    return replace(plain, **changed)


def access(*bases: UUID, **changed: Any) -> Access:  # noqa: ANN401 - as the access itself
    """Return an access at noon to both drawers, by these bases."""
    plain = Access(
        position=100,
        at=NOON,
        act=Act.STORY_READ,
        staff=STAFF,
        session=SESSION,
        unit=UNIT,
        role=Role.CASEWORKER,
        client=CLIENT,
        clients=(),
        purpose="case_work",
        bases=frozenset(BASIS[each] for each in bases or (MEMBER, CASE, CONSENT)),
        request="r",
        drawers=frozenset({OWN, TOLD}),
        rows=frozenset(),
        reasoned=False,
    )
    return replace(plain, **changed)

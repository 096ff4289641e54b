"""One small provider to decide about; a test changes with `replace` what it is about."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from caseflow.policy.facts import (
    Agreement,
    CaseFact,
    CategoryRules,
    ConsentFact,
    DeskFact,
    DrawerFact,
    EmergencyFact,
    ExceptionFact,
    Facts,
    MembershipFact,
    Question,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
DAY = timedelta(days=1)

COUNSELLING, SHELTER, HOUSING, QUALIFICATION = UNITS = tuple(UUID(int=n) for n in range(1, 5))
WORKER, COLLEAGUE, CLIENT, SESSION = (UUID(int=n) for n in range(11, 15))
CATEGORIES = (
    "identity",
    "contact",
    "whereabouts",
    "family",
    "violence",
    "health",
    "goals",
    "evidence",
)
PURPOSES = ("case_work", "safety", "housing_search")

RULES = CategoryRules(
    emergency=frozenset({"identity", "health", "family"}),
    trustee=frozenset(CATEGORIES) - {"whereabouts", "evidence"},
    never=frozenset({"evidence"}),
)
MATRIX = Matrix(
    from_units=frozenset({COUNSELLING}),
    to_units=frozenset({SHELTER}),
    categories=frozenset({"identity", "violence"}),
    purposes=frozenset({"case_work"}),
    actions=frozenset({Action.VIEW, Action.COPY}),
)
CONSENT = ConsentFact(
    id=UUID(int=51),
    version=1,
    matrix=MATRIX,
    valid_from=NOW - DAY,
    valid_until=NOW + DAY,
    recorded_at=NOW - DAY,
    withdrawn_at=None,
    withdrawn_parts=(),
    complete=True,
)
CASE = CaseFact(UUID(int=52), SHELTER, open=True, restricted=False, assigned=frozenset())
CLOSED = CaseFact(UUID(int=52), SHELTER, open=False, restricted=False, assigned=frozenset())
DESK = DeskFact(UUID(int=53), WORKER, SESSION, SHELTER, CLIENT, NOW, NOW + timedelta(minutes=60))
EMERGENCY = EmergencyFact(
    id=UUID(int=54),
    staff=WORKER,
    unit=SHELTER,
    client=CLIENT,
    declared_at=NOW,
    until=NOW + timedelta(hours=4),
    ended_at=None,
    categories=frozenset({"identity", "health"}),
)
EXCEPTION = ExceptionFact(
    id=UUID(int=56),
    unit=SHELTER,
    client=CLIENT,
    categories=frozenset({"violence", "whereabouts"}),
    purpose="case_work",
    declared_at=NOW - DAY,
    until=NOW + DAY,
    ended_at=None,
    agreements=(Agreement(COUNSELLING, NOW - DAY, by_lead=True),),
)
MEMBERSHIP = MembershipFact(UUID(int=55), WORKER, SHELTER, Role.CASEWORKER, active=True)
DRAWERS = {
    (unit, category): DrawerFact(UUID(int=100 * row + column), unit, category)
    for row, unit in enumerate(UNITS, 1)
    for column, category in enumerate(CATEGORIES)
}
# The shelter asks; nothing but its own open case speaks for it.
FACTS = Facts(
    membership=MEMBERSHIP,
    case=CASE,
    walled=False,
    drawers=tuple(DRAWERS.values()),
    consents=(),
    emergencies=(),
    desk=None,
    categories=RULES,
)
QUESTION = Question(
    at=NOW,
    staff=WORKER,
    session=SESSION,
    unit=SHELTER,
    role=Role.CASEWORKER,
    act=Act.STORY_READ,
    action=Action.VIEW,
    purpose="case_work",
    client=CLIENT,
    reason_given=False,
)

MEMBER_BASIS = Basis(BasisKind.MEMBERSHIP, MEMBERSHIP.id)
CASE_BASIS = Basis(BasisKind.OWN_UNIT, CASE.id)
CONSENT_BASIS = Basis(BasisKind.CONSENT, CONSENT.id)
DESK_BASIS = Basis(BasisKind.DESK, DESK.id)
EMERGENCY_BASIS = Basis(BasisKind.EMERGENCY, EMERGENCY.id)
EXCEPTION_BASIS = Basis(BasisKind.EXCEPTION, EXCEPTION.id)

units = st.sampled_from(UNITS)
categories = st.sampled_from(CATEGORIES)
purposes = st.sampled_from(PURPOSES)
actions = st.sampled_from(Action)
# Few instants, near each other: that two of them meet is the case worth trying.
instants = st.integers(-4, 4).map(lambda days: NOW + days * DAY)

matrices = st.builds(
    Matrix,
    from_units=st.frozensets(units, min_size=1),
    to_units=st.frozensets(units, min_size=1),
    categories=st.frozensets(categories, min_size=1),
    purposes=st.frozensets(purposes, min_size=1),
    actions=st.frozensets(actions, min_size=1).map(lambda some: some | {Action.VIEW})
    | st.frozensets(actions, min_size=1),
    exclusions=st.frozensets(st.builds(Exclusion, units, categories), max_size=2),
)
consents = st.builds(
    ConsentFact,
    id=st.uuids(version=4),
    version=st.just(1),
    matrix=matrices,
    valid_from=instants,
    valid_until=instants,
    recorded_at=instants,
    withdrawn_at=st.none() | instants,
    withdrawn_parts=st.lists(st.builds(WithdrawnPart, units, categories, instants), max_size=3).map(
        tuple
    ),
    complete=st.sampled_from((True, True, True, False)),
)

agreements = st.builds(Agreement, units, instants, by_lead=st.booleans())
exceptions = st.builds(
    ExceptionFact,
    id=st.uuids(version=4),
    unit=units,
    client=st.just(CLIENT),
    categories=st.frozensets(categories, min_size=1),
    purpose=purposes,
    declared_at=instants,
    until=instants,
    ended_at=st.none() | instants,
    agreements=st.lists(agreements, max_size=3).map(tuple),
)

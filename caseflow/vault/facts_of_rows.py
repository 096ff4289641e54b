"""Turn rows whose seals hold into the facts that a decision is made from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.consents import Consent
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
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from caseflow.vocabulary.states import Notice


def membership_fact(row: Membership) -> MembershipFact:
    """Return who she is in the unit."""
    return MembershipFact(row.id, row.staff_id, row.unit_id, Role(row.role), row.ended_at is None)


def case_fact(row: Case, *, deserted: bool = False) -> CaseFact:
    """Return the unit's case; deserted: nobody is left whom it is restricted to."""
    open_now, assigned = row.closed_at is None, frozenset(row.assigned)
    return CaseFact(row.id, row.unit_id, open_now, row.restricted, assigned, deserted)


def in_doubt(rows: Iterable[Case]) -> CaseFact | None:
    """Return what stands for cases of which a broken seal hides which one is the present one.

    It is kept from everybody, lest a changed row be as good as none: a desk would open a new case.
    """
    for row in rows:
        return CaseFact(row.id, row.unit_id, open=False, restricted=True, assigned=frozenset())
    return None


def drawer_fact(row: Drawer) -> DrawerFact:
    """Return a drawer's place."""
    return DrawerFact(
        id=row.id,
        unit=row.unit_id,
        category=row.category,
        copied_from=row.copied_from,
        copied_under=row.copied_under,
        frozen=row.frozen_at is not None,
        kept=row.kept_for is not None,
        client=row.client_id,
    )


def desk_fact(row: Desk) -> DeskFact:
    """Return a desk."""
    return DeskFact(
        row.id, row.staff_id, row.session_id, row.unit_id, row.client_id, row.opened_at, row.until
    )


def emergency_fact(row: EmergencyAccess, unheard: frozenset[UUID] = frozenset()) -> EmergencyFact:
    """Return an emergency access; unheard: records of the person that it opens nothing of."""
    return EmergencyFact(
        row.id,
        row.staff_id,
        row.unit_id,
        row.client_id,
        row.declared_at,
        row.until,
        row.ended_at,
        frozenset(row.categories),
        unheard,
    )


def exception_fact(
    row: LawfulException,
    agreements: Iterable[ExceptionAgreement],
    unheard: frozenset[UUID] = frozenset(),
) -> ExceptionFact:
    """Return a lawful exception with what was agreed to."""
    return ExceptionFact(
        id=row.id,
        unit=row.unit_id,
        client=row.client_id,
        categories=frozenset(row.categories),
        purpose=row.purpose,
        declared_at=row.declared_at,
        until=row.until,
        ended_at=row.ended_at,
        agreements=tuple(
            Agreement(each.unit_id, each.agreed_at, by_lead=each.role == Role.LEAD)
            for each in agreements
            if each.unit_id in row.from_units
        ),
        unheard=unheard,
    )


def matrix_of(row: Consent) -> Matrix:
    """Return the matrix of a consent, with its exclusions."""
    return Matrix(
        from_units=frozenset(row.from_units),
        to_units=frozenset(row.to_units),
        categories=frozenset(row.categories),
        purposes=frozenset(row.purposes),
        actions=frozenset(Action(action) for action in row.actions),
        exclusions=frozenset(
            Exclusion(UUID(each["to_unit"]), each["category"]) for each in row.exclusions
        ),
        partner=row.partner_id,
    )


def parts_of(row: Consent) -> tuple[WithdrawnPart, ...]:
    """Return the parts of a consent that were taken back."""
    return tuple(
        WithdrawnPart(UUID(each["to_unit"]), each["category"], datetime.fromisoformat(each["at"]))
        for each in row.withdrawn_parts
    )


def consent_fact(row: Consent, unheard: frozenset[UUID] = frozenset()) -> ConsentFact:
    """Return a consent; it is complete when she was given every notice.

    Unheard: records of the same person that it does not speak for.
    """
    return ConsentFact(
        id=row.id,
        version=row.version,
        matrix=matrix_of(row),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_parts=parts_of(row),
        complete=frozenset(row.notices) >= frozenset(Notice),
        unheard=unheard,
        majority_at=row.majority_at,
    )


def consent_now(row: Consent, unheard: frozenset[UUID]) -> ConsentFact:
    """Return a consent as it counts now: an end that is written down stays, whatever the clock."""
    fact = consent_fact(row, unheard)
    return fact if row.settled_at is None else replace(fact, complete=False)


def category_rules(configuration: Configuration) -> CategoryRules:
    """Return what the configuration says of categories."""
    return CategoryRules(
        emergency=configuration.emergency_categories,
        trustee=configuration.trustee_categories,
        never=configuration.closed_categories,
    )

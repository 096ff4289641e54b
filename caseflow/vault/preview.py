"""Say what a consent would open before she signs, from the configuration and the staff list."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy import preview as policy
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.matrices import Matrix


@dataclass(frozen=True, slots=True)
class Preview:
    """What would open: from, to, category; how many people; what would wait."""

    pairs: tuple[tuple[UUID, UUID, str], ...]
    people: int
    pending_categories: tuple[str, ...]


def preview(work: Work, actor: Actor, matrix: Matrix) -> Preview:
    """Return what a consent with this matrix would open if it were recorded here."""
    rules = category_rules(work.configuration)
    answer = policy.preview(matrix, actor.unit, rules)
    receivers = {to for _, to, _ in answer.pairs}
    people = work.session.scalar(
        select(func.count(func.distinct(Membership.staff_id))).where(
            Membership.unit_id.in_(receivers), Membership.ended_at.is_(None)
        )
    )
    return Preview(answer.pairs, people or 0, answer.pending_categories)

"""Say what a consent would open before she signs, from the configuration and the staff list."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

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
    people: int  # each once, though she may belong to several units
    pending_categories: tuple[str, ...]
    people_of: Mapping[UUID, int] = field(default_factory=dict)  # by receiving unit


def preview(work: Work, actor: Actor, matrix: Matrix) -> Preview:
    """Return what a consent with this matrix would open if it were recorded here."""
    rules = category_rules(work.configuration)
    answer = policy.preview(matrix, actor.unit, rules)
    receivers = {to for _, to, _ in answer.pairs}
    members = work.session.execute(
        select(Membership.unit_id, Membership.staff_id)
        .where(Membership.unit_id.in_(receivers), Membership.ended_at.is_(None))
        .distinct()
    ).all()
    people_of = Counter(dict.fromkeys(receivers, 0))
    people_of.update(unit for unit, _ in members)
    everybody = {staff for _, staff in members}
    return Preview(answer.pairs, len(everybody), answer.pending_categories, people_of)

"""Load what decides about an act that is about no single client: the membership alone.

What `gather` asks of a client besides is nothing of nobody, and costs ten statements.
"""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import Facts
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.gather import Gathered
from caseflow.vault.members import acting, acting_fact, load_members
from caseflow.vault.same_person import nobody_else
from caseflow.vault.suspended import is_suspended
from caseflow.vocabulary.actors import Actor


def gather_member(work: Work, actor: Actor, nobody: UUID) -> Gathered:
    """Return what `gather` returns of an id that no client has."""
    _, sound = load_members(work, actor)
    membership = acting(sound, actor)
    facts = Facts(
        membership=acting_fact(membership, actor),
        case=None,
        walled=False,
        drawers=(),
        consents=(),
        emergencies=(),
        desk=None,
        categories=category_rules(work.configuration),
        suspended=is_suspended(work),
    )
    return Gathered(
        facts=facts,
        person=nobody_else(nobody),
        membership=membership,
        case=None,
        desk=None,
        drawers={},
        consents={},
        emergencies={},
    )

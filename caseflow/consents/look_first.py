"""Look at a guardian and at a signature before anything is recorded of a declaration."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from caseflow.consents.declaration import Declaration
from caseflow.consents.look_at_guardian import look_at_guardian
from caseflow.consents.look_at_signature import look_at_signature
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.declarers import OnDeclarers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.states import DeclarationForm, Declarer


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A declaration that may be recorded as far as that is known, its signature as it is kept."""

    declared: Declaration
    of_age: date | None  # of a minor whose guardian declares it


def look_first(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> LookedAt | Invalid | Refused:
    """Return the declaration as it may be recorded, or why not.

    A guardian is compared with those who may not declare, as far as they are open here. A signature
    comes from a stranger's program: it is opened behind a knock alone.
    """
    if declared.form.kind == DeclarationForm.SIGNED_SCREEN and declared.signature:
        signed = look_at_signature(work, actor, client, declared)
        if not isinstance(signed, Declaration):
            return signed
        declared = signed
    if declared.declared_by != Declarer.GUARDIAN:
        return LookedAt(declared, None)
    known = again(work, partial(look_at_guardian, work, actor, client, declared))
    return LookedAt(declared, known.of_age) if isinstance(known, OnDeclarers) else known

"""Look whether a signature can be kept before anything is recorded; no transaction waits."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from caseflow.consents.clean_signature import clean_signature
from caseflow.consents.declaration import Declaration
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Refused


def look_at_signature(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> Declaration | Invalid | Refused:
    """Return the declaration with its signature as it is kept, or why it is not taken."""
    refused = again(work, partial(_knock, work, actor, client))
    if refused is not None:
        return refused
    clean = clean_signature(declared.signature, work.configuration.limits.documents)
    if isinstance(clean, Problem):
        return Invalid((clean,))
    return replace(declared, signature=clean)


def _knock(work: Work, actor: Actor, client: UUID) -> Refused | None:
    given = permit(work, actor, Ask(Act.CONSENT_RECORD, client))
    if isinstance(given, Refused):
        return given
    let_pass(work, given, again=False)
    return None

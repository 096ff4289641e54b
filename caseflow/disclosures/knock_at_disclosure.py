"""Say whether an act on a disclosure would be permitted, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import client_of_disclosure, own_disclosure
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_disclosure(
    work: Work, actor: Actor, act: Act, disclosure: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where it is one of the acting unit."""
    given = permit(work, actor, Ask(act, client_of_disclosure(work, disclosure)))
    if isinstance(given, Refused):
        return given
    if own_disclosure(work, given, disclosure) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None

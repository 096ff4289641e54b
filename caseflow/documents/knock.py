"""Say whether an act on documents would be permitted, before what was sent for it is looked at."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.find_client import client_of
from caseflow.vault.contents import find_row
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock(
    work: Work, actor: Actor, act: Act, client: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the act is permitted, and nothing is done.

    `again` traces that an answer is given once more.
    """
    given = permit(work, actor, Ask(act, client))
    if isinstance(given, Refused):
        return given
    let_pass(work, given, again=again)
    return None


def knock_at_document(
    work: Work,
    actor: Actor,
    document: UUID,
    act: Act = Act.DOCUMENT_WRITE,
    *,
    of: UUID | None = None,
    again: bool = False,
) -> Refused | None:
    """Return the refusal of a change to a document, if it is none of the unit's own."""
    given = permit(work, actor, Ask(act, client_of(work, actor.unit, document, of)))
    if isinstance(given, Refused):
        return given
    if find_row(work, given, Document, document) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_sight(
    work: Work, actor: Actor, document: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a look at a document, if it lies in no drawer that is open."""
    given = permit(work, actor, Ask(Act.DOCUMENT_READ, client_of(work, actor.unit, document)))
    if isinstance(given, Refused):
        return given
    hers = Document.client_id.in_(given.gathered.person.ids)
    where = select(Document.drawer_id).where(hers, Document.id == document)
    if work.session.scalar(where) not in {each.drawer for each in given.openings}:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None

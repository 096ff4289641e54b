"""Find what the acting unit has told partners of a client."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Permit
from caseflow.vault.same_person import person_of, whose
from caseflow.vocabulary.actors import Actor


def client_of_disclosure(work: Work, disclosure: UUID, of: UUID | None = None) -> UUID:
    """Return whom it is about; of an id that was never issued the id itself: nobody.

    `of` is the client under whom it was asked for: what was told of another is nobody's there.
    """
    found = work.session.scalar(select(Disclosure.client_id).where(Disclosure.id == disclosure))
    return whose(work, disclosure, found, of)


def named_row(work: Work, actor: Actor, client: UUID, disclosure: UUID) -> Disclosure | None:
    """Return the row of the acting unit by which a decision is asked; None for any other id.

    Whether she is open to whoever asks is still to be decided.
    """
    rows = work.session.scalars(select(Disclosure).where(Disclosure.id == disclosure))
    ids = person_of(work, client).ids
    for row in intact(work, rows):
        if row.client_id in ids and row.unit_id == actor.unit:
            return row
    return None


def own_disclosures(work: Work, given: Permit) -> list[Disclosure]:
    """Return what the acting unit told of a client, the newest first."""
    rows = work.session.scalars(
        select(Disclosure)
        .where(
            Disclosure.client_id.in_(given.gathered.person.ids),
            Disclosure.unit_id == given.actor.unit,
        )
        .order_by(Disclosure.made_at.desc(), Disclosure.id)
    )
    return intact(work, rows)


def own_disclosure(work: Work, given: Permit, disclosure: UUID) -> Disclosure | None:
    """Return one of them; None for any other id."""
    return next((each for each in own_disclosures(work, given) if each.id == disclosure), None)

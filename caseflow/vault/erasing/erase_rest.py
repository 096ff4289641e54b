"""Erase what no unit's file holds: the client herself, her aliases, and who is kept from her."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, or_, select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact, uses_of
from caseflow.database.tables.clients import Client
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.vault.apart_rows import apart_of, hold_clients
from caseflow.vault.contents import joined
from caseflow.vault.erasing.erased_tables import deletion, of_a_client
from caseflow.vault.keep_apart import bring_together
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.bases import BasisKind, UsedBasis


def erase_rest(work: Work, actor: Actor, ids: Sequence[UUID]) -> Deeds:
    """Erase it; her consents run no longer, and stay as evidence with disclosures and the like."""
    told = joined(_let_go(work, actor, ids), _end_consents(work, ids))
    for table in reversed(of_a_client()):
        gone = deletion(table).where(table.c.client_id.in_(ids))
        work.session.execute(gone, execution_options={"synchronize_session": False})
    for which in (
        delete(KeptApart).where(KeptApart.other_id.in_(ids)),
        delete(Merge).where(or_(Merge.first_client.in_(ids), Merge.second_client.in_(ids))),
        delete(Client).where(Client.id.in_(ids)),
    ):
        work.session.execute(which, execution_options={"synchronize_session": False})
    return told


def _let_go(work: Work, actor: Actor, ids: Sequence[UUID]) -> Deeds:
    """Lift the pairs that she is one of: nobody is there any more to be kept from the others."""
    apart = apart_of(work, ids[0])
    hold_clients(work, [apart.other_of(pair) for pair in apart.pairs])
    deeds = []
    for pair in apart.pairs:
        change(work, pair, lifted_by=actor.staff, lifted_at=work.clock.now())
        deeds += [bring_together(work, actor, pair), Deeds(rows=(digest_of(pair),))]
    return joined(*deeds)


def _end_consents(work: Work, ids: Sequence[UUID]) -> Deeds:
    """Settle them: they are evidence from now on, and nothing comes to be done by them."""
    found = select(Consent).where(Consent.client_id.in_(ids), Consent.settled_at.is_(None))
    rows = intact(work, work.session.scalars(found.order_by(Consent.id)))
    for row in rows:
        change(work, row, settled_at=work.clock.now())
    ended = tuple(UsedBasis(BasisKind.CONSENT, row.id, uses_of(work, row)) for row in rows)
    return Deeds(rows=tuple(digest_of(row) for row in rows), ended=ended)

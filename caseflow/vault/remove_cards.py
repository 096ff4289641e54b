"""Take cards away from a unit; the tokens of a card go with it, by the database itself."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, delete

from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import remove_from_order


def remove_card(work: Work, unit: UUID, clients: Iterable[UUID]) -> None:
    """Take a person's filed cards out of the acting unit's file and order, by all her ids."""
    keys = ring(work).unit_at_hand(unit)
    for client in clients:
        remove_where(work, unit, client, NameCard.filed.is_(True))
        if keys is not None:
            remove_from_order(work, keys, client)


def remove_where(work: Work, unit: UUID, client: UUID, *which: ColumnElement[bool]) -> None:
    """Remove those cards of a client that the unit has and that the conditions name."""
    work.session.execute(
        delete(NameCard).where(NameCard.client_id == client, NameCard.unit_id == unit, *which)
    )

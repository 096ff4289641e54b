"""Seal the client code for a unit, and open it again.

A unit keeps the code with its own case: it can call her by it even when nothing else is open.
"""

from typing import TypedDict
from uuid import UUID

from caseflow.crypto.cards import CardPlace, open_card, seal_card
from caseflow.crypto.client_codes import code_tag
from caseflow.database.tables.clients import Case, Desk
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import MissingKey


class SealedCode(TypedDict):
    """The two columns that a case or a desk keeps a client code in."""

    code: bytes
    code_key_id: bytes


def tag_of(work: Work, code: str) -> bytes:
    """Return the tag by which a client is found by her code."""
    return code_tag(ring(work).server.code_lookup, code)


def sealed_code(work: Work, unit: UUID, row: UUID, code: str) -> SealedCode:
    """Return the columns `code` and `code_key_id` of a new case or desk of the acting unit.

    Raises MissingKey when the unit's key is not at hand.
    """
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to seal a client code")
    sealed = seal_card(keys.cards, CardPlace(work.installation, unit, row, 0), code)
    return SealedCode(code=sealed, code_key_id=keys.key_id)


def code_of(work: Work, row: Case | Desk) -> str:
    """Return the client code on a case or desk of the acting unit."""
    keys = ring(work).unit_at_hand(row.unit_id)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open a client code")
    place = CardPlace(work.installation, row.unit_id, row.id, 0)
    return open_card(keys.of(row.code_key_id).cards, place, row.code)

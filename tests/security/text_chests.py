"""The ciphertexts of a unit that lie in no drawer: cards, codes, slips, reasons, answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from caseflow.crypto.ciphers import new_key
from caseflow.crypto.kept_answers import AnswerPlace, open_answer, seal_answer
from caseflow.crypto.wrapping import unwrap
from caseflow.database.base import Base
from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.clients import Case, Desk, Wall
from caseflow.database.tables.drafts import Draft
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.tables.own_addresses import OwnAddress
from caseflow.database.tables.retention import Hold
from caseflow.database.tables.reviews import ReviewFinding, SignOff
from caseflow.database.tables.search_index import UnitIndex
from caseflow.database.unit_of_work import Work
from caseflow.keys import drafts, own_addresses
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.card_order import open_list
from caseflow.vault.codes import code_of
from caseflow.vault.letters import Letter, open_letter, seal_letter
from caseflow.vault.name_cards import open_or_alarm
from caseflow.vault.reasons import open_as_oversight, seal_for_oversight
from caseflow.vault.search_index import index_key
from caseflow.vocabulary.ids import new_id
from tests.security.chest_rows import chest_of, rows_of, unit_of
from tests.security.tamperings import Chest

# Texts for the officers, each bound to the id in this column.
OFFICERS: tuple[tuple[type[Base], str, tuple[str, ...]], ...] = (
    (SealedReason, "entry_id", ("sealed",)),
    (EmergencyAccess, "id", ("reason", "note", "told_note")),
    (LawfulException, "id", ("grounds",)),
    (Wall, "id", ("reason",)),
    (KeptApart, "id", ("reason",)),
    (Hold, "id", ("reason", "lifting")),
    (SignOff, "id", ("note",)),
    (ReviewFinding, "id", ("note", "done")),
)


def card_chests(work: Work) -> Iterator[Chest]:
    """Yield by what a unit finds its clients, and what is kept for its programs."""
    keys = unit_of(work)
    for card in rows_of(work, NameCard, unit_id=keys.unit):
        yield chest_of(work, card, "sealed", partial(open_or_alarm, work))
    for order in rows_of(work, CardOrder, unit_id=keys.unit):
        yield chest_of(work, order, "sealed", lambda row: open_list(work, keys, row) or None)
    for index in rows_of(work, UnitIndex, unit_id=keys.unit):
        yield chest_of(work, index, "sealed", partial(index_key, work, keys))
    for table in (Case, Desk):
        for row in rows_of(work, table, unit_id=keys.unit):
            yield chest_of(work, row, "code", partial(code_of, work))
    place = AnswerPlace(work.installation, keys.unit, new_id(), new_key())
    kept = KeptAnswer(
        staff_id=place.staff,
        key_digest=place.key_digest,
        unit_id=place.unit,
        unit_key_id=keys.key_id,
        made_at=work.clock.now(),
        sealed=seal_answer(keys.newest.answers, place, "{}"),
    )
    yield chest_of(work, kept, "sealed", partial(_answer, keys, place))


def _answer(keys: OpenedUnit, place: AnswerPlace, row: KeptAnswer) -> str:
    return open_answer(keys.of(row.unit_key_id).answers, place, row.sealed)


def letter_chests(work: Work) -> Iterator[Chest]:
    """Yield the slips of handovers and the answers to them, each for the unit it is sealed to."""
    unit = unit_of(work).unit
    for side in ("from", "to"):
        for row in rows_of(work, Handover, **{f"{side}_unit": unit}):
            for part in ("slip", "answer"):
                column = f"{part}_{side}"
                sealed = seal_letter(work, unit, row.id, part, "later")
                yield chest_of(work, row, column, partial(_letter, work, part, column), sealed)


def _letter(work: Work, part: str, column: str, row: Handover) -> str:
    letter = Letter(row.__tablename__, row.id, part, getattr(row, column), None)
    return open_letter(work, letter)


def officer_chests(work: Work) -> Iterator[Chest]:
    for table, context, columns in OFFICERS:
        for row in rows_of(work, table):
            for column in columns:
                named = column if len(columns) > 1 else ""
                sealed = seal_for_oversight(work, getattr(row, context), "later", named)
                opened = partial(_officer, work, context, column, named)
                yield chest_of(work, row, column, opened, sealed)


def _officer(work: Work, context: str, column: str, named: str, row: Any) -> str:  # noqa: ANN401 - of any table
    return open_as_oversight(work, getattr(row, context), getattr(row, column), named)


def address_chests(work: Work) -> Iterator[Chest]:
    opened = ring(work).staff
    assert opened is not None
    for row in rows_of(work, OwnAddress, staff_id=opened.staff):
        yield chest_of(work, row, "sealed", partial(_address, work, opened))


def draft_chests(work: Work) -> Iterator[Chest]:
    """Yield what somebody typed and has not sent, each opening to her in this unit alone."""
    opened = ring(work).staff
    assert opened is not None
    for row in rows_of(work, Draft, staff_id=opened.staff):
        where = drafts.place_of(row)
        later = replace(where, kept_at=where.kept_at + timedelta(days=1))
        strange = drafts.seal_draft(work, later, "later").sealed
        yield chest_of(work, row, "sealed", partial(drafts.open_draft, work), strange)


def _address(work: Work, opened: OpenedPair, row: OwnAddress) -> bytes:
    key, context = own_addresses._key(opened), own_addresses._context(work, row.staff_id)  # noqa: SLF001
    return unwrap(key, own_addresses._LABEL, context, row.sealed)  # noqa: SLF001

"""Seal a text to a unit that is not here, and open what was sealed to one's own.

For slips of handovers and the answers to them: sending is the giving unit's logged telling.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.database.sealed_rows import intact, use
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.reasons import open_as_unit, seal_to_unit
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.contents import joined
from caseflow.vault.permit import NO_CLIENT, Deeds, Permit, permit_member, trace
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import BrokenKey, Stale

PURPOSE = "letter"

Texts: TypeAlias = Mapping[tuple[UUID, str], str]  # by row and part; a damaged one is missing


@dataclass(frozen=True, slots=True)
class Letter:
    """A sealed text and the row that it is bound to."""

    table: str
    row: UUID
    part: str  # which text of the row
    sealed: bytes
    client: UUID | None  # whom it names; None when it names nobody
    consent: Consent | None = None  # that lets the acting unit read it; None for its own
    giver: UUID | None = None  # whose drawers it tells of under the consent
    shown: frozenset[str] = frozenset()  # the categories of them


def seal_letter(work: Work, unit: UUID, row: UUID, part: str, text: str) -> bytes:
    """Return a text that only members of a unit can open, bound to one row."""
    return seal_to_unit(work, unit, PURPOSE, (row.bytes, part.encode()), text)


def open_letter(work: Work, letter: Letter) -> str:
    """Return the text of a letter to the acting unit; raises BrokenKey when it does not open.

    Inside a write's transaction, which the text must not leave before the commit.
    """
    return open_as_unit(
        ring(work), PURPOSE, (letter.row.bytes, letter.part.encode()), letter.sealed
    )


def open_letters(
    work: Work, actor: Actor, act: Act, letters: Sequence[Letter]
) -> Disclosed[Texts] | Refused:
    """Return the texts of letters to the acting unit, after the trace.

    TOO_LATE when a consent changed since its row was loaded. Damaged letters raise an alarm.
    """
    consents = [each.consent for each in letters if each.consent is not None]
    given = permit_member(work, actor, act, consents)
    if isinstance(given, Refused):
        work.finish()
        return given
    named = dict.fromkeys(each.client for each in letters if each.client is not None)
    rows = ",".join(str(row) for row in dict.fromkeys(each.row for each in letters))
    told = Deeds(clients=tuple(named), details={"letters": rows} if rows else {})
    trace(work, given, joined(told, *(shown_by(work, each) for each in letters)))
    work.finish()
    return Disclosed(_open_all(work, actor, letters))


def shown_by(work: Work, letter: Letter) -> Deeds:
    """Return the trace of what a letter shows under its consent: the giving unit's drawers."""
    if letter.consent is None:
        return Deeds()
    person = (NO_CLIENT,) if letter.client is None else person_of(work, letter.client).ids
    found = select(Drawer).where(
        Drawer.client_id.in_(person),
        Drawer.unit_id == letter.giver,
        Drawer.category.in_(letter.shown),
        Drawer.copied_from.is_(None),
    )
    drawers = intact(work, work.session.scalars(found))
    names = tuple(DrawerName(each.id, each.unit_id, each.category) for each in drawers)
    return Deeds(drawers=names, fields=(f"{letter.table}.{letter.part}",) if names else ())


def resting_on(work: Work, given: Permit, consent: Consent) -> Permit:
    """Return a permit that rests on a consent too, used once; raises Stale when it changed."""
    number = use(work, consent)
    if number is None:
        raise Stale(Consent.__tablename__)
    return replace(given, used=(*given.used, UsedBasis(BasisKind.CONSENT, consent.id, number)))


def _open_all(work: Work, actor: Actor, letters: Sequence[Letter]) -> Texts:
    texts: dict[tuple[UUID, str], str] = {}
    damaged: list[Alarm] = []
    for each in letters:
        try:
            texts[each.row, each.part] = open_letter(work, each)
        except BrokenKey:
            damaged.append(Alarm.of_key(each.table, each.row))
    if damaged:
        raise_alarms(work, actor, damaged)
    return texts

"""Mark what partners outside were told of a piece that stands otherwise now (Art. 19 GDPR).

Whoever was told the old words must be told of the change. Which pieces a partner was told lies
sealed in the evidence of the unit that told them, so it is looked up by the act of the change.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.records import DisclosureContent, DrawerContent, Entry, Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.envelopes import find
from caseflow.vault.content_rows import content_rows
from caseflow.vault.content_tables import field_names, fields_of
from caseflow.vault.open_drawers import fields_in, key_of, open_each, own_drawers
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.questions.stored_answer import stored_answer

_EVIDENCE = "evidence"
# Where a piece stands in what was told, and its words there by the columns that hold them.
_TOLD_OF: Mapping[type[DrawerContent], tuple[str, Mapping[str, str]]] = {
    Entry: ("entries", {name: name for name in ("kind", "occurred_on", "title", "text")}),
    Fact: ("answers", {"answer": "value"}),
}


def overtake(work: Work, given: Permit, row: DrawerContent) -> Deeds:
    """Mark each telling in which an own piece reads otherwise than it stands by now.

    What was left out of a telling is not compared; nor is a telling whose partner has heard of the
    piece since it was last written.
    """
    if type(row) not in _TOLD_OF:
        return Deeds()
    tellings = {each.id: each for each in _tellings(work, given, row)}
    if not tellings:
        return Deeds()
    evidence = own_drawers(given.gathered.drawers.values(), given.actor.unit, _EVIDENCE)
    told = dict(_told(work, evidence))
    stands = _stands(work, given, row)
    old = [each for key, each in tellings.items() if _reads_otherwise(told.get(key), row, stands)]
    for each in old:
        change(
            work, each, overtaken_at=work.clock.now(), retold=None, retold_at=None, retold_by=None
        )
    return Deeds(
        drawers=tuple(DrawerName(each.id, each.unit_id, each.category) for each in evidence),
        fields=field_names(DisclosureContent),
        rows=tuple(digest_of(each) for each in old),
    )


def _tellings(work: Work, given: Permit, row: DrawerContent) -> Iterator[Disclosure]:
    """Yield what the unit told of her and is not marked already, nor heard of since."""
    hers = select(Disclosure).where(
        Disclosure.client_id.in_(given.gathered.person.ids),
        Disclosure.unit_id == given.actor.unit,
    )
    for each in intact(work, work.session.scalars(hers.order_by(Disclosure.id))):
        waits = each.overtaken_at is not None and each.retold is None
        heard = each.retold_at is not None and each.retold_at >= row.recorded_at
        if not waits and not heard:
            yield each


def _told(work: Work, evidence: Iterable[Drawer]) -> Iterator[tuple[UUID, Mapping[str, Any]]]:
    """Yield what was told, by disclosure; what does not open any more is an alarm."""
    drawers = {each.id: each for each in evidence}
    ciphers, broken = open_each(work, find(work, [*drawers.values()]) if drawers else {})
    work.alarms += broken
    table = DisclosureContent.__tablename__
    for key, cipher in ciphers.items():
        drawer = drawers[key]
        fields = fields_in(work, drawer, cipher)
        for row in content_rows(work, DisclosureContent, [drawer.client_id], [key]):
            try:
                text = fields.row(table, row.id, row.seal_revision).open("told", row.told)
            except BrokenKey:
                work.alarms.append(Alarm.of_key(table, row.id))
            else:
                yield row.disclosure_id, json.loads(text)


def _stands(work: Work, given: Permit, row: DrawerContent) -> Mapping[str, str]:
    """Return the words of the piece as they stand now, by their name in what was told."""
    drawer = given.gathered.drawers[row.drawer_id]
    opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), row)
    named = _TOLD_OF[type(row)][1]
    return {name: opener.open(column, getattr(row, column)) for name, column in named.items()}


def _reads_otherwise(
    told: Mapping[str, Any] | None, row: DrawerContent, stands: Mapping[str, str]
) -> bool:
    """Say whether a word of the piece was told that is another one now."""
    pieces = () if told is None else told[_TOLD_OF[type(row)][0]]
    return any(
        each["id"] == str(row.id)
        and each[name] is not None
        and _said(name, each[name]) != _said(name, words)
        for each in pieces
        for name, words in stands.items()
    )


def _said(name: str, text: str) -> object:
    """Return what a text says; how the options of a question are called is no part of an answer."""
    return stored_answer("", text).value if name == "answer" else text

"""Write into a drawer: every row sealed whole, under its own revision."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from caseflow.audit.entries import DrawerName
from caseflow.audit.record import digest_of
from caseflow.crypto.fields import question_tag
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.database.unit_of_work import Work
from caseflow.vault.content_tables import field_names, fields_of, sealed_columns
from caseflow.vault.open_drawers import (
    OpenDrawer,
    fields_in,
    key_of,
    open_for_writing,
    own_drawers,
    ready,
)
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.states import FactState

C = TypeVar("C", bound=DrawerContent)


@dataclass(frozen=True, slots=True)
class Content(Generic[C]):
    """A new row for a drawer: all its sealed fields, and the plain columns it has besides."""

    table: type[C]
    category: str
    fields: Mapping[str, str]
    plain: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written(Generic[C]):
    """A row as it was written, and what of it belongs into the trace."""

    row: C
    deeds: Deeds


def put(work: Work, given: Permit, content: Content[C]) -> Written[C]:
    """Write a new row into the acting unit's drawer of a category.

    Raises Stale when the drawer's key turned in the meantime, or the same question was answered.
    """
    opened = _open(work, given, content.category)
    row = add_row(work, given, opened, content)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(row.__tablename__) from error
    return Written(row, deeds_of(opened, row))


def add_row(work: Work, given: Permit, opened: OpenDrawer, content: Content[C]) -> C:
    """Add a new row, sealed, that is written at the next flush."""
    plain = dict(content.plain)
    if content.table is Fact:
        plain["question_tag"] = question_tag(opened.cipher, content.fields["question"])
    row: C = cast("type[Any]", content.table)(
        client_id=opened.drawer.client_id,  # of the person's ids the one that the drawer has
        drawer_id=opened.drawer.id,
        key_version=opened.drawer.key_version,
        seal_revision=1,
        recorded_by=given.actor.staff,
        recorded_at=work.clock.now(),
        **plain,
        **dict.fromkeys(sealed_columns(content.table), b""),
    )
    seal_row(opened, row, content.fields)
    work.session.add(row)
    return row


def rewrite(work: Work, given: Permit, row: C, fields: Mapping[str, str]) -> Written[C]:
    """Write some fields of an own row anew; the whole row is sealed under its next revision.

    Raises Stale when somebody else wrote it since it was loaded.
    """
    drawer = given.gathered.drawers[row.drawer_id]
    opened = ready(work, given.gathered, drawer, given.entry, ())
    opener = fields_of(opened.fields, row)
    columns = sealed_columns(type(row))
    # What is written anew need not open: a damaged answer is mended by telling it again.
    kept = [column for column in columns if column not in fields]
    texts = {column: opener.open(column, getattr(row, column)) for column in kept}
    row.seal_revision += 1
    row.version += 1
    row.recorded_by = given.actor.staff
    row.recorded_at = work.clock.now()
    seal_row(opened, row, texts | dict(fields))
    try:
        work.session.flush()
    except StaleDataError as error:
        raise Stale(type(row).__tablename__) from error
    return Written(row, deeds_of(opened, row))


def find_row(work: Work, given: Permit, table: type[C], row_id: UUID) -> C | None:
    """Return a row of the acting unit's own drawers of this client, None for any other id.

    None for a copy too: whoever knows better writes an entry, or an answer, of her own.
    """
    row = work.session.scalars(
        select(table).where(table.client_id.in_(given.gathered.person.ids), table.id == row_id)
    ).one_or_none()
    drawer = None if row is None else given.gathered.drawers.get(row.drawer_id)
    own = drawer is not None and drawer.unit_id == given.actor.unit
    return row if drawer is not None and own and drawer.copied_from is None else None


def find_fact(work: Work, given: Permit, category: str, question: str) -> Fact | None:
    """Return the acting unit's own answer to a question, None where it has none yet.

    Of two, after a merging, what she withheld, else what was told last.
    """
    drawers = own_drawers(given.gathered.drawers.values(), given.actor.unit, category)
    found = [(drawer, fact_in(work, drawer, question)) for drawer in drawers]
    told = [(drawer, fact) for drawer, fact in found if fact is not None]
    if len(told) > 1:
        told.sort(key=lambda each: _told(work, *each), reverse=True)
    return told[0][1] if told else None


def fact_in(work: Work, drawer: Drawer, question: str) -> Fact | None:
    """Return the answer to a question that lies in a drawer whose key the unit has."""
    tag = question_tag(key_of(work, drawer), question)
    return work.session.scalars(
        select(Fact).where(
            Fact.client_id == drawer.client_id,
            Fact.drawer_id == drawer.id,
            Fact.question_tag == tag,
        )
    ).one_or_none()


def _told(work: Work, drawer: Drawer, fact: Fact) -> tuple[bool, str, datetime, UUID]:
    """Return whether it was withheld, and since when it holds; a damaged one comes last."""
    opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), fact)
    try:
        state, day = opener.open("state", fact.state), opener.open("told_on", fact.told_on)
    except BrokenKey:
        state, day = "", ""
    return state == FactState.WITHHELD, day, fact.recorded_at, fact.id


def joined(*deeds: Deeds) -> Deeds:
    """Return several deeds of one act as one."""
    return Deeds(
        drawers=tuple(dict.fromkeys(name for each in deeds for name in each.drawers)),
        fields=tuple(dict.fromkeys(name for each in deeds for name in each.fields)),
        rows=tuple(row for each in deeds for row in each.rows),
        ended=tuple(basis for each in deeds for basis in each.ended),
        keys=tuple(event for each in deeds for event in each.keys),
        clients=tuple(dict.fromkeys(client for each in deeds for client in each.clients)),
        details={name: value for each in deeds for name, value in each.details.items()},
    )


def _open(work: Work, given: Permit, category: str) -> OpenDrawer:
    return open_for_writing(
        work, given.gathered, given.actor.unit, given.ask.client, category, given.entry
    )


def seal_row(opened: OpenDrawer, row: DrawerContent, texts: Mapping[str, str]) -> None:
    """Seal all texts of a row for the revision that it has."""
    sealer = fields_of(opened.fields, row)
    for column in sealed_columns(type(row)):
        setattr(row, column, sealer.seal(column, texts[column]))


def deeds_of(opened: OpenDrawer, row: DrawerContent) -> Deeds:
    """Return what of a row that was written belongs into the trace."""
    drawer = opened.drawer
    return Deeds(
        drawers=(DrawerName(drawer.id, drawer.unit_id, drawer.category),),
        fields=field_names(type(row)),
        rows=(digest_of(row),),
        keys=opened.keys,
    )

"""Gather the record of processing (Art. 30 GDPR) from what the provider has configured.

What is missing is named; nothing is made up.
"""

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.configuration import Contact
from caseflow.vocabulary.units import Unit


@dataclass(frozen=True, slots=True)
class Recipient:
    """An organisation outside that something may be told to under a consent."""

    name: str
    kind: str  # a key of the provider's kinds of partner


@dataclass(frozen=True, slots=True)
class ProcessingRecord:
    """What stands in the record beside the configuration itself."""

    made_on: date
    units: tuple[Unit, ...]
    partners: tuple[Recipient, ...]
    missing: tuple[str, ...]  # fields of the contact that nobody has entered


def processing_record(work: Work, actor: Actor) -> Disclosed[ProcessingRecord] | Refused:
    """Return the record; that an officer looked at it is an entry as any look of hers."""
    return trace_look(work, actor, {"processing_record": "yes"}, lambda: _record(work))


def _record(work: Work) -> ProcessingRecord:
    contact = work.configuration.contact
    return ProcessingRecord(
        made_on=local_day(work.clock.now(), work.configuration.zone),
        units=tuple(list_units(work)),
        partners=_partners(work),
        missing=tuple(each.name for each in fields(Contact) if not getattr(contact, each.name)),
    )


def _partners(work: Work) -> tuple[Recipient, ...]:
    """Return the organisations whose agreement has not ended, by name."""
    rows = intact(work, work.session.scalars(select(PartnerRow)))
    found = [Recipient(row.name, row.kind) for row in rows if row.ended_at is None]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.kind)))

"""Seal a letter into the acting unit's drawer, as a document of hers with its sheet as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units, unit_by_id
from caseflow.letters.check_letter import LetterDraft, Surroundings, category_of
from caseflow.letters.compose import Filled, compose
from caseflow.paper import make_pdf
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.write_file import NewFile, put_file
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.letters import Addressee
from caseflow.vocabulary.safe_contact import Ways
from caseflow.vocabulary.states import DocumentKind

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter as it is kept: a document, whose file is given out by an act of its own."""

    id: UUID
    version: int


def surroundings(work: Work, given: Permit, to: Addressee, ways: Ways) -> Surroundings:
    """Return what a letter of the acting unit is checked against."""
    units = list_units(work)
    own = unit_by_id(work, given.actor.unit)
    provider, contact = work.configuration.provider, work.configuration.contact
    lines = [provider, "" if own is None else own.name, ", ".join(contact.address)]
    reached = " · ".join(_told((contact.telephone, contact.email)))
    return Surroundings(
        work.configuration,
        to,
        ways,
        (provider, *(each.name for each in units)),
        tuple(_told((*lines, reached))),
        frozenset() if own is None else work.configuration.units[own.kind].categories,
    )


def keep_letter(
    work: Work, given: Permit, draft: LetterDraft, filled: Filled, to: Addressee
) -> tuple[KeptLetter, Deeds]:
    """Write it, and return what belongs into the trace of the act."""
    today = local_day(work.clock.now(), work.configuration.zone)
    # It is drawn inside the transaction: what stands on it is what was checked by this permit.
    sheet = make_pdf(compose(filled, today))
    fields = {
        "title": filled.template.words[draft.language].label,
        "kind": DocumentKind.LETTER.value,
        "dated": today.isoformat(),
        "note": draft.note.strip(),
        "media_type": _PDF,
        "length": str(len(sheet)),
    }
    written = put(work, given, Content(Document, category_of(filled.values, to), fields))
    kept = put_file(work, given, written.row, NewFile(iter((sheet,)), len(sheet)))
    told = Deeds(details={"letter": draft.template, "way": draft.way})
    saved = KeptLetter(written.row.id, written.row.version)
    return saved, joined(written.deeds, kept.deeds, told)


def _told(lines: Iterable[str]) -> list[str]:
    return [each.strip() for each in lines if each.strip()]

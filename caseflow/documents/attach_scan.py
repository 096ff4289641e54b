"""Keep the scan of a consent that she signed on paper as evidence beside what was recorded."""

import hmac
import re
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.derivation import derive
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.documents import Document
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.records import ConsentEvidence
from caseflow.database.unit_of_work import Work
from caseflow.documents.cleaned import FIELD, CleanFile, cleaned
from caseflow.documents.saved import SavedDocument
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.keys.keyring import ring
from caseflow.vault.attempt import attempt
from caseflow.vault.content_tables import sealed_columns
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vault.write_file import put_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.scans import Scan, scan_text
from caseflow.vocabulary.states import DeclarationForm, DocumentKind

_EVIDENCE = "evidence"
_UUID = 4  # its version: an id like any other
_PRINTED = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST = 100  # characters of the number on a form


@dataclass(frozen=True, slots=True)
class BroughtScan:
    """What was brought for a consent."""

    consent: UUID
    number: str  # as it stands on the paper, beside the pattern
    file: SealedSpool | None


def attach_scan(
    work: Work, actor: Actor, client: UUID, brought: BroughtScan
) -> Done[SavedDocument] | Invalid | Refused:
    """Keep it; a consent that the acting unit has not recorded on paper is not there."""
    refused = knock_at_scan(work, actor, client, brought.consent)
    if refused is not None:
        return refused
    with cleaned(brought.file, work.configuration.limits.documents) as file:
        ask = Ask(Act.CONSENT_RECORD, client)
        return attempt(work, actor, ask, partial(_keep, work, brought, file))


def knock_at_scan(work: Work, actor: Actor, client: UUID, consent: UUID) -> Refused | None:
    """Return the refusal, which is traced; None where a scan may be brought."""
    given = permit(work, actor, Ask(Act.CONSENT_RECORD, client))
    if isinstance(given, Refused):
        return given
    if not _on_paper(work, given, consent):
        return refuse(work, given)
    let_pass(work, given, again=False)
    return None


def _on_paper(work: Work, given: Permit, consent: UUID) -> bool:
    rows = work.session.scalars(
        select(Consent).where(
            Consent.id == consent,
            Consent.client_id.in_(given.gathered.person.ids),
            Consent.unit_id == given.actor.unit,
            Consent.form == DeclarationForm.SIGNED_PAPER,
        )
    )
    return bool(intact(work, rows))


def _keep(
    work: Work, brought: BroughtScan, file: CleanFile | Problem | None, given: Permit
) -> Done[SavedDocument] | Invalid | Refused:
    if not _on_paper(work, given, brought.consent):
        return Refused()
    number = brought.number.strip()
    problems = _problems(number, file)
    paper = id_of_paper(work, given.actor.unit, number)
    if number and _is_taken(work, paper):
        problems.append(Problem("number", "number_taken"))
    if problems or not isinstance(file, CleanFile):
        return Invalid(tuple(problems))
    fields = {
        "title": number,
        "kind": DocumentKind.EVIDENCE.value,
        "dated": local_day(work.clock.now(), work.configuration.zone).isoformat(),
        "note": "",
        "media_type": file.media_type,
        "length": str(file.spool.length),
    }
    plain = {"id": paper}
    document = put(work, given, Content(Document, _EVIDENCE, fields, plain))
    kept = put_file(work, given, document.row, file.content)
    named = _name(work, given, brought.consent, Scan(document.row.id, number))
    told = Deeds(details={"consent": str(brought.consent), "scan": str(document.row.id)})
    trace(work, given, joined(document.deeds, kept.deeds, named, told))
    return Done(SavedDocument(document.row.id, document.row.version))


def id_of_paper(work: Work, unit: UUID, number: str) -> UUID:
    """Return the id under which the scan of a paper lies, whosever it is: so it is one paper's.

    Of a number that was printed only the printing counts, and what is written behind it: the sheet.
    Any other is one of this unit alone: two units may count alike, and nobody tries out what lies
    with another.
    """
    printed = _PRINTED.search(number)
    counts = number if printed is None else number[printed.start() :]
    plain = "".join(filter(str.isalnum, counts.casefold()))
    secret = derive(ring(work).server.cookie, "paper forms")
    whole = plain.encode() if printed else plain.encode() + b"\0" + unit.bytes
    return UUID(bytes=hmac.digest(secret, whole, "sha256")[:16], version=_UUID)


def _is_taken(work: Work, paper: UUID) -> bool:
    """Say whether a paper with this number lies with anybody; one asks after the other."""
    alone = select(Installation.id).where(Installation.id == work.installation)
    work.session.execute(alone.with_for_update())
    there = select(Document.id).where(Document.id == paper)
    return work.session.scalar(there) is not None


def _problems(number: str, file: CleanFile | Problem | None) -> list[Problem]:
    problems = [] if number else [Problem("number", "required")]
    if len(number) > _MOST:
        problems.append(Problem("number", "too_long", {"most": str(_MOST)}))
    if file is None:
        problems.append(Problem(FIELD, "file_missing"))
    elif isinstance(file, Problem):
        problems.append(file)
    return problems


def _name(work: Work, given: Permit, consent: UUID, scan: Scan) -> Deeds:
    """Name it in a row of its own: what was recorded with the consent stays as it was."""
    fields = dict.fromkeys(sealed_columns(ConsentEvidence), "") | {"signature": scan_text(scan)}
    plain = {"consent_id": consent}
    return put(work, given, Content(ConsentEvidence, _EVIDENCE, fields, plain)).deeds

"""Show to the unit that recorded them how a client's consents were declared."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.evidence import NOTHING_SIGNED, Evidence, evidence_of, picture_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.records import ConsentEvidence
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened, Piece
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.scans import Scan, read_scan
from caseflow.vocabulary.states import DeclarationForm

_CATEGORIES = frozenset({"evidence"})


def show_evidence(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[tuple[Evidence, ...]] | Refused:
    """Return what the acting unit keeps of her declarations, the newest first; no pictures."""
    refusals, on_paper = _refusals(work, actor), _on_paper(work, actor, client)
    answer = _open(work, actor, client, reason, {})
    if isinstance(answer, Refused):
        return answer
    found: list[Evidence] = []
    scans: dict[UUID, list[Scan]] = {}
    damaged: list[Alarm] = []
    for piece in sorted(answer.value.of(ConsentEvidence), key=_recorded_at):
        author = answer.value.authors.get(piece.row.recorded_by, "")
        try:
            signature = piece.text("signature")
            scan = read_scan(signature)
            if scan is not None:
                scans.setdefault(piece.row.consent_id, []).append(scan)
            elif signature != NOTHING_SIGNED:
                found.append(evidence_of(piece, author, refusals))
        except BrokenKey:
            damaged.append(Alarm.of_key(ConsentEvidence.__tablename__, piece.row.id))
    raise_alarms(work, actor, damaged)
    told = [
        replace(each, on_paper=each.consent in on_paper, scans=tuple(scans.get(each.consent, ())))
        for each in reversed(found)
    ]
    return Disclosed(tuple(told))


def show_signature(
    work: Work, actor: Actor, client: UUID, consent: UUID, reason: str = ""
) -> Disclosed[bytes] | Refused:
    """Return the picture of the signature under a consent, a PNG; where none was drawn is none."""
    answer = _open(work, actor, client, reason, {"consent": str(consent)})
    if isinstance(answer, Refused):
        return answer
    for piece in answer.value.of(ConsentEvidence):
        if piece.row.consent_id == consent:
            try:
                signature = piece.text("signature")
            except BrokenKey:
                alarm = Alarm.of_key(ConsentEvidence.__tablename__, piece.row.id)
                raise_alarms(work, actor, [alarm])
                return Refused()
            picture = picture_of(signature)
            if picture:
                return Disclosed(b64decode(picture))
    return Refused()


def _recorded_at(piece: Piece[ConsentEvidence]) -> datetime:
    return piece.row.recorded_at


def _open(
    work: Work, actor: Actor, client: UUID, reason: str, details: Mapping[str, str]
) -> Disclosed[Opened] | Refused:
    ask = Ask(Act.EVIDENCE_READ, client, reason=reason, categories=_CATEGORIES, details=details)
    return disclose(work, actor, ask, (ConsentEvidence,))


def _refusals(work: Work, actor: Actor) -> frozenset[UUID]:
    """Return under which ids the unit keeps evidence of a no; what was signed it says itself."""
    rows = work.session.scalars(
        select(Refusal)
        .join(ConsentEvidence, ConsentEvidence.consent_id == Refusal.id)
        .where(Refusal.unit_id == actor.unit)
    )
    return frozenset(row.id for row in intact(work, rows))


def _on_paper(work: Work, actor: Actor, client: UUID) -> frozenset[UUID]:
    """Return which consents the unit has recorded that were signed on paper."""
    rows = work.session.scalars(
        select(Consent).where(
            Consent.client_id.in_(person_of(work, client).ids),
            Consent.unit_id == actor.unit,
            Consent.form == DeclarationForm.SIGNED_PAPER,
        )
    )
    return frozenset(row.id for row in intact(work, rows))

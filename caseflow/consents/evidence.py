"""What is kept of how a consent was declared, as the unit that recorded it may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.records import ConsentEvidence
from caseflow.vault.pieces import Piece
from caseflow.vocabulary.scans import Scan

NOTHING_SIGNED = "nothing signed"  # in the place of a signature, beside a no that was one
_PNG = "iVBORw0KGgo"  # how every PNG begins, in base64


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who declared, interpreted and witnessed; whether a signature was drawn, not the picture."""

    id: UUID
    consent: UUID  # or the refusal that was recorded in its place
    declarer: str
    authority: str
    interpreter: str
    witness: str
    reason: str
    receipt: str
    drawn: bool
    recorded_by: str
    recorded_at: datetime
    not_free: bool  # she signed, and whoever sat beside her did not believe that she was free
    on_paper: bool = False  # she signed on paper
    scans: tuple[Scan, ...] = ()  # of that paper, as they were brought: none hides another


def evidence_of(piece: Piece[ConsentEvidence], author: str, refusals: Iterable[UUID]) -> Evidence:
    """Return one piece of evidence, opened; raises BrokenKey when it is damaged."""
    row = piece.row
    return Evidence(
        id=row.id,
        consent=row.consent_id,
        declarer=piece.text("declarer"),
        authority=piece.text("authority"),
        interpreter=piece.text("interpreter"),
        witness=piece.text("witness"),
        reason=piece.text("reason"),
        receipt=piece.text("receipt"),
        drawn=bool(picture_of(piece.text("signature"))),
        recorded_by=author,
        recorded_at=row.recorded_at,
        not_free=row.consent_id in refusals,
    )


def picture_of(signature: str) -> str:
    """Return the picture in base64; nothing where it says where a paper lies."""
    return signature if signature.startswith(_PNG) else ""

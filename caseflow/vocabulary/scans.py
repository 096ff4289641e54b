"""How the evidence of a consent names the scan of the paper that she signed."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.vocabulary.ids import read_id

_WORD = "scan"
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that was brought: the document that it is kept as, and the number on the form."""

    document: UUID
    number: str


def scan_text(scan: Scan) -> str:
    """Return the text that is sealed in the place of a signature."""
    return f"{_WORD} {scan.document} {scan.number}"


def read_scan(text: str) -> Scan | None:
    """Return the scan that a text names; of a signature, or where the paper is, there is none."""
    parts = text.split(" ", _PARTS - 1)
    document = read_id(parts[1]) if len(parts) == _PARTS and parts[0] == _WORD else None
    return None if document is None else Scan(document, parts[2])

"""Take in a witness's cosignature, and say up to where the log is anchored outside.

A cosignature is an entry of the log itself. It proves nothing here, for whoever owns this host
could leave it out; it tells the officers how much of the log nobody elsewhere has seen yet.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from caseflow.audit.look import LogFilter, entries, newest_checkpoint
from caseflow.crypto.signing import verify
from caseflow.database.tables.audit_log import Checkpoint
from caseflow.database.unit_of_work import Work
from caseflow.merkle.checkpoints import parse_checkpoint
from caseflow.merkle.cosignatures import WitnessKey, open_cosigned, read_witness_key
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused

_LONGEST = 4096  # of a note with some signatures


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head that a witness has seen last, and what lies behind it."""

    size: int  # 0: nobody has seen any
    at: datetime | None
    unanchored: int  # entries of the tree that no witness has seen


def hand_in_cosignature(
    work: Work, actor: Actor, note: str, key: str
) -> Done[Anchor] | Invalid | Refused:
    """Keep that a witness has seen a head of this log: a cosigned note, and the witness's key."""
    given = permit_member(work, actor, Act.LOG_WITNESS)
    if isinstance(given, Refused):
        work.finish()
        return given
    witness = read_witness_key(key)
    if witness is None:
        return Invalid((Problem("key", "not_readable"),))
    details = _cosigned(work, note, witness)
    if details is None:
        return Invalid((Problem("note", "not_readable"),))
    trace(work, given, Deeds(details=details))
    work.finish()
    bring_in(work)
    return Done(anchor_of(work))


def anchor_of(work: Work) -> Anchor:
    """Return up to where a witness has seen the log."""
    head = newest_checkpoint(work)
    size = 0 if head is None else head.size
    found = entries(work, LogFilter(act=Act.LOG_WITNESS, decision="permitted"), limit=1)
    if not found:
        return Anchor(0, None, size)
    told = found[0].content["details"]
    seen = int(told["size"])
    return Anchor(seen, datetime.fromtimestamp(int(told["at"]), UTC), size - seen)


def _cosigned(work: Work, note: str, key: WitnessKey) -> dict[str, str] | None:
    """Return what the entry says of a note, None where it is none of this log's heads."""

    def holds(text: bytes, signature: bytes) -> bool:
        return verify(key.public_key, text, signature)

    opened = open_cosigned(note, key, holds) if len(note) <= _LONGEST else None
    seen = opened and parse_checkpoint(opened.text)
    head = seen and work.session.get(Checkpoint, seen.size)
    if not (opened and seen and head and head.note.startswith(f"{opened.text}\n")):
        return None
    line = next(each for each in note.splitlines() if each.startswith(f"— {key.name} "))
    return {"size": str(seen.size), "at": str(opened.at), "key": key.name, "cosignature": line}

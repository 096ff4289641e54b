"""Let an officer's witness look at the log, on her own machine: see, cosign, and keep it in a file.

Where the log contradicts what she has seen, her file stays as it is and what was met is written
beside it: the two signed heads prove to anybody that the log was changed.
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from caseflow.audit.entries import Trace
from caseflow.audit.log_source import DatabaseSource, LogSource
from caseflow.audit.record import record
from caseflow.audit.witness import Contradiction, Contradicts, Seen, look
from caseflow.audit.witness_file import Witness, read_witness, replace_file, write_witness
from caseflow.audit.witness_key import cosigner_at
from caseflow.audit.witness_restore import look_after_restore
from caseflow.database.unit_of_work import Work
from caseflow.vault.bring_in import bring_in
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import instant_text

_TRIES = 4
_MOMENT = 1.0  # seconds: what is written is in the tree by then
_EVIDENCE = "urn:caseflow:witness-evidence:1"


@dataclass(frozen=True, slots=True)
class Watched:
    """What the witness has seen, cosigned and kept."""

    first: bool  # her first look: the key was pinned, and is to be compared
    key: str  # of the log
    witness: str  # the witness's own key
    size: int
    fresh: int  # entries that no look before has seen
    ends: int
    unread: int  # entries that were pruned before this witness saw them
    at: datetime  # of the cosignature
    note: str  # the cosigned checkpoint


@dataclass(frozen=True, slots=True)
class Contradicted:
    """What the log contradicts, and where both heads were written down."""

    how: Contradicts
    position: int | None  # the first entry that differs, where it can be said
    evidence: Path


def watch_log(
    file: Path, source: LogSource, now: datetime, *, restored: bool = False
) -> Watched | Contradicted:
    """Look at a log, cosign its head, and put the file in the place of the former one.

    With `restored` the officer says that she knows of a restore. Raises OSError where a file cannot
    be read or written, BrokenKey where the witness's key file holds none.
    """
    former = read_witness(file) if file.exists() else None
    if former is None and file.exists():
        return _contradicted(file, None, Contradiction(Contradicts.FILE_BROKEN, ""), now)
    again = restored and former is not None
    found = look_after_restore(source, former) if again and former else _look(source, former)
    if isinstance(found, Contradiction):
        return _contradicted(file, former, found, now)
    if again:
        # The ends behind the backup stand in the former file alone: who compares needs them.
        replace_file(file.with_name(f"{file.name}.before-{now:%Y%m%dT%H%M%SZ}"), file.read_bytes())
        _write_evidence(file, former, found.witness.checkpoint, "restored", now)
    return _cosigned(file, found, now, first=former is None)


def _look(source: LogSource, former: Witness | None) -> Seen | Contradiction:
    """Look, and once more where entries are empty: a pruning at work is told a moment later."""
    for _ in range(_TRIES - 1):
        found = look(source, former)
        if not (isinstance(found, Contradiction) and found.how is Contradicts.LEAF_EMPTIED):
            return found
        sleep(_MOMENT)
    return look(source, former)


def source_at_console(work: Work) -> DatabaseSource:
    """Return the log of the database at hand, for whoever holds the root key; it is an entry."""
    record(work, Trace(act=Act.LOG_READ, details={"witness": "console"}))
    work.finish()
    public = log_signer(work).public
    bring_in(work)
    return DatabaseSource(work, public)


def _cosigned(file: Path, found: Seen, now: datetime, *, first: bool) -> Watched:
    seen = found.witness
    cosigner = cosigner_at(file.with_name(f"{file.name}.key"))
    at = int(now.timestamp())
    note = cosigner.cosign(seen.checkpoint, at)
    write_witness(file, replace(seen, checkpoint=note, witness=cosigner.key_text))
    return Watched(
        first=first,
        key=seen.key,
        witness=cosigner.key_text,
        size=seen.size,
        fresh=found.fresh,
        ends=len(seen.ends),
        unread=sum(last - first + 1 for first, last in seen.unread),
        at=datetime.fromtimestamp(at, UTC),
        note=note,
    )


def _contradicted(
    file: Path, former: Witness | None, found: Contradiction, now: datetime
) -> Contradicted:
    evidence = _write_evidence(file, former, found.met, found.how.value, now)
    return Contradicted(found.how, found.position, evidence)


def _write_evidence(file: Path, former: Witness | None, met: str, how: str, now: datetime) -> Path:
    said = {
        "schema": _EVIDENCE,
        "how": how,
        "at": instant_text(now),
        "key": "" if former is None else former.key,
        "seen": "" if former is None else former.checkpoint,
        "met": met,
    }
    name = f"{file.name}.evidence-{now:%Y%m%dT%H%M%SZ}"
    evidence = file.with_name(name)
    replace_file(evidence, json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n")
    return evidence

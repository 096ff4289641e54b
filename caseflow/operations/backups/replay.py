"""Do again, by the officer's witness file, what ended after the backup was taken."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import Trace, read_payload
from caseflow.audit.heads import origin_of
from caseflow.audit.record import record
from caseflow.audit.witness_check import check_witness, witnessed_head
from caseflow.audit.witness_file import Witness, WitnessedEnd, read_witness
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.unit_of_work import Work
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.operations.backups.end_again import NOTHING, NotTold, end_again
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.sheets import SHEET
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id


@dataclass(slots=True)
class Replayed:
    """What a witness file added to a restored installation."""

    head: Checkpoint  # of the log as the witness saw it last
    known: int = 0  # ends that the backup knows, or that concern nobody in it
    done: int = 0
    left: list[str] = field(default_factory=list)  # "act (entry n)": an officer must do them


def witness_at(place: Path) -> Witness:
    """Return what a witness file says; raises OperatorError where it is none."""
    found = read_witness(place)
    if found is None:
        raise OperatorError("{file} is no witness file; nothing was restored.", file=place)
    return found


def check_for(witness: Witness, installation: UUID, public: bytes) -> Checkpoint:
    """Return the head that a witness saw: signed with this installation's key, each end in it.

    Raises OperatorError where the file is not to be believed.
    """
    fault = check_witness(witness, origin_of(installation), public)
    head = witnessed_head(witness)
    if fault is not None or head is None:
        raise OperatorError(
            "The witness file is not to be believed ({fault}); nothing was restored.", fault=fault
        )
    return head


def replay(work: Work, witness: Witness, head: Checkpoint, behind: int) -> Replayed:
    """End again all that the log told of behind this size; each end is an entry of its own."""
    replayed = Replayed(head)
    for end in witness.ends:
        if end.index >= behind:
            _replay(work, replayed, end)
    # Whatever ended there the witness has never read: an officer must compare.
    replayed.left += [
        f"{Act.LOG_PRUNE} ({max(first, behind)}-{last})"
        for first, last in witness.unread
        if last >= behind
    ]
    return replayed


def _replay(work: Work, replayed: Replayed, end: WitnessedEnd) -> None:
    entry = new_id()
    try:
        leaf = read_payload(end.leaf)
        deeds = NOTHING if _in_log(work, UUID(leaf["id"])) else end_again(work, leaf, entry)
    except (KeyError, NotTold, TypeError, ValueError):
        replayed.left.append(f"{_act_of(end)} ({end.index})")
        return
    if deeds == NOTHING:
        replayed.known += 1
        return
    replayed.done += 1
    for number, sheet in enumerate(_sheets(deeds)):
        trace = Trace(
            act=Act(leaf["act"]),
            client=UUID(leaf["client"]) if "client" in leaf else None,
            rows=sheet.rows,
            ended=sheet.ended,
            keys=listed(sheet.keys),
            details={**_said(leaf), "witness": str(end.index), "witnessed": leaf["id"]},
        )
        record(work, trace, entry if number == 0 else None)


def _said(leaf: dict[str, Any]) -> dict[str, str]:
    """Return what the end said of itself: another restore has this entry alone to go by."""
    return dict(leaf.get("details", {}))


def _act_of(end: WitnessedEnd) -> Any:  # noqa: ANN401 - whatever stands there
    try:
        return read_payload(end.leaf).get("act")
    except ValueError:
        return "?"


def _in_log(work: Work, entry: UUID) -> bool:
    """Say whether the backup holds this entry: then it holds what the entry tells of."""
    staged = select(StagedEntry.id).where(StagedEntry.id == entry)
    placed = select(Leaf.entry_id).where(Leaf.entry_id == entry)
    return any(work.session.scalar(each) is not None for each in (staged, placed))


def _sheets(deeds: Deeds) -> Iterator[Deeds]:
    """Yield what was done in pieces that fit into one entry each."""
    longest = max(len(deeds.rows), len(deeds.ended), len(deeds.keys))
    for start in range(0, longest, SHEET):
        here = slice(start, start + SHEET)
        yield Deeds(rows=deeds.rows[here], ended=deeds.ended[here], keys=deeds.keys[here])

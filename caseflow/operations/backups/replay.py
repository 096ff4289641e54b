"""Do again, by the officer's witness file, what ended after the backup was taken."""

from collections.abc import Iterable, Iterator
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
from caseflow.operations.backups.end_again import end_again
from caseflow.operations.backups.same_line import goes_on
from caseflow.operations.backups.told_again import NOTHING, NotTold, as_first_told, first_told
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.sheets import SHEET
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id

_AT_ONCE = 500  # entries asked for in one statement


@dataclass(slots=True)
class Replayed:
    """What a witness file added to a restored installation."""

    head: Checkpoint  # of the log as the witness saw it last
    further: bool  # than the backup, and on the same line of the log
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


def replay(work: Work, witness: Witness, head: Checkpoint, size: int) -> Replayed:
    """End again all that a backup of this size knows nothing of; each end is an entry of its own.

    What a file tells of another line of the log has ended all the same: none is passed over.
    """
    replayed = Replayed(head, goes_on(work, witness, size))
    known = _in_log(work, witness.ends)
    for end in witness.ends:
        if end in known:
            replayed.known += 1
        else:
            _replay(work, replayed, end)
    # Whatever ended there the witness has never read: an officer must compare.
    replayed.left += [
        f"{Act.LOG_PRUNE} ({max(first, size)}-{last})"
        for first, last in witness.unread
        if last >= size
    ]
    return replayed


def _replay(work: Work, replayed: Replayed, end: WitnessedEnd) -> None:
    entry = new_id()
    try:
        leaf = as_first_told(read_payload(end.leaf))
        deeds = end_again(work, leaf, entry)
    except (AttributeError, KeyError, NotTold, TypeError, ValueError):
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
            clients=tuple(UUID(each) for each in leaf.get("clients", ())),
            drawers=sheet.drawers,
            rows=sheet.rows,
            ended=sheet.ended,
            keys=listed(sheet.keys),
            details={**first_told(leaf), "witness": str(end.index), "witnessed": leaf["id"]},
        )
        record(work, trace, entry if number == 0 else None)


def _act_of(end: WitnessedEnd) -> object:
    return _said(end).get("act", "?")


def _said(end: WitnessedEnd) -> dict[str, Any]:
    try:
        return read_payload(end.leaf)
    except ValueError:
        return {}


def _in_log(work: Work, ends: Iterable[WitnessedEnd]) -> frozenset[WitnessedEnd]:
    """Return the ends that the backup has the entries of: it holds what they tell of."""
    named = {UUID(_said(each)["id"]): each for each in ends if "id" in _said(each)}
    ids = list(named)
    known: set[UUID] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for column in (StagedEntry.id, Leaf.entry_id):
            known.update(work.session.scalars(select(column).where(column.in_(some))))
    return frozenset(named[each] for each in known)


def _sheets(deeds: Deeds) -> Iterator[Deeds]:
    """Yield what was done in pieces that fit into one entry each."""
    longest = max(map(len, (deeds.drawers, deeds.rows, deeds.ended, deeds.keys)))
    for start in range(0, longest, SHEET):
        here = slice(start, start + SHEET)
        yield Deeds(
            drawers=deeds.drawers[here],
            rows=deeds.rows[here],
            ended=deeds.ended[here],
            keys=deeds.keys[here],
        )

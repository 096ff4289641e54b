"""Compare each row with what the log tells of it, and name those that are not as they should be.

A row that was put back as it once was carries the seal that it had then, and a row that was deleted
carries none; only the log knows how it should stand, or that it should be there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from caseflow.audit.entries import read_payload
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.newest_digests import GONE, Name, NewestDigests
from caseflow.audit.strange_rows import StrangeRow, name_fault
from caseflow.database.base import Base
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.told_rows import told_tables

CHUNK = 1000  # rows or leaves that are in memory at a time
_SIGN = b'"rows":['
MOST = 1000  # strange rows that are looked into


@dataclass(slots=True)
class RecordCheck:
    """Compares the rows of one snapshot of the database with the entries in the same snapshot."""

    connection: Connection
    findings: Findings
    progress: Callable[[int, int], None]
    newest: NewestDigests = field(default_factory=NewestDigests)
    strange: list[StrangeRow] = field(default_factory=list)
    rows: int = 0  # compared
    _done: int = 0
    _all: int = 0

    def run(self) -> None:
        """Compare everything; what is wrong is among the findings then."""
        self._all = self._count(Leaf) + sum(map(self._count, told_tables()))
        try:
            for position, payload in enumerate(self._payloads()):
                if _SIGN in payload:
                    self._read(payload, position)
            for table in told_tables():
                self._compare(table)
            self._name_missing()
            self._name_strange()
        finally:
            self.newest.close()

    def _read(self, payload: bytes, position: int) -> None:
        try:
            self.newest.see(read_payload(payload), position)
        except (AttributeError, KeyError, TypeError, ValueError):
            # What is no entry the verification of the tree names.
            return

    def _payloads(self) -> Iterator[bytes]:
        """Yield all entries, those still waiting last, in the order in which they become leaves."""
        leaves = select(Leaf.payload).order_by(Leaf.position)
        for payload in self._stream(leaves):
            self._step()
            yield bytes(payload)
        staged = select(StagedEntry.payload).order_by(StagedEntry.at, StagedEntry.id)
        for payload in self._stream(staged):
            yield bytes(payload)

    def _compare(self, table: type[Base]) -> None:
        with Session(self.connection) as session:
            found = session.scalars(select(table).execution_options(yield_per=CHUNK))
            for rows in found.partitions():
                for row in rows:
                    self._compare_row(row)
                session.expunge_all()

    def _compare_row(self, row: Base) -> None:
        self.rows += 1
        self._step()
        strange = StrangeRow.of(row)
        told = self.newest.take(strange.name)
        if strange.digest in told:
            return
        if not told:
            self._find(Fault.ROW_ADDED, strange.name)
        elif told == {GONE}:
            self._find(Fault.ROW_REVIVED, strange.name)
        elif len(self.strange) < MOST:
            self.strange.append(strange.with_told(told))

    def _name_missing(self) -> None:
        known = {str(table.__tablename__) for table in told_tables()}
        missing = [each for each in self.newest.left() if each[0] in known]
        for name in missing:
            self._find(Fault.ROW_DELETED, name)

    def _name_strange(self) -> None:
        """Say of each strange row whether it is an older one, another one, or none ever told."""
        if not self.strange:
            return
        former = self._former({each.name: each.digest for each in self.strange})
        for each in self.strange:
            self._find(name_fault(each, self.strange, former), each.name)

    def _former(self, sought: dict[Name, bytes | None]) -> set[Name]:
        """Return the rows that an earlier entry told of as they stand now."""
        found: set[Name] = set()
        for payload in self._stream(select(Leaf.payload)):
            if _SIGN in payload:
                found |= {name for name, digest in _told(payload) if sought.get(name) == digest}
        return found

    def _stream(self, wanted: Any) -> Iterable[Any]:  # noqa: ANN401 - a selection of one column
        return self.connection.execution_options(yield_per=CHUNK).scalars(wanted)

    def _count(self, table: type[Base]) -> int:
        return self.connection.scalar(select(func.count()).select_from(table)) or 0

    def _find(self, fault: Fault, name: Name) -> None:
        self.findings.add(fault, None, f"{name[0]} {name[1]}")

    def _step(self) -> None:
        self._done += 1
        if self._done % CHUNK == 0 or self._done == self._all:
            self.progress(self._done, self._all)


def _told(payload: bytes) -> Iterator[tuple[Name, bytes]]:
    try:
        for row in read_payload(payload).get("rows", ()):
            yield (row["table"], UUID(row["id"])), bytes.fromhex(row["digest"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return

"""Check that every use of every basis has its entry, and every entry its use.

A basis counts its uses in the transaction that stages the entry; so an entry that vanished, staged
or integrated, leaves a gap in the numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, union_all

from caseflow.audit.findings import Fault, Findings
from caseflow.audit.quick_entries import UseTold
from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work

Counters = Mapping[str, int]  # how often a basis was used, by its id; those never used left out
COUNTED = (Case, Consent, Desk, EmergencyAccess, LawfulException, Membership)


@dataclass(slots=True)
class UseNumbers:
    """The use numbers seen in the entries, in whatever order they come."""

    findings: Findings
    upto: dict[str, int] = field(default_factory=dict)  # without gap from 1 up to this one
    ahead: dict[str, set[int]] = field(default_factory=dict)  # those seen behind a gap
    ended: dict[str, tuple[int, int | None]] = field(default_factory=dict)  # last use, where said

    def see(self, content: Mapping[str, Any], position: int | None) -> None:
        """Take in the bases of one entry; raises KeyError for content that is no entry."""
        for basis in content.get("bases", ()):
            name, use = basis["id"], basis["use"]
            if use == self.upto.get(name, 0) + 1 and name not in self.ahead:
                self.upto[name] = use  # as nearly all do, it comes right behind the last one
            elif not self._is_new(name, use):
                detail = f"use {basis['use']} of {basis['kind']} {basis['id']}"
                self.findings.add(Fault.USE_REPEATED, position, detail)
        for basis in content.get("ended", ()):
            self.ended[basis["id"]] = (basis["use"], position)

    def see_all(
        self,
        used: Iterable[tuple[UseTold, ...]],
        ended: Iterable[tuple[int, UseTold]],
        start: int,
    ) -> None:
        """Take in the bases of entries that stand one behind the other from a position on."""
        upto, ahead = self.upto, self.ahead
        for position, bases in enumerate(used, start):
            for basis in bases:
                name, use = basis.id, basis.use
                if use == upto.get(name, 0) + 1 and name not in ahead:
                    upto[name] = use
                elif not self._is_new(name, use):
                    detail = f"use {use} of {basis.kind} {name}"
                    self.findings.add(Fault.USE_REPEATED, position, detail)
        for number, basis in ended:
            self.ended[basis.id] = (basis.use, start + number)

    def see_gathered(
        self,
        used: Mapping[str, Sequence[tuple[int, int]]],
        ended: Mapping[str, tuple[int, int]],
    ) -> bool:
        """Take in the uses of many entries, each once; say no, and take none, where one is known.

        Ends are the last use and where it was said, in the order of the entries.
        """
        if not all(self._are_new(basis, *each) for basis in used for each in used[basis]):
            return False
        for basis, ranges in used.items():
            for first, last in ranges:
                if first == self.upto.get(basis, 0) + 1 and basis not in self.ahead:
                    self.upto[basis] = last
                else:
                    self.see_pruned(basis, first, last)
        self.ended.update(ended)
        return True

    def see_pruned(self, basis: str, first: int, last: int) -> None:
        """Take in the uses that pruned entries told of, from one number up to another."""
        for use in range(first, last + 1):
            self._is_new(basis, use)

    def last(self, basis: str) -> int:
        """Return the highest number seen."""
        return max(self.ahead.get(basis) or {self.upto.get(basis, 0)})

    def bases(self) -> Iterable[str]:
        """Return the ids of all bases that were used or ended."""
        return self.upto.keys() | self.ahead.keys() | self.ended.keys()

    def _are_new(self, basis: str, first: int, last: int) -> bool:
        seen = self.ahead.get(basis)
        return first > self.upto.get(basis, 0) and (
            not seen or seen.isdisjoint(range(first, last + 1))
        )

    def _is_new(self, basis: str, use: int) -> bool:
        """Note a use; say whether it was not seen before."""
        upto = self.upto.get(basis, 0)
        if use == upto + 1:
            self._advance(basis, use)
            return True
        ahead = self.ahead.setdefault(basis, set())
        if use <= upto or use in ahead:
            return False
        ahead.add(use)
        return True

    def _advance(self, basis: str, use: int) -> None:
        ahead = self.ahead.get(basis)
        while ahead and use + 1 in ahead:
            use += 1
            ahead.discard(use)
        self.upto[basis] = use


def load_counters(work: Work) -> dict[str, int]:
    """Return how often each basis was used, as it knows itself."""
    used = [select(one.id, one.uses).where(one.uses > 0) for one in COUNTED]
    counted: Iterable[Any] = work.session.execute(union_all(*used))
    # A counter is outside every seal: what is no number at all counts nothing.
    return {str(basis): uses if isinstance(uses, int) else 0 for basis, uses in counted}


def check_uses(numbers: UseNumbers, before: Counters, after: Counters) -> None:
    """Compare the numbers seen with the counters from before and from after the reading.

    Work goes on meanwhile: every use counted before must have been seen, and none may have been
    seen that is not counted afterwards.
    """
    for basis in sorted(before.keys() | numbers.bases()):
        last = numbers.last(basis)
        # Of a basis that is gone only the entries tell how often it was used.
        due = before.get(basis, 0 if basis in after else last)
        _check_gap(numbers, basis, due)
        _check_counter(numbers, basis, after.get(basis))
        _check_end(numbers, basis)


def _check_gap(numbers: UseNumbers, basis: str, due: int) -> None:
    upto = numbers.upto.get(basis, 0)
    if upto < due:
        numbers.findings.add(Fault.USE_MISSING, None, f"use {upto + 1} of {basis}")


def _check_counter(numbers: UseNumbers, basis: str, counted: int | None) -> None:
    last = numbers.last(basis)
    if counted is not None and last > counted:
        detail = f"use {last} of {basis}, which counts {counted}"
        numbers.findings.add(Fault.USE_UNCOUNTED, None, detail)
    if counted is None and last and basis not in numbers.ended:
        numbers.findings.add(Fault.BASIS_GONE, None, f"{basis}, used {last} times")


def _check_end(numbers: UseNumbers, basis: str) -> None:
    last = numbers.last(basis)
    said, position = numbers.ended.get(basis, (last, None))
    if said != last:
        detail = f"{basis} ended with use {said}, its last is {last}"
        numbers.findings.add(Fault.END_DIFFERS, position, detail)

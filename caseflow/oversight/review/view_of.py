"""Show sign-offs and findings as they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.reviews import ReviewFinding, SignOff


@dataclass(frozen=True, slots=True)
class SignOffView:
    """A sign-off; its note opens apart."""

    id: UUID
    kind: str  # a SignOffKind
    of: UUID | None
    first: int
    size: int
    root: bytes
    seed: bytes
    queries_version: int
    queries: tuple[tuple[str, str], ...]
    sample: tuple[int, ...]
    counts: Mapping[str, int]
    findings: tuple[UUID, ...]
    reviewer: UUID
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its texts; None where one is damaged."""

    id: UUID
    rule: str
    positions: tuple[int, ...]
    noted_by: UUID
    noted_at: datetime
    closed_by: UUID | None
    closed_at: datetime | None
    note: str | None = None
    done: str | None = None

    @property
    def open(self) -> bool:
        """Say whether something is still to be done."""
        return self.closed_at is None


def sign_off_view(row: SignOff) -> SignOffView:
    """Return a sign-off as it stands."""
    return SignOffView(
        id=row.id,
        kind=row.kind,
        of=row.of_id,
        first=row.first,
        size=row.size,
        root=row.root,
        seed=row.seed,
        queries_version=row.queries_version,
        queries=tuple((each["rules"], each["parameters"]) for each in row.queries),
        sample=tuple(sorted(map(int, row.sample))),
        counts={each["what"]: int(each["count"]) for each in row.counts},
        findings=tuple(row.findings),
        reviewer=row.reviewer_id,
        signed_at=row.signed_at,
    )


def finding_view(row: ReviewFinding) -> FindingView:
    """Return a finding without its texts."""
    return FindingView(
        id=row.id,
        rule=row.rule,
        positions=tuple(sorted(map(int, row.positions))),
        noted_by=row.noted_by,
        noted_at=row.noted_at,
        closed_by=row.closed_by,
        closed_at=row.closed_at,
    )

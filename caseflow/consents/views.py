"""Show a consent to a unit: its own part of the matrix, or all of it to who recorded it."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.database.tables.consents import Consent
from caseflow.vault.consent_states import state_of
from caseflow.vault.facts_of_rows import matrix_of, parts_of
from caseflow.vocabulary.matrices import Matrix, WithdrawnPart
from caseflow.vocabulary.states import ConsentState


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A consent as one unit may see it."""

    id: UUID
    version: int
    state: ConsentState
    pending_categories: tuple[str, ...]
    parts: tuple[Matrix, ...]  # all in one to the recorder; else what it gives, what it receives
    withdrawn_parts: tuple[WithdrawnPart, ...]  # of those parts
    valid_from: datetime
    valid_until: datetime  # first instant at which it no longer holds
    withdrawn_at: datetime | None
    signed_on: date | None
    template: str
    template_version: int
    text_hash: bytes  # SHA-256 of the exact text she was shown
    language: str
    declared_by: str  # a Declarer; who it was lies sealed in the evidence
    form: str  # a DeclarationForm
    unit: UUID  # where it was recorded
    recorded_by: UUID  # staff
    recorded_at: datetime

    def concerns(self, to_unit: UUID, category: str) -> bool:
        """Say whether a receiver and a category stand in a part that is shown."""
        return any(
            to_unit in part.recipients and category in part.categories for part in self.parts
        )


def view_of(row: Consent, unit: UUID, at: datetime, pending: Iterable[str]) -> ConsentView | None:
    """Return a consent as a unit sees it at an instant; None where it has no part in it."""
    parts = tuple(_parts(row, unit))
    if not parts:
        return None
    named = frozenset[str]().union(*(part.categories for part in parts))
    waiting = tuple(pending)
    view = ConsentView(
        id=row.id,
        version=row.version,
        state=state_of(row, at, pending=bool(waiting)),
        pending_categories=tuple(word for word in waiting if word in named),
        parts=parts,
        withdrawn_parts=(),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        withdrawn_at=row.withdrawn_at,
        signed_on=row.signed_on,
        template=row.template,
        template_version=row.template_version,
        text_hash=row.text_hash,
        language=row.language,
        declared_by=row.declared_by,
        form=row.form,
        unit=row.unit_id,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
    )
    gone = [part for part in parts_of(row) if view.concerns(part.to_unit, part.category)]
    return dataclasses.replace(view, withdrawn_parts=tuple(gone))


def _parts(row: Consent, unit: UUID) -> Iterator[Matrix]:
    matrix = matrix_of(row)
    if row.unit_id == unit:
        yield matrix
        return
    if unit in matrix.from_units:
        yield dataclasses.replace(matrix, from_units=frozenset({unit}))
    if unit in matrix.to_units:
        yield from _received(matrix, unit)


def _received(matrix: Matrix, unit: UUID) -> Iterator[Matrix]:
    """Yield what a unit receives; what she refused to tell it is not for it to know."""
    refused = {no.category for no in matrix.exclusions if no.to_unit == unit}
    left = matrix.categories - refused
    if left:
        yield dataclasses.replace(
            matrix, to_units=frozenset({unit}), categories=left, exclusions=frozenset()
        )

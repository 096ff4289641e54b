"""Count the consents of the house by state, unit and text: which there are, and never whose."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.consent_states import state_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, order=True)
class RegisterLine:
    """Consents that are alike: where they were recorded, on which text, and how they stand."""

    template: str
    version: int  # of the text
    unit: UUID  # where they were recorded
    to_units: tuple[UUID, ...]  # whom they open something to; none: a partner outside
    state: str  # a ConsentState
    count: int = 0


def consent_register(work: Work, actor: Actor) -> Disclosed[tuple[RegisterLine, ...]] | Refused:
    """Return the register; rows whose seals are broken are alarms and not counted."""
    return trace_look(work, actor, {"consent_register": "yes"}, lambda: _register(work))


def _register(work: Work) -> tuple[RegisterLine, ...]:
    now = work.clock.now()
    counts: Counter[RegisterLine] = Counter()
    rows = work.session.scalars(select(Consent).execution_options(yield_per=_AT_ONCE))
    for some in rows.partitions():
        for row in intact(work, some):
            state = state_of(row, now, pending=False)
            counts[
                RegisterLine(
                    row.template, row.template_version, row.unit_id, tuple(row.to_units), state
                )
            ] += 1
    return tuple(_counted(line, count) for line, count in sorted(counts.items()))


def _counted(line: RegisterLine, count: int) -> RegisterLine:
    return RegisterLine(line.template, line.version, line.unit, line.to_units, line.state, count)

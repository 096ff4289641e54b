"""Look up who may never declare for a client, and from when on nobody else may, before a consent.

Only what the acting unit can open is compared; what is closed to it cannot be told by a refusal.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caseflow.database.tables.family import Guardian
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.disclose import disclose
from caseflow.vault.identity_cards import BIRTH
from caseflow.vault.majority import of_age_between
from caseflow.vault.namesakes import namesakes
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened, Place
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import FactState

FAMILY = "family"


@dataclass(frozen=True, slots=True)
class OnDeclarers:
    """What is open to the acting unit of who may declare for a client."""

    blocked: tuple[str, ...] = ()  # names
    damaged: bool = False  # somebody is written down whom nobody can read any more
    of_age: date | None = None  # the first day on which she is; of several the earliest
    surely: date | None = None  # the first one on which she is for certain; of several the latest

    def bars(self, name: str) -> bool:
        """Say whether somebody of this name is blocked, however it is spelled."""
        return any(namesakes(name, each) for each in self.blocked)


def what_is_known(work: Work, actor: Actor, client: UUID) -> OnDeclarers:
    """Return it, traced; nothing where nothing of her is open, at a desk for example."""
    ask = Ask(Act.GUARDIAN_CHECK, client, categories=frozenset({FAMILY, IDENTITY}))
    if not would_permit(work, actor, ask):
        return OnDeclarers()
    answer = disclose(work, actor, ask, (Guardian, Fact))
    if isinstance(answer, Refused):  # it was closed in this very moment
        return OnDeclarers()
    blocked, broken = _blocked(answer.value)
    raise_alarms(work, actor, broken)
    days = _days(answer.value, actor.unit)
    earliest = min((first for first, _ in days), default=None)
    surely = max((last for _, last in days), default=None)
    return OnDeclarers(blocked, damaged=bool(broken), of_age=earliest, surely=surely)


def _blocked(opened: Opened) -> tuple[tuple[str, ...], list[Alarm]]:
    names, broken = [], []
    for piece in opened.of(Guardian):
        try:
            if piece.text("blocked"):
                names.append(piece.text("name"))
        except BrokenKey:
            broken.append(Alarm.of_key(Guardian.__tablename__, piece.row.id))
    return tuple(names), broken


def _days(opened: Opened, unit: UUID) -> list[tuple[date, date]]:
    """Return what the answers tell; what she withheld from the unit hides those of other units."""
    answers = list(_answers(opened))
    hidden = any(
        place.unit == unit and fact["state"] == FactState.WITHHELD for place, fact in answers
    )
    told = [
        of_age_between(fact)
        for place, fact in answers
        if place.unit == unit or not hidden or place.urgent
    ]
    return [days for days in told if days is not None]


def _answers(opened: Opened) -> Iterator[tuple[Place, dict[str, str]]]:
    """Yield what was answered about her day of birth, and where."""
    columns = ("question", "state", "value", "told_on")
    for piece in opened.of(Fact):
        with suppress(BrokenKey):  # whoever opens the form is told of it
            fact = {column: piece.text(column) for column in columns}
            if fact["question"] == BIRTH:
                yield piece.place, fact

"""Tell the officer of whoever reads about a client of her own surname, and nobody else.

She may be a relative of the client, or of whom the client fled from. She is told nothing and sees
no difference: the alarm is written behind her answer's own trace, once a day.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.names import fold
from caseflow.vault.once_a_day import tell_once_a_day
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import ReadingMark

# They stand in the surnames of strangers.
_PARTICLES = frozenset(
    {"al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la"}
    | {"ould", "van", "vom", "von", "zu", "zum", "zur"}
)


def raise_kin(work: Work, actor: Actor, client: UUID, own: str, names: Iterable[str]) -> None:
    """Stage an alarm where a surname is her own too; whoever calls ends the unit of work."""
    mine = surnames(own)
    if not any(mine & surnames(name) for name in names):
        return
    tell_once_a_day(work, actor, client, ReadingMark.KIN, Act.ALARM_KIN)


def surnames(name: str) -> frozenset[str]:
    """Return the parts of a surname, spelled plainly: what stands before a comma, or last."""
    before, comma, _ = name.partition(",")
    words = name.split()
    surname = before if comma else words[-1] if words else ""
    return frozenset(fold(surname).split()) - _PARTICLES

"""Answers as units were told them."""

from datetime import UTC, date, datetime
from uuid import UUID

from caseflow.records.story import Origin, StoryFact
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import FactState

QUESTION = "mother_tongue"
HERE, THERE, ELSEWHERE = (UUID(int=number) for number in (1, 2, 3))


def told(
    unit: UUID,
    state: FactState,
    value: str = "",
    day: int = 1,
    *,
    hour: int = 9,
    urgent: bool = False,
) -> StoryFact:
    """Return one unit's answer, told on a day of March."""
    origin = Origin(
        id=new_id(),
        unit=unit,
        category="identity",
        basis=Basis(BasisKind.CONSENT, UUID(int=9)),
        urgent=urgent,
        version=1,
        author="Berta",
        recorded_at=datetime(2026, 3, day, hour, tzinfo=UTC),
    )
    answer = Answer(QUESTION, "text", value) if state is FactState.ANSWERED else None
    return StoryFact(origin, QUESTION, state, answer, date(2026, 3, day))

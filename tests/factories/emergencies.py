"""Emergencies as a test declares them."""

from caseflow.exceptions.declare_emergency import Danger, Declared, declare_emergency
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known
from tests.factories.house import House

DANGER = Danger("Er steht mit einem Messer vor der Tür.", "sie und das Kind", "niemand ist da")


def declared(house: House, actor: Actor, known: Known, *needed: str) -> Declared:
    """Declare an emergency that nothing is wrong with."""
    work = house.work(actor)
    answer = declare_emergency(work, actor, known.id, DANGER, frozenset(needed))
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value

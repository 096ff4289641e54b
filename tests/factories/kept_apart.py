"""Two clients of whom one was violent to the other, kept apart as the rooms do it."""

from uuid import UUID

from caseflow.exceptions import keep_clients_apart, lift_apart
from caseflow.records import create_client, look_up_client
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Invalid, Refused
from tests.factories.clients import Known
from tests.factories.house import House


def created(house: House, actor: Actor) -> Known:
    """Create a client; whoever does is assigned to her case."""
    work = house.work(actor)
    answer = create_client(work, actor, {})
    assert isinstance(answer, Done), answer
    work.finish()
    return Known(answer.value.id, answer.value.code)


def at_desk(house: House, actor: Actor, known: Known) -> None:
    """Open a desk by the code on her card."""
    work = house.work(actor)
    answer = look_up_client(work, actor, known.code)
    assert isinstance(answer, Done), answer
    work.finish()


def keeping_apart(
    house: House, actor: Actor, client: Known, other: Known, *, mine: bool = False
) -> Done[UUID] | Invalid | Refused:
    """Try to record that they are kept apart."""
    work = house.work(actor)
    answer = keep_clients_apart(work, actor, client.id, other.id, mine=mine)
    work.finish()
    return answer


def kept_apart(house: House, actor: Actor, client: Known, other: Known) -> UUID:
    """Record that they are kept apart, each at the desk; return the id of the pair."""
    for known in (client, other):
        at_desk(house, actor, known)
    answer = keeping_apart(house, actor, client, other)
    assert isinstance(answer, Done), answer
    return answer.value


def lifting(
    house: House, actor: Actor, client: Known, pair: UUID, reason: str = "Verwechslung"
) -> Done[None] | Invalid | Refused:
    """Try to lift a pair."""
    work = house.work(actor)
    answer = lift_apart(work, actor, client.id, pair, reason)
    work.finish()
    return answer

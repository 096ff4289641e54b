"""Two clients who turn out to be one person, as a test merges and parts them."""

from datetime import timedelta
from uuid import UUID

from caseflow.records.merges import OtherRecord, answer_merge, propose_merge, undo_merge
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known
from tests.factories.house import House, StoppedClock

REASON = "Sie hat beide Karten gezeigt."


def later(house: House) -> None:
    """Let a minute go by: what is said at the instant of a merge was not said after it."""
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(timedelta(minutes=1))


def proposed(house: House, actor: Actor, one: Known, other: Known) -> UUID:
    """Propose that two are one, by the code of the other."""
    work = house.work(actor)
    answer = propose_merge(work, actor, one.id, OtherRecord(code=other.code), REASON)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def answered_merge(house: House, actor: Actor, merge: UUID, *, agreed: bool = True) -> object:
    """Let a second person answer, and return what she is told."""
    work = house.work(actor)
    answer = answer_merge(work, actor, merge, agreed=agreed)
    work.finish()
    return answer


def merged(house: House, actor: Actor, second: Actor, one: Known, other: Known) -> UUID:
    """Merge two clients by two people, and let a minute go by before and after."""
    later(house)
    merge = merged_at_once(house, actor, second, one, other)
    later(house)
    return merge


def merged_at_once(house: House, actor: Actor, second: Actor, one: Known, other: Known) -> UUID:
    """Merge two clients by two people at this instant."""
    merge = proposed(house, actor, one, other)
    assert answered_merge(house, second, merge) == Done(None)
    return merge


def undone(house: House, actor: Actor, merge: UUID) -> object:
    """Undo a merge, and let a minute go by."""
    work = house.work(actor)
    answer = undo_merge(work, actor, merge, "Es waren zwei.")
    work.finish()
    later(house)
    return answer


def came_back(house: House, *actors: Actor) -> None:
    """Let units do at their next request what is due."""
    for actor in actors:
        work = house.work(actor)
        settle(work, actor)
        work.finish()

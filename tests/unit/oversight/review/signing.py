"""Officers who review: Olga, and Otto beside her."""

from uuid import UUID

from caseflow.oversight.review.begin_review import begin_review
from caseflow.oversight.review.show_review import Review, show_review
from caseflow.oversight.review.sign_looks import sign_looks
from caseflow.oversight.review.sign_off import sign_off
from caseflow.oversight.review.signatures import Signing
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.house import House, add_member, add_staff


def otto(house: House) -> Actor:
    """Return a second officer."""
    if "otto" not in house.staff:
        work = house.work_as("olga", "datenschutz")
        add_staff(house, work, "otto", {})
        add_member(house, work, "otto", "datenschutz", Role.OFFICER)
        work.finish()
    return house.actor("otto", "datenschutz")


def shown(house: House, actor: Actor) -> Review:
    """Return what an officer sees, begun or not."""
    answer = show_review(house.work(actor), actor)
    assert isinstance(answer, Disclosed)
    return answer.value


def reviewed(house: House, actor: Actor) -> Review:
    """Return what an officer sees, who begins with the period if nobody has yet."""
    seen = shown(house, actor)
    if seen.period is not None:
        return seen
    work = house.work(actor)
    assert begin_review(work, actor) == Done(None)
    work.finish()
    return shown(house, actor)


def signed(
    house: House,
    actor: Actor,
    *,
    looked: bool = True,
    size: int | None = None,
    note: str = "Notiz",
) -> object:
    """Sign off what an officer sees, and return the answer."""
    period = reviewed(house, actor).period
    assert period is not None
    work = house.work(actor)
    answer = sign_off(work, actor, Signing(size or period.head.size, looked, note))
    work.finish()
    return answer


def signed_looks(house: House, actor: Actor, of: UUID, *, looked: bool = True) -> object:
    """Sign off what the reviewer of a period did herself, and return the answer."""
    work = house.work(actor)
    answer = sign_looks(work, actor, of, Signing(0, looked))
    work.finish()
    return answer

"""Officers who review: Olga, and Otto beside her."""

from caseflow.oversight.review.show_review import Review, show_review
from caseflow.oversight.review.sign_off import Signing, sign_off
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Disclosed
from tests.factories.house import House, add_member, add_staff


def otto(house: House) -> Actor:
    """Return a second officer."""
    if "otto" not in house.staff:
        work = house.work_as("olga", "datenschutz")
        add_staff(house, work, "otto", {})
        add_member(house, work, "otto", "datenschutz", Role.OFFICER)
        work.finish()
    return house.actor("otto", "datenschutz")


def reviewed(house: House, actor: Actor) -> Review:
    """Return what an officer sees."""
    answer = show_review(house.work(actor), actor)
    assert isinstance(answer, Disclosed)
    return answer.value


def signed(house: House, actor: Actor, *, looked: bool = True, size: int | None = None) -> object:
    """Sign off what an officer sees, and return the answer."""
    period = reviewed(house, actor).period
    assert period is not None
    work = house.work(actor)
    answer = sign_off(work, actor, Signing(size or period.head.size, looked, "Notiz"))
    work.finish()
    return answer

"""Officers who review: Olga, and Otto beside her."""

from uuid import UUID

from caseflow.database.tables.reviews import SignOff
from caseflow.oversight.review.begin_review import begin_review
from caseflow.oversight.review.periods import end_of_begun, first_unsigned
from caseflow.oversight.review.show_review import Review, show_review
from caseflow.oversight.review.sign_looks import sign_looks
from caseflow.oversight.review.sign_off import sign_off
from caseflow.oversight.review.signatures import Signing
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Disclosed, Done
from caseflow.vocabulary.review_rules import SignOffKind
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
    work = house.work(actor)
    if end_of_begun(work, first_unsigned(work)) is None:
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


def kept_sign_off(house: House, size: int = 1) -> UUID:
    """Keep Olga's sign-off of a period that nobody has looked through."""
    work = house.work()
    row = SignOff(
        kind=SignOffKind.PERIOD,
        first=0,
        size=size,
        root=bytes(32),
        previous_id=None,
        of_id=None,
        queries_version=1,
        queries=(),
        seed=bytes(32),
        sample=(),
        counts=(),
        findings=(),
        reviewer_id=house.staff["olga"],
        signed_at=work.clock.now(),
    )
    work.session.add(row)
    work.finish()
    return row.id


def signed_looks(house: House, actor: Actor, of: UUID, *, looked: bool = True) -> object:
    """Sign off what the reviewer of a period did herself, and return the answer."""
    work = house.work(actor)
    answer = sign_looks(work, actor, of, Signing(0, looked))
    work.finish()
    return answer

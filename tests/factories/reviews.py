"""A finding, and a period that somebody else has signed off, as a test finds them."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.reviews import SignOff
from caseflow.oversight.review import begin_review, note_finding
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.review_rules import SignOffKind
from tests.factories.house import House


def reviewed(house: House, officer: str = "officer", reviewer: str = "walled") -> dict[str, UUID]:
    """Return their ids."""
    actor = house.actor(officer, "datenschutz")
    work = house.work(actor)
    noted = note_finding(work, actor, "bulk", [1], "Zu viele.")
    assert isinstance(noted, Done)
    first = len(work.session.scalars(select(SignOff.id)).all())
    signed = SignOff(
        kind=SignOffKind.PERIOD,
        first=first,
        size=first + 1,
        root=bytes(32),
        previous_id=None,
        of_id=None,
        queries_version=1,
        queries=(),
        seed=bytes(32),
        sample=(),
        counts=(),
        findings=(),
        reviewer_id=house.staff[reviewer],
        signed_at=work.clock.now(),
    )
    work.session.add(signed)
    work.session.flush()
    made = signed.id
    assert begin_review(work, actor) == Done(None)  # with what comes behind it
    work.finish()
    return {"finding": noted.value, "signed": made}

"""Lawful exceptions as a test declares, answers and ends them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.exceptions import LawfulException
from caseflow.exceptions.answer_exception import answer_exception
from caseflow.exceptions.declare_exception import declare_exception
from caseflow.exceptions.end_exception import end_exception
from caseflow.exceptions.exceptional_ground import ExceptionalGround
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known
from tests.factories.house import House

CHILD = {
    "indications": "Das Kind hat blaue Flecken.",
    "parents": "Sie war dabei und stimmt nicht zu.",
    "advice": "Die Fachkraft rät zum Einblick.",
    "own_means": "Wir kennen den Verlauf nicht.",
    "prior_notice": "Sie weiß es seit heute.",
}
ORDER = {"issuer": "Familiengericht", "reference": "7 F 12/26", "scope": "Gewaltverlauf"}


def ground(from_units: Iterable[UUID], *categories: str, **changed: Any) -> ExceptionalGround:  # noqa: ANN401 - any part of it
    """Return the protection of a child as a ground, but for what is changed."""
    whole = ExceptionalGround(
        kind="child_protection",
        said=CHILD,
        from_units=frozenset(from_units),
        categories=frozenset(categories),
        purpose="case_work",
    )
    return replace(whole, **changed)


def order(from_units: Iterable[UUID], *categories: str, **changed: Any) -> ExceptionalGround:  # noqa: ANN401 - any part of it
    """Return an order of a court as a ground."""
    paper = {"kind": "order", "said": ORDER, "issued_on": date(2026, 3, 1)}
    return ground(from_units, *categories, **{**paper, **changed})


def excepted(house: House, actor: Actor, known: Known, said: ExceptionalGround) -> UUID:
    """Declare a lawful exception that nothing is wrong with."""
    work = house.work(actor)
    answer = declare_exception(work, actor, known.id, said)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def answered(house: House, actor: Actor, exception: UUID, *, agreed: bool = True) -> object:
    """Let a second person answer, and return what she is told."""
    work = house.work(actor)
    answer = answer_exception(work, actor, exception, "Geprüft.", agreed=agreed)
    work.finish()
    return answer


def ended(house: House, actor: Actor, exception: UUID) -> object:
    """Let somebody end it, and return what she is told."""
    work = house.work(actor)
    answer = end_exception(work, actor, exception)
    work.finish()
    return answer


def next_request(house: House, actor: Actor) -> None:
    """Settle what waits, as any request of this person does first."""
    work = house.work(actor)
    settle(work, actor)
    work.put_away()


def exception_row(house: House, exception: UUID) -> LawfulException:
    """Return its row."""
    with house.sessions() as session:
        found = select(LawfulException).where(LawfulException.id == exception)
        return session.scalars(found).one()

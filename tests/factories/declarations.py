"""Declarations as a desk takes them down, and the verbs of the consents room in a test's words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from caseflow.consents.declaration import Declaration, Form, Offer
from caseflow.consents.record_consent import Recorded, record_consent
from caseflow.consents.take_back import EVERYTHING, Choice
from caseflow.consents.withdraw_consent import withdraw_consent
from caseflow.consents.withdrawn import Withdrawn
from caseflow.database.tables.clients import Desk
from caseflow.vault.codes import sealed_code
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import Notice
from tests.factories.clients import Known
from tests.factories.house import House


def offer(
    from_units: Iterable[UUID],
    to_units: Iterable[UUID],
    *categories: str,
    refused: Iterable[tuple[UUID, str]] = (),
) -> Offer:
    """Return an offer to let others look into these categories for case work."""
    return Offer(
        from_units=frozenset(from_units),
        to_units=frozenset(to_units),
        categories=frozenset(categories),
        purposes=frozenset({"case_work"}),
        actions=frozenset({"view"}),
        refused=frozenset(refused),
    )


def declaration(offered: Offer, **changed: Any) -> Declaration:  # noqa: ANN401 - any part of it
    """Return a declaration signed on paper for this year, but for what is changed."""
    declared = Declaration(
        offer=offered,
        valid_from=date(2026, 3, 2),
        valid_until=date(2026, 12, 31),
        template="sharing",
        language="de",
        notices=frozenset(Notice),
        form=Form("signed_paper"),
    )
    return replace(declared, **changed)


def agreed(house: House, actor: Actor, known: Known, declared: Declaration) -> Recorded:
    """Record a declaration that nothing is wrong with."""
    work = house.work(actor)
    answer = record_consent(work, actor, known.id, declared)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def took_back(
    house: House, actor: Actor, known: Known, consent: UUID, choice: Choice = EVERYTHING
) -> Withdrawn:
    """Withdraw a consent or a part of it."""
    work = house.work(actor)
    answer = withdraw_consent(work, actor, known.id, consent, choice)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def at_a_desk(house: House, actor: Actor, known: Known) -> Desk:
    """Open a desk for this session and unit: the client has brought her card."""
    work = house.work(actor)
    row, now = new_id(), work.clock.now()
    desk = Desk(
        client_id=known.id,
        id=row,
        session_id=actor.session,
        staff_id=actor.staff,
        unit_id=actor.unit,
        opened_at=now,
        until=now + work.configuration.limits.desk,
        **sealed_code(work, actor.unit, row, known.code),
    )
    work.session.add(desk)
    work.finish()
    return desk

from importlib import import_module

import pytest
from sqlalchemy import select

from caseflow.consents.received import turn_down
from caseflow.database.tables.consents import Refusal
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.consents.received.received import waiting
from tests.unit.vault.reading import newest, read, texts


def test_her_no_opens_nothing_and_is_kept(house: House) -> None:
    there = waiting(house)
    work = house.work(there.berta)
    assert turn_down(work, there.berta, there.id) == Done(there.known.id)
    work.finish()
    assert texts(read(house, there.frieda, there.known)) == []
    with house.sessions() as session:
        row = session.scalars(select(ReceivedConsent)).one()
    assert (row.answered_by, row.consent_id) == (there.berta.staff, None)
    assert newest(house, Act.CONSENT_ANSWER)["details"]["agreed"] == "no"
    work = house.work(there.berta)
    assert turn_down(work, there.berta, there.id) == Refused(Reason.TOO_LATE)
    work.finish()


def test_another_unit_never_received_it(house: House) -> None:
    there = waiting(house)
    work = house.work(there.frieda)
    assert turn_down(work, there.frieda, there.id) == Refused()
    assert turn_down(work, there.berta, new_id()) == Refused()
    work.finish()


def test_a_case_that_closes_in_this_very_moment_records_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = waiting(house)
    monkeypatch.setattr(import_module(turn_down.__module__), "permit", lambda *_: Refused())
    work = house.work(there.berta)
    assert turn_down(work, there.berta, there.id) == Refused()
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(ReceivedConsent)).one().answered_at is None
        assert session.scalars(select(Refusal)).all() == []

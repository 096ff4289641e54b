import dataclasses
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.partners import PartnerRow
from caseflow.vault.gather import gather
from caseflow.vault.partners import (
    all_partners,
    hold_partners,
    partner_fact,
    partner_row,
    with_partner,
)
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.partners import Partner
from tests.factories.clients import consented
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.factories.partners import POLICE, cooperation_ended, partner
from tests.factories.telling import Ready

permits = import_module("caseflow.vault.permit")


def test_the_last_day_of_an_agreement_belongs_to_it(house: House) -> None:
    added = partner(house)
    work = house.work()
    row = partner_row(work, added)
    assert row is not None
    fact = partner_fact(row, house.around.configuration.zone)
    assert fact.agreed_from == datetime(2025, 12, 31, 23, tzinfo=UTC)
    assert fact.agreed_until == datetime(2027, 6, 30, 22, tzinfo=UTC)
    assert partner_row(work, new_id()) is None


def test_a_partner_is_shown_as_it_was_told_and_as_it_is_now(house: House) -> None:
    added = partner(house)
    shown = Partner(
        id=added,
        name=POLICE.name,
        kind=POLICE.kind,
        address="",
        telephone=POLICE.telephone,
        email="",
        duties=POLICE.duties,
        agreed_from=date(2026, 1, 1),
        agreed_until=POLICE.agreed_until,
        version=1,
        ended=False,
        runs=True,
    )
    work = house.work()
    assert all_partners(work) == (shown,)
    work.finish()
    cooperation_ended(house, added)
    ended = dataclasses.replace(shown, version=2, ended=True, runs=False)
    assert all_partners(house.work()) == (ended,)


def test_a_changed_row_names_nobody_and_is_an_alarm(house: House) -> None:
    added = partner(house)
    with house.sessions() as session:
        session.execute(update(PartnerRow).values(agreed_until=None))
        session.commit()
    work = house.work()
    assert all_partners(work) == ()
    assert partner_row(work, added) is None
    assert [alarm.row for alarm in work.alarms] == [added, added]


def test_the_partner_comes_with_the_consent_that_names_it(house: House) -> None:
    ready = Ready(house)
    ours = consented(house, ready.berta, ready.known, [house.units["frauenhaus"]], ["health"]).id
    work = house.work(ready.berta)
    gathered = gather(work, ready.berta, ready.known.id)
    assert with_partner(work, gathered, None) is gathered
    found = with_partner(work, gathered, ready.consent).facts.partners
    assert [each.id for each in found] == [ready.police]
    for consent in (ours, new_id()):
        assert with_partner(work, gathered, consent).facts.partners == ()


@on_postgresql
def test_whom_somebody_ends_after_the_decision_is_told_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, real = Ready(house), permits.use_all

    def late(*arguments: Any) -> Any:  # noqa: ANN401 - as they are given
        monkeypatch.setattr(permits, "use_all", real)
        cooperation_ended(house, ready.police)
        return real(*arguments)

    monkeypatch.setattr(permits, "use_all", late)
    assert ready.make(ready.entry) == Refused(Reason.TOO_LATE)
    assert ready.disclosures() == []


def test_a_lost_race_about_a_partner_is_no_permission(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = Ready(house)
    work = house.work(ready.berta)
    gathered = with_partner(work, gather(work, ready.berta, ready.known.id), ready.consent)
    assert hold_partners(work, gathered)

    def deadlock(*_: object, **__: object) -> None:
        raise OperationalError("UPDATE", {}, OSError("deadlock detected"))

    monkeypatch.setattr(work.session, "execute", deadlock)
    assert not hold_partners(work, gathered)

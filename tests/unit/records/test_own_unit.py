from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from caseflow.database.tables.units import UnitRow
from caseflow.records.own_unit import kept_categories, kind_of, today, writable_categories
from caseflow.vocabulary.errors import BrokenSeal
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import House, StoppedClock


def test_a_unit_writes_into_all_drawers_it_keeps_but_the_evidence(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    assert kind_of(work, berta) is UnitKind.COUNSELLING
    kept = kept_categories(work, berta)
    assert "discrimination" in kept
    assert kept - writable_categories(work, berta) == {"evidence"}
    frieda = house.actor("frieda", "frauenhaus")
    assert "discrimination" not in writable_categories(work, frieda)


def test_a_unit_whose_row_was_tampered_with_writes_nothing(house: House) -> None:
    work = house.work()
    work.session.execute(update(UnitRow).values(kind="shelter"))
    with pytest.raises(BrokenSeal):
        kind_of(work, house.actor("berta", "beratung"))


def test_the_day_is_the_providers(house: House, clock: StoppedClock) -> None:
    clock.at = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert today(house.work()) == date(2026, 3, 3)

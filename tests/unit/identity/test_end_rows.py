import pytest
from sqlalchemy import select

from caseflow.database.sealed_rows import use
from caseflow.database.tables.units import UnitEnvelope
from caseflow.identity.end_rows import end_rows
from caseflow.identity.membership_rows import memberships_of
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import Stale
from tests.factories.house import House
from tests.unit.identity.people import outrun


def test_each_ends_with_the_number_of_its_last_use_and_without_its_envelope(house: House) -> None:
    work = house.work()
    first, second = memberships_of(work, house.staff["lea"])
    for _ in range(3):
        use(work, first)
    assert end_rows(work, [first, second]) == (
        UsedBasis(BasisKind.MEMBERSHIP, first.id, 3),
        UsedBasis(BasisKind.MEMBERSHIP, second.id, 0),
    )
    assert first.ended_at == work.clock.now()
    assert memberships_of(work, house.staff["lea"]) == []
    left = select(UnitEnvelope).where(UnitEnvelope.membership_id.in_([first.id, second.id]))
    assert work.session.scalars(left).all() == []


def test_nothing_ends_twice(house: House) -> None:
    work = house.work()
    held = memberships_of(work, house.staff["berta"])
    outrun(work, held[0])
    with pytest.raises(Stale):
        end_rows(work, held)

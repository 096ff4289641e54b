"""Which units keep copies under a consent, and until when."""

from datetime import timedelta

from caseflow.vault.gather import drawers_of
from caseflow.vault.kept_copies import KeptCopy, kept_copies
from caseflow.vocabulary.ids import new_id
from tests.factories.copies import Shared, copied, copies, shared, taken_back
from tests.factories.house import House


def kept(house: House, where: Shared, *, frozen: bool) -> tuple[KeptCopy, ...]:
    work = house.work(where.berta)
    drawers = drawers_of(work, where.known.id)
    found = kept_copies(work, drawers, [where.consent], frozen=frozen)
    assert kept_copies(work, drawers, [new_id()], frozen=frozen) == ()
    work.finish()
    return found


def test_a_copy_stands_until_she_withdraws_and_is_destroyed_thirty_days_later(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where)
    day = house.around.clock.now() + timedelta(days=30)
    said = KeptCopy(day, where.frieda.unit, "violence", where.berta.unit)
    assert kept(house, where, frozen=False) == (said,)
    assert kept(house, where, frozen=True) == ()
    taken_back(house, where)
    assert kept(house, where, frozen=False) == ()
    assert kept(house, where, frozen=True) == (said,)
    assert len(copies(house, where.known)) == 1

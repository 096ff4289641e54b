import pytest
from sqlalchemy import select

from caseflow.crypto.key_pairs import new_pair
from caseflow.database.tables.installation import Installation
from caseflow.keys.events import pair_born
from caseflow.keys.recipients import find_recipient
from caseflow.keys.recovery import Sharing, join_shares
from caseflow.keys.renew_recovery import renew_recovery
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.factories.recovering import opens, renewed
from tests.unit.keys.tampering import forge


def test_new_shares_restore_the_pair_that_counts_from_now_on(house: House) -> None:
    work = house.work()
    assert find_recipient(work, KeyReader.RECOVERY, work.installation) is not None
    made = renew_recovery(work, Sharing(3, 4))
    assert made is not None
    born, shares = made
    public = join_shares(shares[1:]).public
    found = find_recipient(work, KeyReader.RECOVERY, work.installation)
    assert found is not None
    assert found.public.raw() == public.raw()
    work.finish()
    row = work.session.scalars(select(Installation)).one()
    assert (row.recovery_public, row.recovery_key_id) == (public.raw(), public.key_id)
    assert row.recovery_shares == "3-of-4"
    assert born == pair_born("recovery", work.installation, 1, public)


def test_a_unit_opens_to_the_pair_that_its_newest_key_was_sealed_to(house: House) -> None:
    unit = house.units["beratung"]
    former, present = renewed(house)
    assert (opens(house, former, unit), opens(house, present, unit)) == (True, False)
    work = house.work_as("lea", "beratung")
    renew_unit(work, unit, new_id())
    work.finish()
    assert (opens(house, former, unit), opens(house, present, unit)) == (False, True)


def test_a_forged_pair_is_not_renewed(house: House) -> None:
    work = house.work()
    row = work.session.scalars(select(Installation)).one()
    forge(work, row, recovery_public=new_pair().public.raw())
    assert renew_recovery(work, Sharing(2, 3)) is None


def test_of_two_who_renew_one_is_too_late(house: House) -> None:
    late = house.work()
    seen = late.session.scalars(select(Installation)).one()
    late.session.expunge(seen)
    late.finish()
    renewed(house)
    late.session.add(seen)
    with pytest.raises(Stale):
        renew_recovery(late, Sharing(2, 3))

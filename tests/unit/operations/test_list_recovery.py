from caseflow.keys.recovery import join_shares
from caseflow.operations.list_outside import to_be_done
from caseflow.operations.list_recovery import list_recovery, recovery_to_be_done
from tests.factories.house import UNITS, House
from tests.factories.recovering import renewed


def test_it_says_how_much_hangs_on_former_shares(house: House) -> None:
    work = house.work()
    listed = list_recovery(work)
    assert listed.key_id == join_shares(house.shares).public.key_id
    assert (listed.shares, listed.units, listed.drawers) == ("2-of-3", 0, 0)
    assert recovery_to_be_done(work) is None
    assert to_be_done(work) is None
    work.finish()
    _, present = renewed(house)
    listed = list_recovery(work)
    assert (listed.key_id, listed.units) == (present.public.key_id, len(UNITS))
    assert f"still open {len(UNITS)} units and 0 drawers" in str(recovery_to_be_done(work))
    assert to_be_done(work) == recovery_to_be_done(work)

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.drawers import Drawer
from caseflow.vault.row_by_row import Pace
from caseflow.vault.settle_with_key import settle_with_key
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House


def test_what_waits_for_a_units_key_is_done_as_far_as_the_pace_allows(house: House) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta), entry("eins"), entry("zwei", "health"))
    work = house.work(berta)
    for drawer in work.session.scalars(select(Drawer)).all():
        change(work, drawer, turn_due=work.clock.now())
    work.finish()
    assert settle_with_key(work, berta, Pace(settled=1, looked_at=1)) == 1
    assert settle_with_key(work, berta) == 1
    assert settle_with_key(work, berta) == 0

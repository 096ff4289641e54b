from datetime import timedelta
from typing import cast

from caseflow.database.tables.drafts import Draft
from caseflow.drafts.rows import drop_old, find_rows
from tests.factories.drafts import keep
from tests.factories.house import House, StoppedClock


def test_one_is_found_until_its_time_is_over_and_goes_with_all_that_are_as_old(
    house: House,
) -> None:
    lea = house.actor("lea", "beratung")
    keep(house, lea, "/clients/new")
    clock = cast("StoppedClock", house.around.clock)
    clock.advance(house.around.configuration.drafts.kept)
    work = house.work()
    drop_old(work)
    assert len(find_rows(work, lea, "/clients/new")) == 1
    assert find_rows(work, lea, "/") == []
    clock.advance(timedelta(seconds=1))
    assert find_rows(work, lea, "/clients/new") == []
    drop_old(work)
    assert work.session.query(Draft).count() == 0

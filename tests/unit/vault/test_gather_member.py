import pytest
from sqlalchemy import event

from caseflow.vault.gather import gather
from caseflow.vault.gather_member import gather_member
from caseflow.vault.permit import NO_CLIENT
from tests.factories.house import House
from tests.factories.suspended import suspend


@pytest.mark.parametrize("suspended", [False, True])
def test_it_is_all_that_there_is_to_know_where_it_is_about_nobody(
    house: House, *, suspended: bool
) -> None:
    if suspended:
        suspend(house)
    lea = house.actor("lea", "frauenhaus")
    work = house.work()
    said: list[object] = []
    event.listen(house.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    found = gather_member(work, lea, NO_CLIENT)
    assert len(said) == 1
    assert found == gather(work, lea, NO_CLIENT)
    assert (found.facts.membership.active, found.facts.suspended) == (True, suspended)
    work.abandon()

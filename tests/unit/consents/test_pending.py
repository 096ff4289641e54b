from uuid import UUID

from sqlalchemy import update

from caseflow.consents.pending import pending_categories
from caseflow.database.tables.consents import GrantDue
from caseflow.vault.settle import settle
from tests.factories.clients import case_at, new_client
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House


def _pending(house: House, client: UUID) -> dict[UUID, tuple[str, ...]]:
    work = house.work()
    found = pending_categories(work, client)
    work.finish()
    return found


def test_it_waits_until_the_last_owning_unit_has_acted(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit, wanda.unit], [frieda.unit], "whereabouts", "health")
    consent = agreed(house, frieda, known, declaration(offered))
    waiting = {consent.id: ("whereabouts",)}
    assert _pending(house, known.id) == waiting
    settle(house.work(berta), berta)
    assert _pending(house, known.id) == waiting
    settle(house.work(wanda), wanda)
    assert _pending(house, known.id) == {}


def test_a_forged_row_waits_for_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    agreed(house, frieda, known, declaration(offer([berta.unit], [frieda.unit], "whereabouts")))
    with house.sessions.begin() as session:
        session.execute(update(GrantDue).values(categories=("health",)))
    work = house.work()
    assert pending_categories(work, known.id) == {}
    assert [alarm.table for alarm in work.alarms] == ["grants_due"]

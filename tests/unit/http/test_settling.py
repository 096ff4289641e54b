from sqlalchemy import func, select

from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.tables.drawers import Drawer
from tests.factories.application import Visitor
from tests.factories.clients import case_at, consented, entry, new_client, withdrawn, write
from tests.factories.house import House


def test_a_drawer_that_is_due_turns_at_the_owning_units_next_request(
    house: House, visitor: Visitor
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    withdrawn(house, frieda, known, consent)
    visitor.log_in("berta")
    visitor.look("/")
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
    assert drawer.turn_due is None
    assert drawer.key_version == 2


def entries(house: House) -> int:
    with house.sessions() as session:
        counts = (session.scalar(select(func.count()).select_from(t)) for t in (Leaf, StagedEntry))
        return sum(count or 0 for count in counts)


def test_after_every_page_that_is_refused_the_log_has_grown_by_one(
    house: House, visitor: Visitor
) -> None:
    visitor.log_in("berta")
    visitor.look("/")
    for address in ("/nowhere", "/log", "/staff/x"):
        before = entries(house)
        assert visitor.look(address).status_code == 404
        assert entries(house) == before + 1

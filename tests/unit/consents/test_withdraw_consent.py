from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer, Envelope
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.house import House
from tests.unit.vault.reading import read, texts


def test_the_very_next_read_is_refused_and_the_key_is_gone(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    declared = declaration(offer([berta.unit], [frieda.unit], "violence"))
    consent = agreed(house, berta, known, declared)
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    answer = took_back(house, berta, known, consent.id)
    assert texts(read(house, frieda, known)) == []
    assert [(each.unit, each.category) for each in answer.seen] == [(frieda.unit, "violence")]
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
        readers = session.scalars(select(Envelope.reader_id).where(Envelope.drawer_id == drawer.id))
        assert frieda.unit not in set(readers)
    assert (drawer.key_version, drawer.turn_due) == (2, None)

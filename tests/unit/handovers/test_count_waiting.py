from caseflow.exceptions import record_wall
from caseflow.handovers.count_waiting import count_waiting
from caseflow.vocabulary.answers import Done
from tests.factories.clients import consented, new_client
from tests.factories.handovers import accepted, sent
from tests.factories.house import House


def _waiting(house: House, name: str, slug: str) -> int:
    actor = house.actor(name, slug)
    work = house.work(actor)
    found = count_waiting(work, actor)
    work.finish()
    return found


def test_what_was_answered_waits_no_longer(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    first = sent(house, berta, known, "frauenhaus")
    sent(house, berta, known, "frauenhaus")
    assert _waiting(house, "frieda", "frauenhaus") == 2
    assert _waiting(house, "berta", "beratung") == 0
    accepted(house, frieda, first)
    assert _waiting(house, "frieda", "frauenhaus") == 1


def test_what_names_a_client_behind_a_wall_is_not_counted(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta)
    shelter = house.units["frauenhaus"]
    consent = consented(house, berta, known, [shelter], ["violence"])
    sent(house, berta, known, "frauenhaus", consent)
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, known.id, house.staff["frieda"]), Done)
    work.finish()
    assert _waiting(house, "frieda", "frauenhaus") == 0
    assert _waiting(house, "lea", "frauenhaus") == 1

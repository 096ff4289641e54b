from caseflow.subject_rights.erasure.erasure_views import view_of_erasure
from caseflow.subject_rights.erasure.last_copy import Backups
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.erasing import tombstone
from tests.factories.house import House
from tests.factories.merges import merged_at_once

NONE = Backups((), frozenset())


def test_how_much_there_was_is_the_officers_to_know(house: House) -> None:
    row = tombstone(house, new_id(), None)
    row.drawers = row.envelopes = row.pieces = 7
    work = house.work()
    counted = view_of_erasure(work, house.actor("olga", "datenschutz"), row, NONE)
    assert (counted.drawers, counted.envelopes, counted.pieces) == (7, 7, 7)
    hidden = view_of_erasure(work, house.actor("lea", "beratung"), row, NONE)
    assert (hidden.drawers, hidden.envelopes, hidden.pieces) == (0, 0, 0)


def test_a_lead_sees_her_by_the_id_that_her_unit_knows(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    one, other = new_client(house, berta), new_client(house, berta)
    case_at(house, wanda, other)
    merged_at_once(house, berta, house.actor("lea", "beratung"), one, other)
    row = tombstone(house, one.id, None)
    work = house.work()
    assert view_of_erasure(work, wanda, row, NONE).client == other.id
    assert view_of_erasure(work, house.actor("olga", "datenschutz"), row, NONE).client == one.id

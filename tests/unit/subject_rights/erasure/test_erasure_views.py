from caseflow.subject_rights.erasure.erasure_views import view_of_erasure
from caseflow.vocabulary.ids import new_id
from tests.factories.erasing import tombstone
from tests.factories.house import House


def test_how_much_there_was_is_the_officers_to_know(house: House) -> None:
    row = tombstone(house, new_id(), None)
    row.drawers = row.envelopes = row.pieces = 7
    work = house.work()
    counted = view_of_erasure(work, house.actor("olga", "datenschutz"), row)
    assert (counted.drawers, counted.envelopes, counted.pieces) == (7, 7, 7)
    hidden = view_of_erasure(work, house.actor("lea", "beratung"), row)
    assert (hidden.drawers, hidden.envelopes, hidden.pieces) == (0, 0, 0)

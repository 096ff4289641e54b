"""What partners were told of a record is marked when it is erased, and the log tells of it."""

from caseflow.vocabulary.acts import Act
from tests.factories.clients import case_at
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.telling import Ready
from tests.unit.vault.reading import newest, rows_of


def test_each_partner_that_was_told_of_an_erased_file_is_to_be_told_so(house: House) -> None:
    ready = Ready(house)
    made = ready.told()
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, ready.known)
    erased(house, ready.known.id, frieda.unit)
    assert [each.overtaken_at for each in ready.disclosures()] == [None]
    erased(house, ready.known.id, ready.berta.unit)
    [row] = ready.disclosures()
    assert (row.overtaken_at, row.retold) == (house.around.clock.now(), None)
    assert ("disclosures", str(made.id)) in rows_of(newest(house, Act.CLIENT_ERASE))

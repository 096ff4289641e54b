from caseflow.oversight.review import named_entries
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import newest


def test_the_entries_that_are_named_are_shown_and_the_look_says_which(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    new_client(house, berta)
    integrated(house)
    found = named_entries(house.work(olga), olga, [0, 0, -1, 10**12])
    assert isinstance(found, Disclosed)
    assert [each.staff_name for each in found.value] == ["Berta"]
    assert newest(house, Act.LOG_READ)["details"] == {"positions": "0"}
    assert isinstance(named_entries(house.work(berta), berta, [0]), Refused)

from datetime import timedelta

from caseflow.oversight import BreachAsk, breach_facts
from caseflow.vault.search import search
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import newest, read


def test_it_counts_whom_an_account_has_seen_and_what_of_them(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry("x"), entry("y", "health"))
    read(house, berta, one)
    search(house.work(berta), berta, "")
    now = house.around.clock.now()
    ask = BreachAsk(berta.staff, now, now + timedelta(hours=1))
    answer = breach_facts(house.work(olga), olga, ask)
    assert isinstance(answer, Disclosed)
    found = answer.value
    assert found.entries == 2
    assert found.categories == {"health": 1, "violence": 1}
    assert {each.client: each.entries for each in found.clients} == {one.id: 2, other.id: 1}
    told = newest(house, Act.BREACH_EXPORT)["details"]
    assert (told["staff"], told["clients"]) == (str(berta.staff), "2")
    later = BreachAsk(berta.staff, now + timedelta(minutes=1), now + timedelta(hours=1))
    empty = breach_facts(house.work(olga), olga, later)
    assert isinstance(empty, Disclosed)
    assert empty.value.clients == ()
    assert isinstance(breach_facts(house.work(berta), berta, ask), Refused)

from caseflow.keys.keyring import ring
from caseflow.vault.begin_again import begin_again
from caseflow.vault.contents import put
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import entry, new_client, permitted
from tests.factories.house import House
from tests.unit.vault.reading import read, texts


def test_nothing_is_left_of_what_was_given_up_neither_rows_nor_keys(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    put(work, permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id)), entry("aufgegeben"))
    assert ring(work).ciphers
    begin_again(work)
    assert not ring(work).ciphers
    work.finish()
    assert texts(read(house, berta, known)) == []

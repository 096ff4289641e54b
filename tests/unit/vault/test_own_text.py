from caseflow.vault.contents import put
from caseflow.vault.own_text import own_text
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import entry, new_client, permitted
from tests.factories.house import House


def test_a_field_of_an_own_row_opens_inside_its_write(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    row = put(work, given, entry("Sie kam zu Fuß.")).row
    assert own_text(work, given, row, "text") == "Sie kam zu Fuß."

from caseflow.vault.identity_cards import Told
from caseflow.vault.name_cards import CardText, names_of
from caseflow.vault.received_cards import Here, Received, file_received, look_here
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.house import House
from tests.unit.vault.reading import newest

MONA = CardText("Mona Müller", "1990", "ar")


def test_what_was_withheld_here_is_spared_and_no_text_files_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    work = house.work(frieda)
    here = look_here(work, frieda.unit, known.id)
    assert here == Here((), ())
    file_received(work, frieda, here, Received(known.id, new_id(), None))
    assert names_of(work, frieda.unit, [known.id]) == {}
    spared = Here((Told(CardText(), frozenset({"client_name"})),), ())
    file_received(work, frieda, spared, Received(known.id, new_id(), MONA))
    assert names_of(work, frieda.unit, [known.id]) == {}
    consent = new_id()
    file_received(work, frieda, here, Received(known.id, consent, MONA))
    assert names_of(work, frieda.unit, [known.id]) == {known.id: "Mona Müller"}
    work.finish()
    entry = newest(house, Act.CARD_FILE)
    assert entry["details"] == {"consent": str(consent)}
    assert "drawers" not in entry or entry["drawers"] == []


def test_the_own_drawer_is_looked_into(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    work = house.work(berta)
    here = look_here(work, berta.unit, known.id)
    assert here is not None
    assert len(here.drawers) == 1
    assert [told.text.name for told in here.told] == ["Mona Müller"]

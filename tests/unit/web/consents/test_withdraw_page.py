from uuid import UUID, uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, entry, write
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.read_page import read_page


@pytest.fixture
def consent(house: House, known: Known) -> UUID:
    actor = house.actor("berta", "beratung")
    write(house, actor, known, entry("Es war Abend.", "violence"))
    offered = offer([actor.unit], [house.units["frauenhaus"]], "violence", "family")
    recorded = agreed(house, actor, known, declaration(offered))
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    return recorded.id


@pytest.fixture
def address(known: Known, consent: UUID) -> str:
    return f"/clients/{known.id}/consents/{consent}/withdrawal"


def test_two_clicks_withdraw_it_and_say_who_has_read_what(
    known: Known, berta: Visitor, visitor: Visitor, address: str
) -> None:
    visitor.log_in("frieda")
    assert "Es war Abend." in visitor.look(f"/clients/{known.id}/story").text
    assert "Frauenhaus\u2069 sieht nichts mehr von:" in berta.look(address).text
    answer = berta.send(address, what="whole")
    assert answer.status_code == 200
    assert "Gewalt" in answer.text
    assert "Alles davon wurde widerrufen" in answer.text
    assert "Es war Abend." not in visitor.look(f"/clients/{known.id}/story").text


def test_in_another_language_what_was_ticked_stays_so_and_nothing_is_withdrawn(
    berta: Visitor, address: str
) -> None:
    answer = berta.send(address, categories=["violence"], speak="en")
    assert answer.status_code == 200
    assert "Nothing has been saved yet." in answer.text
    ticked = read_page(answer.text).select("#typed input[checked]")
    assert [each["value"] for each in ticked] == ["violence"]
    # Hers is German here: it stands beside the reader's.
    assert 'lang="de" dir="ltr" class="hers">Jetzt ganz' in answer.text
    assert 'class="ours">Withdraw all of it now' in answer.text


def test_what_another_consent_keeps_open_is_said_before(
    house: House, known: Known, berta: Visitor, visitor: Visitor, address: str
) -> None:
    """The page said that the shelter sees no more of it, and the shelter went on reading."""
    assert "bleibt trotzdem offen" not in berta.look(address).text
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "violence")
    agreed(house, actor, known, declaration(offered))
    _, _, told = berta.look(address).text.partition("Das bleibt trotzdem offen")
    told = told.partition("</section>")[0]
    assert "Frauenhaus" in told
    assert "Gewalt" in told
    assert "Familie" not in told
    berta.send(address, what="whole")
    visitor.log_in("frieda")
    assert "Es war Abend." in visitor.look(f"/clients/{known.id}/story").text


def test_a_part_closes_alone(
    house: House, known: Known, berta: Visitor, visitor: Visitor, address: str
) -> None:
    unit = str(house.units["frauenhaus"])
    answer = berta.send(address, what="part", categories=["family"], to_units=[unit, "x"])
    assert answer.status_code == 200
    # On her paper it does not read as if she had taken all of it back.
    paper = " ".join(read_page(answer.text).select_one(".on-paper").text.split())  # type: ignore[union-attr]  # found
    assert address.split("/")[4] in paper
    assert ("Familie → Frauenhaus" in paper, "Alles davon" in paper) == (True, False)
    assert "teilweise widerrufen" in berta.look(f"/clients/{known.id}/consents").text
    visitor.log_in("frieda")
    assert "Es war Abend." in visitor.look(f"/clients/{known.id}/story").text


def test_nothing_chosen_is_asked_again_and_means_nothing(berta: Visitor, address: str) -> None:
    answer = berta.send(address, what="part", categories=["family"])
    assert answer.status_code == 422
    assert 'value="family" checked' in answer.text


def test_a_stranger_and_an_unknown_consent_are_one_page(
    known: Known, berta: Visitor, visitor: Visitor, address: str
) -> None:
    unknown = f"/clients/{known.id}/consents/{uuid4()}/withdrawal"
    assert berta.look(unknown).status_code == 404
    assert berta.send(unknown, "/", what="whole").status_code == 404
    assert berta.send(unknown, "/", what="part").status_code == 404
    visitor.log_in("ida")
    assert visitor.look(address).status_code == 404
    assert visitor.send(address, "/", what="whole").status_code == 404


def test_a_closed_case_is_looked_at_for_a_reason_and_withdrawn_without(
    house: House, known: Known, berta: Visitor, address: str
) -> None:
    close(house, known)
    assert "Dieser Fall ist geschlossen" in berta.look(address).text
    opened = berta.send(address, reason="Sie hat angerufen.")
    assert opened.status_code == 200
    assert "Frauenhaus\u2069 sieht nichts mehr von:" in opened.text
    nothing = berta.send(address, what="part", reason="Sie hat angerufen.")
    assert nothing.status_code == 422
    assert berta.send(address, what="whole").status_code == 200

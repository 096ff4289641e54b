from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.desk_forms import close
from tests.factories.house import House


def _page(house: House, known: Known) -> str:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, actor, known, declaration(offered)).id
    return f"/clients/{known.id}/consents/{consent}/receipt"


def test_the_printed_receipt_leads_to_the_signed_file(
    house: House, known: Known, berta: Visitor
) -> None:
    page = _page(house, known)
    assert f'href="{page}.json"' in berta.look(page).text
    sent = berta.look(f"{page}.json")
    assert sent.headers["Content-Disposition"] == 'attachment; filename="receipt.json"'
    told = sent.get_json()
    assert told["receipt"]["pii_principal_id"] == str(known.id)
    assert told["jws"].count(".") == 2
    assert told["key"]["crv"] == "Ed25519"
    another = page.replace(str(known.id), str(new_id()))
    assert berta.look(f"{another}.json").status_code == 404


def test_of_a_closed_case_it_asks_for_a_reason(house: House, known: Known, berta: Visitor) -> None:
    page = f"{_page(house, known)}.json"
    close(house, known)
    assert "Dieser Fall ist geschlossen" in berta.look(page).text
    assert berta.send(page, reason="").status_code == 422
    assert berta.send(page, reason="Sie fragt danach.").get_json()["jws"]


def test_nobody_else_gets_it(house: House, known: Known, visitor: Visitor) -> None:
    page = f"{_page(house, known)}.json"
    visitor.log_in("olga")
    assert visitor.look(page).status_code == 404

from flask import Flask

from tests.factories.clients import Known, entry, new_client, write
from tests.factories.desk_forms import close, visiting
from tests.factories.house import House
from tests.unit.paper.papers import read_back


def _known(house: House) -> Known:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Samira")
    write(house, berta, known, entry("Er hat gedroht."))
    return known


def test_it_is_offered_on_her_page_and_given_as_a_paper(house: House, app: Flask) -> None:
    known, berta = _known(house), visiting(app, "berta")
    address = f"/clients/{known.id}/copy"
    assert f'href="{address}"' in berta.look(f"/clients/{known.id}").text
    answer = berta.send(address, form="pdf", language="de")
    assert answer.content_type == "application/pdf"
    told = read_back(answer.data)
    assert known.code in told
    assert "weggelassen" in told
    assert "gedroht" not in told
    hers = berta.send(address, form="pdf", language="fr")
    assert "Copie de ce que nous gardons sur vous" in read_back(hers.data)


def test_it_is_given_for_other_programs(house: House, app: Flask) -> None:
    known, berta = _known(house), visiting(app, "berta")
    answer = berta.send(f"/clients/{known.id}/copy", form="json")
    assert answer.get_json()["client"]["code"] == known.code
    assert answer.headers["Content-Disposition"] == 'attachment; filename="document.json"'


def test_what_is_no_choice_is_asked_again(house: House, app: Flask) -> None:
    known, berta = _known(house), visiting(app, "berta")
    address = f"/clients/{known.id}/copy"
    for typed in ({"form": "csv"}, {"form": "pdf", "language": "xx"}, {"bogus": "1"}):
        assert berta.send(address, **typed).status_code == 422


def test_a_closed_case_asks_for_its_reason_first(house: House, app: Flask) -> None:
    known, berta = _known(house), visiting(app, "berta")
    close(house, known)
    address = f"/clients/{known.id}/copy"
    assert 'name="reason"' in berta.look(address).text
    asked = berta.send(address, reason="Sie bittet darum.")
    assert asked.status_code == 200
    assert 'value="Sie bittet darum."' in asked.text
    answer = berta.send(address, form="pdf", reason="Sie bittet darum.")
    assert answer.content_type == "application/pdf"
    assert berta.send(address, form="pdf").status_code == 409


def test_for_anybody_else_she_is_not_there(house: House, app: Flask) -> None:
    known = _known(house)
    for name in ("frieda", "olga", "ida"):
        who = visiting(app, name)
        assert who.look(f"/clients/{known.id}/copy").status_code == 404
        assert who.send(f"/clients/{known.id}/copy", "/sessions", form="pdf").status_code == 404

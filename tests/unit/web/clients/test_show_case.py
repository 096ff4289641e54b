from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


def test_the_case_names_who_works_on_it(made: Storied, berta: Visitor) -> None:
    text = berta.look(f"/clients/{made.id}/case").text
    assert "Offener Fall" in text
    assert "02.03.2026 · <bdi>Berta</bdi>" in text
    assert "/closure" in text
    assert "/assignment" not in text


def test_a_lead_may_assign_it(made: Storied, house: House, visitor: Visitor) -> None:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    page = read_page(visitor.look(f"/clients/{made.id}/case").text)
    boxes = page.select("form[action$='/assignment'] [name=staff]")
    assert {box["value"] for box in boxes} == {str(house.staff[each]) for each in ("berta", "lea")}
    checked = [box["value"] for box in boxes if box.has_attr("checked")]
    assert checked == [str(house.staff["berta"])]


def test_a_closed_case_is_shown_for_a_reason(made: Storied, house: House, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    cases = list_cases(work, actor, made.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, actor, cases.value[0].id), Done)
    work.finish()
    address = f"/clients/{made.id}/case"
    assert "Dieser Fall ist geschlossen" in berta.look(address).text
    assert berta.send(address, reason="").status_code == 422
    text = berta.send(address, reason="Nachfrage").text
    assert "Geschlossener Fall" in text
    assert "/closure" not in text


def test_who_is_not_open_has_no_case(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/case").status_code == 404

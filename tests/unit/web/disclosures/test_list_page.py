from datetime import timedelta
from typing import cast

from tests.factories.application import Visitor
from tests.factories.declarations import took_back
from tests.factories.desk_forms import close
from tests.factories.house import House, StoppedClock
from tests.factories.partners import cooperation_ended, told
from tests.factories.read_page import read_page
from tests.unit.web.disclosures.conftest import Telling


def ways(text: str) -> list[str]:
    links = read_page(text).select("main a.primary")
    return [str(link["href"]) for link in links]


def test_the_consents_by_which_something_may_be_told_are_offered(
    house: House, telling: Telling, berta: Visitor
) -> None:
    offered = f"{telling.address}/new?consent={telling.consent}"
    assert ways(berta.look(telling.address).text) == [offered]
    took_back(house, house.actor("berta", "beratung"), telling.known, telling.consent)
    assert ways(berta.look(telling.address).text) == []


def test_not_to_a_partner_whose_cooperation_has_ended(
    house: House, telling: Telling, berta: Visitor
) -> None:
    cooperation_ended(house, telling.police)
    assert ways(berta.look(telling.address).text) == []


def test_what_was_told_is_listed_and_waits(house: House, telling: Telling, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    made = told(house, actor, telling.known, telling.consent, telling.entry)
    cast("StoppedClock", house.around.clock).advance(timedelta(days=9))
    visitor = berta
    visitor.log_in("berta")
    for address in (telling.address, "/disclosures"):
        text = visitor.look(address).text
        assert "seit 9 Tagen" in text
        assert "Polizei Espelkamp" in text
        assert f"{telling.address}/{made.id}" in text
        assert "gedroht" not in text


def test_a_closed_case_asks_for_its_reason(house: House, telling: Telling, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    told(house, actor, telling.known, telling.consent, telling.entry)
    close(house, telling.known)
    assert 'name="reason"' in berta.look(telling.address).text
    assert berta.send(telling.address, reason="").status_code == 422
    text = berta.send(telling.address, reason="Rückfrage der Polizei").text
    assert "Polizei Espelkamp" in text
    assert ways(text) == []

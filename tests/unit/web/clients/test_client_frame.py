from bs4 import BeautifulSoup

from caseflow.web.clients.client_frame import TABS
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


def _page(visitor: Visitor, address: str) -> BeautifulSoup:
    return read_page(visitor.look(address).text)


def test_her_pages_stand_under_her_code(made: Storied, berta: Visitor) -> None:
    page = _page(berta, f"/clients/{made.id}")
    assert made.code in page.select_one(".client-head").text  # type: ignore[union-attr]  # found
    assert len(page.select(".tabs a")) == len(TABS) + 1
    assert [tab.text for tab in page.select(".tabs a[aria-current]")] == ["Überblick"]


def test_her_name_stands_in_no_title(made: Storied, berta: Visitor) -> None:
    page = _page(berta, f"/clients/{made.id}/story")
    assert "Öztürk" in page.h1.text  # type: ignore[union-attr]  # found
    assert page.title.text == "Caseflow"  # type: ignore[union-attr]  # found


def test_who_is_not_open_is_as_nobody(made: Storied, visitor: Visitor, house: House) -> None:
    visitor.log_in("wanda")
    closed = visitor.look(f"/clients/{made.id}")
    never = visitor.look(f"/clients/{house.units['wohnen']}")
    assert (closed.status_code, never.status_code) == (404, 404)


def test_an_officer_finds_no_pages_of_clients(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("olga")
    assert visitor.look(f"/clients/{made.id}").status_code == 404


def test_each_tab_stands_once() -> None:
    assert len({tab.endpoint for tab in TABS}) == len(TABS)

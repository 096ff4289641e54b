from bs4 import BeautifulSoup

from tests.factories.application import Visitor
from tests.factories.corrections import NOT_SO, said
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


def _page(visitor: Visitor, address: str) -> BeautifulSoup:
    return read_page(visitor.look(address).text)


def test_the_unit_of_the_piece_settles_what_she_says(
    made: Storied, house: House, berta: Visitor
) -> None:
    said(house, house.actor("frieda", "frauenhaus"), made.id, made.entry)
    hers = f"/clients/{made.id}"
    assert NOT_SO in berta.look(f"{hers}/entries/{made.entry}").text
    [settle] = _page(berta, f"{hers}/corrections").select("a.primary")
    settling = str(settle["href"])
    assert NOT_SO in berta.look(settling).text
    early = berta.send(settling, outcome="changed", reply="", version="1")
    assert (early.status_code, "Seit sie das gesagt hat" in early.text) == (422, True)
    stays = {"outcome": "stands", "reply": "So steht es im Bericht."}
    stale = berta.send(settling, version="7", **stays)
    assert (stale.status_code, "So steht es im Bericht." in stale.text) == (409, True)
    assert berta.send(settling, **stays).status_code == 422
    assert berta.send(settling, version="1", **stays).location == f"{hers}/corrections"
    [shown] = _page(berta, f"{hers}/story").select(".timeline .not-so")
    assert "So steht es im Bericht." in shown.text

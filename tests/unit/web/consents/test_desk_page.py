from uuid import uuid4

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.read_page import read_page


def test_a_code_leads_to_what_can_be_recorded(known: Known, visitor: Visitor) -> None:
    visitor.log_in("ida")
    found = visitor.send("/look-up", code=known.code)
    assert found.location == f"/clients/{known.id}/desk"
    page = read_page(visitor.look(found.location).text)
    ways = [str(link["href"]).rpartition("/")[2] for link in page.select(".ways a")]
    assert ways == ["new", "new?outside=yes", "refusal", "withdrawal"]
    opened = visitor.send(f"/clients/{known.id}/case/opening", found.location, reason="")
    assert opened.location == f"/clients/{known.id}"


def test_the_page_itself_says_nothing_of_anybody(known: Known, visitor: Visitor) -> None:
    visitor.log_in("ida")
    assert visitor.look(f"/clients/{uuid4()}/desk").status_code == 200
    assert known.code not in visitor.look(f"/clients/{known.id}/desk").text

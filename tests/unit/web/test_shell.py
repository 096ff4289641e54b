from bs4 import BeautifulSoup, Tag

from caseflow.web.shell import PLACES
from tests.factories.application import Visitor
from tests.factories.read_page import read_page


def _page(visitor: Visitor, address: str) -> BeautifulSoup:
    return read_page(visitor.look(address).text)


def test_nobody_sees_no_navigation(visitor: Visitor) -> None:
    page = _page(visitor, "/log-in")
    assert page.select_one("nav") is None
    assert page.select_one("#time-out") is None


def test_a_member_sees_her_places_her_unit_and_the_way_out(visitor: Visitor) -> None:
    visitor.log_in("berta")
    page = _page(visitor, "/")
    open_to_her = {"/", "/clients/new", "/look-up", "/handovers", "/disclosures", "/merges"}
    assert {link["href"] for link in page.select("nav a")} == open_to_her
    assert len(open_to_her) < len(PLACES)
    assert [link["aria-current"] for link in page.select("nav a[aria-current]")] == ["page"]
    assert "Beratung" in page.select_one(".strip").text  # type: ignore[union-attr]  # found
    assert page.select_one("form[action='/log-out']") is not None


def test_the_time_out_is_the_one_of_the_configuration(visitor: Visitor) -> None:
    visitor.log_in("berta")
    dialog = _page(visitor, "/").select_one("#time-out")
    assert isinstance(dialog, Tag)
    assert dialog["data-seconds"] == "900"


def test_titles_tell_nothing(visitor: Visitor) -> None:
    visitor.log_in("lea")
    for address in ("/unit", "/nothing", "/log-in"):
        assert _page(visitor, address).title.text == "Caseflow"  # type: ignore[union-attr]  # found


def test_every_form_carries_the_token(visitor: Visitor) -> None:
    visitor.log_in("lea")
    forms = _page(visitor, "/unit").select("form")
    assert len(forms) == 7
    assert all(form.select_one("input[name=csrf_token]") for form in forms)
    # Else what stands in it lies in the browser's session file.
    assert {form["autocomplete"] for form in forms} == {"off"}


def test_nothing_is_written_into_a_page_that_its_policy_forbids(visitor: Visitor) -> None:
    visitor.log_in("lea")
    page = _page(visitor, "/unit")
    assert page.select("[style], [onclick], script:not([src]), style") == []

from bs4 import BeautifulSoup

from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, consented
from tests.factories.house import House
from tests.factories.known_clients import Storied, told_elsewhere
from tests.factories.read_page import read_page


def _story(visitor: Visitor, made: Storied, query: str = "") -> BeautifulSoup:
    return read_page(visitor.look(f"/clients/{made.id}/story{query}").text)


def _closed(house: House, made: Storied) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    cases = list_cases(work, actor, made.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, actor, cases.value[0].id), Done)
    work.finish()


def test_the_other_unit_sees_the_story_and_why(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    page = _story(visitor, made)
    pieces = page.select(".timeline > li")
    assert len(pieces) == 3
    assert "Vorfall am Abend" in pieces[-1].text
    assert "mit ihrer Einwilligung" in pieces[-1].text
    assert "Angst um die Kinder" in page.select_one(".summary-card").text  # type: ignore[union-attr]  # found
    assert "Eine eigene Wohnung" in page.select_one(".goal").text  # type: ignore[union-attr]  # found
    assert page.select("a[href$='/progress']") == []


def test_her_own_unit_may_go_on_with_it(made: Storied, berta: Visitor) -> None:
    page = _story(berta, made)
    assert len(page.select("a[href$='/progress']")) == 1
    assert len(page.select(".timeline a")) == 3
    assert "aus dem eigenen Bereich" in page.select(".timeline > li")[0].text


def test_two_answers_stand_side_by_side(made: Storied, house: House, visitor: Visitor) -> None:
    told_elsewhere(house, made.id)
    visitor.log_in("frieda")
    page = _story(visitor, made)
    assert len(page.select(".fact.other")) == 1
    assert len(page.select(".conflict")) == 2


def test_only_what_is_asked_for_is_shown(made: Storied, berta: Visitor) -> None:
    page = _story(berta, made, "?category=violence&year=2025")
    assert len(page.select(".timeline > li")) == 1
    chosen = [each["href"] for each in page.select(".filters a[aria-current]")]
    assert len(chosen) == 3
    assert "year=2025" in str(chosen[0])  # what else is chosen stays when one thing is not any more
    assert page.select(".goal") == []


def test_intake_staff_see_answers_and_no_entries(
    made: Storied, house: House, visitor: Visitor
) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    consented(house, berta, Known(made.id, made.code), [ida.unit], ["violence"])
    case_at(house, ida, Known(made.id, made.code))
    visitor.log_in("ida")
    page = _story(visitor, made)
    assert page.select("#timeline, .goal, .timeline") == []
    assert page.select(".fact") != []


def test_a_closed_case_asks_for_a_reason_that_stands_in_no_address(
    made: Storied, house: House, berta: Visitor
) -> None:
    _closed(house, made)
    address = f"/clients/{made.id}/story"
    assert "Dieser Fall ist geschlossen" in berta.look(address).text
    assert berta.send(address, reason=" ").status_code == 422
    page = read_page(berta.send(address, reason="Rückfrage des Gerichts").text)
    assert len(page.select(".timeline > li")) == 3
    form = page.select_one("form.filter")
    assert form is not None
    assert form["method"] == "post"
    assert page.select("a[href$='/entries/new']") == []

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import consent_form
from tests.factories.house import House
from tests.factories.read_page import read_page


@pytest.fixture
def address(known: Known) -> str:
    return f"/clients/{known.id}/consents/new"


def test_the_first_question_says_that_she_decides(berta: Visitor, address: str) -> None:
    page = read_page(berta.look(f"{address}?language=en").text)
    assert page.select("main [checked]") == []
    told = " ".join(page.main.text.split())  # type: ignore[union-attr]  # found
    assert "You decide. You may say no." in told
    assert "Sie entscheiden. Sie dürfen Nein sagen." in told


def test_the_pen_is_offered_by_a_script_alone(house: House, berta: Visitor, address: str) -> None:
    typed = consent_form(house, "family", at="declared_by", step="next")
    answer = berta.send(address, f"{address}?language=de", **typed)
    page = read_page(answer.text)
    shown = page.select("#form li:not([hidden]) input")
    assert [each["value"] for each in shown] == ["signed_paper", "spoken"]
    assert len(page.select("#form li[hidden][data-needs-pen]")) == 1


def test_a_field_that_is_too_long_comes_back_at_its_question(
    house: House, berta: Visitor, address: str
) -> None:
    typed = consent_form(house, "family", at="receipt", step="next", witness="x" * 501)
    answer = berta.send(address, f"{address}?language=de", **typed)
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert page.select_one("main input[name=at][value=form]") is not None
    assert page.select_one("#witness-problem") is not None


def test_a_question_is_shown_in_another_language_where_it_stands(
    house: House, berta: Visitor, address: str
) -> None:
    typed = consent_form(house, "family", at="until", step="next", speak="en")
    answer = berta.send(address, f"{address}?language=de", **typed)
    page = read_page(answer.text)
    assert page.select_one("main input[name=at][value=until]") is not None
    assert page.select_one(".problems") is None
    assert "Last day" in page.text

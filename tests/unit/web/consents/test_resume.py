import pytest
from bs4 import BeautifulSoup
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import consent_form, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.unit.web.consents.test_turn_page import _at, _go, _held


@pytest.fixture
def address(known: Known) -> str:
    return f"/clients/{known.id}/consents/new"


def _begun(house: House, berta: Visitor, address: str) -> None:
    """Answer up to the day until which it holds, and sign what must not be kept."""
    typed = consent_form(house, "family", at="actions", step="next", valid_until="")
    berta.send(address, f"{address}?language=de", **typed, signature="drawn", note="7")


def _look(visitor: Visitor, address: str) -> BeautifulSoup:
    return read_page(visitor.look(address).text)


def test_who_was_interrupted_goes_on_where_it_stood_and_nobody_else_does(
    house: House, app: Flask, berta: Visitor, address: str
) -> None:
    _begun(house, berta, address)
    berta.send("/log-out")
    berta.log_in("berta")
    kept = _look(berta, f"{address}?language=de")
    assert kept.select_one("button[name=go]")["value"] == "until"  # type: ignore[index]  # found
    # A signature is never kept; that she may not be free is not forgotten over an interruption.
    assert "signature" not in _held(kept)
    assert _held(kept)["note"] == ["7"]
    on = _go(berta, kept, address, go="until")
    assert (_at(on), _held(on)["category-family"]) == ("until", ["yes"])
    colleague = visiting(app, "lea", house, "beratung")
    assert _look(colleague, address).select_one("button[name=go]") is None
    # Discarded, it is gone.
    assert _at(_go_anew(berta, kept, address)) == ""
    assert _look(berta, address).select_one("button[name=go]") is None


def _go_anew(visitor: Visitor, kept: BeautifulSoup, address: str) -> BeautifulSoup:
    typed: dict[str, str | list[str]] = {**_held(kept), "step": "anew"}
    answer = visitor.send(address, address, **typed)
    assert answer.status_code == 303
    return _look(visitor, answer.headers["Location"])


@pytest.mark.parametrize("agreed", [["family"], []])
def test_what_is_recorded_waits_no_more(
    house: House, berta: Visitor, address: str, agreed: list[str]
) -> None:
    _begun(house, berta, address)
    whole = consent_form(house, *agreed, step="record")
    assert berta.send(address, f"{address}?language=de", **whole).status_code == 200
    assert _look(berta, address).select_one("button[name=go]") is None


def test_who_had_answered_everything_sees_it_all_together_again(
    house: House, berta: Visitor, address: str
) -> None:
    whole = consent_form(house, "family", at="notices", step="next")
    assert "Frauenhaus" in berta.send(address, f"{address}?language=de", **whole).text
    kept = _look(berta, address)
    assert kept.select_one("button[name=step][value=preview]") is not None
    again = _go(berta, kept, address, step="preview")
    assert again.select_one("button[value=record]") is not None


def test_without_her_card_nothing_is_there(house: House, visitor: Visitor, address: str) -> None:
    visitor.log_in("ida")  # housing has no case, and she is at no desk
    _begun(house, visitor, address)
    assert _look(visitor, address).select_one("button[name=go]") is None

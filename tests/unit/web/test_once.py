from importlib import import_module

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseflow.database.tables.records import Entry
from tests.factories.application import LOOPBACK, Visitor
from tests.factories.clients import Known, new_client
from tests.factories.house import House
from tests.factories.read_page import read_page

module = import_module("caseflow.web.once")
TYPED = {"category": "violence", "occurred_on": "2026-03-01", "kind": "note", "title": "Anruf"}


@pytest.fixture
def known(house: House) -> Known:
    return new_client(house, house.actor("berta", "beratung"))


@pytest.fixture
def berta(app: Flask) -> Visitor:
    visitor = Visitor(app)
    visitor.log_in("berta")
    return visitor


def entries(house: House) -> int:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(Entry)) or 0


def click(
    visitor: Visitor, known: Known, shown: dict[str, str], **more: str
) -> tuple[int, str | None]:
    answer = visitor.browser.post(
        f"/clients/{known.id}/entries/new",
        data={**shown, "text": "", **TYPED, **more},
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url=LOOPBACK,
        buffered=True,
    )
    return answer.status_code, answer.headers.get("Location")


def marks(visitor: Visitor, known: Known) -> dict[str, str]:
    """Return the marks of the form as one showing of its page has them."""
    page = read_page(visitor.look(f"/clients/{known.id}/entries/new").text)
    fields = page.select("main form input[type=hidden]")
    return {str(each["name"]): str(each["value"]) for each in fields}


def test_a_second_click_leads_on_without_writing_again(
    house: House, known: Known, berta: Visitor
) -> None:
    shown = marks(berta, known)
    first, second = click(berta, known, shown), click(berta, known, shown)
    assert first == second == (303, f"/clients/{known.id}/story")
    assert entries(house) == 1


def test_another_showing_is_another_act(house: House, known: Known, berta: Visitor) -> None:
    click(berta, known, marks(berta, known))
    click(berta, known, marks(berta, known))
    assert entries(house) == 2


def test_other_words_are_another_act(house: House, known: Known, berta: Visitor) -> None:
    shown = marks(berta, known)
    click(berta, known, shown)
    click(berta, known, shown, title="Brief")
    assert entries(house) == 2


def test_what_was_wrong_may_be_sent_again(house: House, known: Known, berta: Visitor) -> None:
    shown = marks(berta, known)
    assert click(berta, known, shown, occurred_on="31.02.2026")[0] == 422
    assert click(berta, known, shown, occurred_on="31.02.2026")[0] == 422
    assert click(berta, known, shown)[0] == 303
    assert entries(house) == 1


def test_a_lost_race_leads_where_the_other_led(
    house: House, known: Known, berta: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = marks(berta, known)
    click(berta, known, shown)
    real, blind = module.kept_answer, iter([True])
    monkeypatch.setattr(
        module, "kept_answer", lambda *told: None if next(blind, False) else real(*told)
    )
    assert click(berta, known, shown)[0] == 303
    assert entries(house) == 1
    monkeypatch.setattr(module, "kept_answer", lambda *_: None)
    assert click(berta, known, shown)[0] == 409
    assert entries(house) == 1

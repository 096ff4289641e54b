"""What was typed at a desk outlives the desk: it comes back, and goes on once her card is there."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseflow.database.base import Base
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import record_wall
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from tests.factories.application import LOOPBACK, Visitor
from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import consent_form, interpreted, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

NEVER = UUID(int=7)


@pytest.fixture
def known(house: House) -> Known:
    return new_client(house, house.actor("berta", "beratung"))


@pytest.fixture
def ida(app: Flask, known: Known) -> Visitor:
    """Return the intake of housing, at whose desk she was more than an hour ago."""
    visitor = visiting(app, "ida")
    visitor.send("/look-up", code=known.code)
    return visitor


def _count(house: House, table: type[Base]) -> int:
    work = house.work()
    found = work.session.scalar(select(func.count()).select_from(table))
    work.finish()
    return found or 0


def _desk_closes(house: House) -> None:
    house.around.clock.advance(timedelta(minutes=61))  # type: ignore[attr-defined]  # a stopped one


def _again(visitor: Visitor, shown: "TestResponse", card: str = "", **typed: str) -> "TestResponse":
    """Send what a page holds from that page, with the code of her card and what is typed anew."""
    page = read_page(shown.text)
    form = page.select_one("main form:has(#desk-card)") if card else page.select_one("main form")
    assert form is not None, shown.text
    sent: dict[str, list[str]] = {}
    for field in form.select("input, textarea"):
        value = field.text.removeprefix("\n") if field.name == "textarea" else field["value"]
        sent.setdefault(str(field["name"]), []).append(str(value))
    return _post(
        visitor, shown.request.path, {**sent, **({"desk-card": card} if card else {}), **typed}
    )


def _post(visitor: Visitor, address: str, sent: "dict[str, str | list[str]]") -> "TestResponse":
    headers = {"Sec-Fetch-Site": "same-origin"}
    return visitor.browser.post(
        address, data=sent, headers=headers, base_url=LOOPBACK, buffered=True
    )


FORMS: list[tuple[str, dict[str, str | list[str]], type[Base]]] = [
    (
        "refusal",
        {"categories": ["health"], "purposes": ["case_work"], "language": "de"},
        Refusal,
    ),
    (
        "emergency",
        {
            "danger": "Er steht vor der Tür.",
            "threatened": "sie",
            "why_no_other_way": "Niemand ist da.",
            "needed_categories": ["health", "family"],
        },
        EmergencyAccess,
    ),
    ("case/opening", {"reason": ""}, Case),
]


@pytest.mark.parametrize(("page", "typed", "table"), FORMS)
def test_it_is_saved_once_her_card_is_there_again(
    house: House,
    app: Flask,
    known: Known,
    page: str,
    typed: dict[str, str | list[str]],
    table: type[Base],
) -> None:
    visitor, before = visiting(app, "ida"), _count(house, table)
    form = f"/clients/{known.id}/{page}"
    to_units = {"to_units": [str(house.units["frauenhaus"])]} if page == "refusal" else {}
    shown = visitor.send(form, "/look-up", **typed, **to_units)
    assert shown.status_code == 404
    assert "Ist sie bei Ihnen?" in shown.text
    assert "Nach 60 Minuten" in shown.text
    wrong = _again(visitor, shown, "ABC")
    assert 'value="ABC"' in wrong.text
    assert _count(house, table) == before
    assert _again(visitor, wrong, known.code).status_code in {200, 303}
    assert _count(house, table) == before + 1


def test_each_step_of_a_consent_goes_on_where_it_stood(
    house: House, known: Known, ida: Visitor
) -> None:
    page = f"/clients/{known.id}/consents/new"
    typed = consent_form(house, "family", **interpreted("Ein Mensch"))
    typed["from_units"] = [str(house.units["wohnen"])]
    before = _count(house, Consent)
    _desk_closes(house)
    ida.log_in("ida")
    for step, count in (("preview", 0), ("record", 1)):
        shown = ida.send(page, f"{page}?language=de", **{**typed, "step": step})
        assert shown.status_code == 404
        assert "Ein Mensch" in shown.text
        on_screen = read_page(shown.text).select("p.typed")
        assert str(house.units["wohnen"]) not in [each.text for each in on_screen]
        assert _again(ida, shown, known.code).status_code == 200
        assert _count(house, Consent) == before + count
        _desk_closes(house)
        ida.log_in("ida")


def test_the_desk_stays_open_though_the_form_is_wrong(
    house: House, known: Known, ida: Visitor
) -> None:
    page = f"/clients/{known.id}/refusal"
    _desk_closes(house)
    ida.log_in("ida")
    typed: dict[str, Any] = {
        "to_units": [str(house.units["frauenhaus"])],
        "categories": ["health"],
    }
    shown = ida.send(page, "/look-up", **typed, purposes=["case_work"], language="de")
    wrong = _again(ida, shown, known.code, language="xx")
    assert wrong.status_code == 422
    right = ida.send(page, **typed, purposes=["case_work"], language="de")
    assert right.status_code == 200
    assert _count(house, Refusal) == 1


def test_everything_is_withdrawn_once_her_card_is_there(known: Known, app: Flask) -> None:
    visitor = visiting(app, "ida")
    page = f"/clients/{known.id}/withdrawal"
    shown = visitor.send(page)
    assert shown.status_code == 404
    assert _again(visitor, shown, known.code).status_code == 200


def test_the_session_that_timed_out_loses_nothing_either(
    house: House, known: Known, ida: Visitor
) -> None:
    page = f"/clients/{known.id}/refusal"
    typed = {"to_units": [str(house.units["frauenhaus"])], "categories": ["health"]}
    made = read_page(ida.look(page).text).select_one("main form")
    assert made is not None
    marks = {str(each["name"]): str(each["value"]) for each in made.select("input[type=hidden]")}
    _desk_closes(house)
    shown = _post(ida, page, {**marks, **typed, "purposes": "case_work", "language": "de"})
    assert shown.status_code == 401
    ida.log_in("ida")  # in another window
    seen = [shown.status_code]
    while seen[-1] in {400, 401}:
        shown = _again(ida, shown)
        seen.append(shown.status_code)
    assert seen == [401, 400, 404]
    assert _again(ida, shown, known.code).status_code == 200
    assert _count(house, Refusal) == 1


def test_another_card_is_not_hers_and_a_walled_off_one_is_nobodys(
    house: House, known: Known, app: Flask
) -> None:
    visitor, lead = visiting(app, "ida"), house.actor("lea", "beratung")
    other = new_client(house, lead)
    shown = visitor.send(f"/clients/{known.id}/case/opening", "/look-up", reason="")
    answer = _again(visitor, shown, other.code)
    assert "Karte einer anderen Klientin" in answer.text
    work = house.work(lead)
    assert isinstance(record_wall(work, lead, known.id, house.staff["ida"]), Done)
    work.finish()
    answer = _again(visitor, shown, known.code)
    assert "Diesen Code hat niemand" in answer.text
    assert answer.status_code == 404


def test_known_and_never_issued_get_the_same_page(known: Known, app: Flask) -> None:
    visitor = visiting(app, "ida")

    def shown(client: UUID) -> str:
        answer = visitor.send(f"/clients/{client}/case/opening", "/look-up", reason="")
        text = read_page(answer.text).main
        assert text is not None
        return text.text

    assert shown(known.id) == shown(NEVER) == shown(new_id())


def test_what_another_site_sent_is_not_held(known: Known, app: Flask) -> None:
    visitor = visiting(app, "ida")
    token = read_page(visitor.look("/look-up").text).select_one("input[name=csrf_token]")
    assert token is not None
    answer = visitor.browser.post(
        f"/clients/{known.id}/refusal",
        data={"csrf_token": token["value"], "language": "FREMD"},
        headers={"Sec-Fetch-Site": "none"},
        base_url=LOOPBACK,
    )
    assert "desk-card" not in answer.text

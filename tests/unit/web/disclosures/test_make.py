from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from caseflow.disclosures import DisclosureView, list_disclosures
from caseflow.vocabulary.answers import Disclosed
from tests.factories.application import Visitor
from tests.factories.declarations import took_back
from tests.factories.desk_forms import close, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.unit.web.disclosures.conftest import Telling


def disclosures(house: House, telling: Telling) -> tuple[DisclosureView, ...]:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    answer = list_disclosures(work, berta, telling.known.id)
    assert isinstance(answer, Disclosed)
    return answer.value


def choice(telling: Telling, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - what is typed into it
    typed = {
        "consent": str(telling.consent),
        "purpose": "case_work",
        "entries": [str(telling.entry)],
        "release": [str(telling.entry)],
    }
    return {**typed, **changed}


def test_first_the_purpose_and_then_the_pieces_and_nothing_is_ticked(
    telling: Telling, berta: Visitor
) -> None:
    asked = f"{telling.address}/new?consent={telling.consent}"
    page = read_page(berta.look(asked).text)
    [way] = [link["href"] for link in page.select("main .ways a")]
    text = berta.look(str(way)).text
    page = read_page(text)
    assert "Er hat gedroht." in text
    assert "Arzt" not in text
    assert "Samira" in text
    assert page.select("main [checked]") == []


def test_what_was_chosen_is_told_and_the_sheet_follows(
    house: House, telling: Telling, berta: Visitor
) -> None:
    page = f"{telling.address}/new?consent={telling.consent}&purpose=case_work"
    answer = berta.send(f"{telling.address}/new", page, **choice(telling))
    [made] = disclosures(house, telling)
    sheet = f"{telling.address}/{made.id}/print"
    assert (answer.status_code, answer.headers["Location"]) == (303, sheet)
    text = berta.look(sheet).text
    assert all(each in text for each in ("Er hat gedroht.", "Polizei Espelkamp", str(made.id)))
    main = read_page(text).select_one("main")
    assert main is not None
    assert "Beratung" not in main.text
    title = read_page(text).title
    assert title is not None
    assert title.text == "Caseflow"


def test_without_a_release_the_words_stay_here(
    house: House, telling: Telling, berta: Visitor
) -> None:
    page = f"{telling.address}/new?consent={telling.consent}&purpose=case_work"
    berta.send(f"{telling.address}/new", page, **choice(telling, release=[]))
    [made] = disclosures(house, telling)
    text = berta.look(f"{telling.address}/{made.id}/print").text
    assert "gedroht" not in text
    assert "von anderen Personen" in text


def test_nothing_chosen_is_told_at_its_fields(
    house: House, telling: Telling, berta: Visitor
) -> None:
    page = f"{telling.address}/new?consent={telling.consent}&purpose=case_work"
    answer = berta.send(f"{telling.address}/new", page, **choice(telling, entries=[]))
    assert answer.status_code == 422
    links = read_page(answer.text).select(".problems a")
    assert {link["href"] for link in links} == {"#entries", "#facts"}
    assert disclosures(house, telling) == ()


def test_after_a_withdrawal_nothing_is_told(house: House, telling: Telling, berta: Visitor) -> None:
    page = f"{telling.address}/new?consent={telling.consent}&purpose=case_work"
    assert berta.look(page).status_code == 200
    took_back(house, house.actor("berta", "beratung"), telling.known, telling.consent)
    assert berta.look(page).status_code == 409
    sent = berta.send(f"{telling.address}/new", "/disclosures", **choice(telling))
    assert sent.status_code == 409
    assert disclosures(house, telling) == ()


@pytest.mark.parametrize("consent", ["", "x", str(UUID(int=7))])
def test_of_what_is_no_consent_of_hers_there_is_no_page(
    telling: Telling, berta: Visitor, consent: str
) -> None:
    assert berta.look(f"{telling.address}/new?consent={consent}").status_code == 404


def test_for_whom_she_is_not_there_there_is_no_page_either(
    house: House, app: Flask, telling: Telling, berta: Visitor
) -> None:
    page = f"{telling.address}/new?consent={telling.consent}&purpose=case_work"
    assert visiting(app, "frieda").look(page).status_code == 404
    close(house, telling.known)
    assert berta.look(page).status_code == 409

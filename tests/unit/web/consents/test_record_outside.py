"""The form by which she lets an organisation outside be told something."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import OFFERED, consent_form, visiting
from tests.factories.house import House
from tests.factories.partners import partner, told_over
from tests.factories.read_page import read_page


@pytest.fixture
def known(house: House) -> Known:
    return new_client(house, house.actor("berta", "beratung"))


@pytest.fixture
def berta(app: Flask) -> Visitor:
    return visiting(app, "berta")


def typed(house: House, police: UUID | str, *agreed: str) -> dict[str, Any]:
    form = consent_form(house, *agreed, actions=["tell", "disclose"], partner=str(police))
    del form["to_units"]
    return {**form, "outside": "yes"}


def test_only_running_partners_are_offered_and_nothing_is_chosen(
    house: House, known: Known, berta: Visitor
) -> None:
    police = partner(house)
    told_over(house)
    text = berta.look(f"/clients/{known.id}/consents/new?outside=yes&language=de&whole=yes").text
    page = read_page(text)
    assert [each["value"] for each in page.select("[name=partner]")] == [str(police)]
    assert page.select("[name=to_units]") == []
    assert {each["value"] for each in page.select("[name=actions]")} == {"tell", "disclose"}
    assert page.select("main [checked]") == []
    assert "Sie sieht nie selbst in Ihre Akte" in text


def test_the_language_is_asked_for_first_and_the_way_is_kept(known: Known, berta: Visitor) -> None:
    page = berta.look(f"/clients/{known.id}/consents/new?outside=yes").text
    links = read_page(page).select(".languages-to-choose a")
    assert {"outside=yes" in str(link["href"]) for link in links} == {True}


def test_previewed_recorded_listed_and_taken_back_in_part(
    house: House, known: Known, berta: Visitor
) -> None:
    police = partner(house)
    new = f"/clients/{known.id}/consents/new"
    form = typed(house, police, "violence", "health")
    preview = berta.send(new, f"{new}?outside=yes&language=de", **form)
    assert preview.status_code == 200
    assert "Polizei Espelkamp" in preview.text
    assert "<strong>0</strong>" in preview.text
    receipt = berta.send(new, f"{new}?outside=yes&language=de", **{**form, "step": "record"})
    assert "Polizei Espelkamp" in receipt.text
    text = berta.look(f"/clients/{known.id}/consents").text
    assert "Polizei Espelkamp" in text
    page = read_page(text)
    way = next(
        str(a["href"])
        for a in page.select("main a")
        if str(a["href"]).endswith("/withdrawal") and "consents/" in str(a["href"])
    )
    shown = berta.look(way).text
    assert "Polizei Espelkamp\u2069 erfährt nichts mehr über" in shown
    part: dict[str, Any] = {"what": "part", "categories": ["health"], "to_units": [str(police)]}
    assert berta.send(way, **part).status_code == 200
    assert "teilweise widerrufen" in berta.look(f"/clients/{known.id}/consents").text
    again = berta.look(way.replace("withdrawal", "receipt")).text
    assert "Stelle außerhalb" in again


def test_a_missing_or_unknown_partner_stands_at_its_field(
    house: House, known: Known, berta: Visitor
) -> None:
    new = f"/clients/{known.id}/consents/new"
    for named in ("", "x", str(told_over(house))):
        answer = berta.send(
            new, f"{new}?outside=yes&language=de", **typed(house, named, "violence")
        )
        assert answer.status_code == 422
        links = read_page(answer.text).select(".problems a")
        assert "#partner" in {link["href"] for link in links}


def test_no_to_everything_is_a_refusal_to_the_partner(
    house: House, known: Known, berta: Visitor
) -> None:
    new = f"/clients/{known.id}/consents/new"
    form = typed(house, partner(house))
    assert len(OFFERED) > 3
    shown = berta.send(new, f"{new}?outside=yes&language=de", **form)
    assert "Polizei Espelkamp" in shown.text
    done = berta.send(new, f"{new}?outside=yes&language=de", **{**form, "step": "record"})
    assert done.status_code == 200

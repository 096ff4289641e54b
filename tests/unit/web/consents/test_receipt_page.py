from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from caseflow.database.tables.consents import Consent
from tests.factories.application import Visitor, application
from tests.factories.clients import Known, case_at
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.desk_forms import close, consent_form, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page


def _terms(text: str) -> str:
    found = read_page(text).select_one("article.receipt dl")
    assert found is not None, text
    return " ".join(found.text.split())


def test_printed_again_it_says_what_it_said(house: House, known: Known, berta: Visitor) -> None:
    page = f"/clients/{known.id}/consents"
    form = f"{page}/new"
    frauenhaus = str(house.units["frauenhaus"])
    typed = {"except-health": [frauenhaus], "language": "en", "step": "record"}
    to_units = [frauenhaus, str(house.units["wohnen"])]
    recorded = berta.send(
        form,
        f"{form}?language=en",
        **consent_form(house, "family", "health", **typed, to_units=to_units),
    )
    assert "Place, day, signature" in recorded.text
    # Whoever stands beside her reads this page: how she may be reached is not open on it.
    shut = read_page(recorded.text).select("details:not([open]) .ways-to-her")
    assert len(shut) == recorded.text.count("ways-to-her") == 1
    listed = read_page(berta.look(page).text)
    link = listed.select_one("a[href$='/receipt']")
    assert link is not None
    again = berta.look(str(link["href"]))
    assert again.status_code == 200
    assert '<html lang="en"' in again.text
    assert _terms(again.text) == _terms(recorded.text)
    assert "No to, for \u2068Frauenhaus\u2069" in _terms(again.text)
    assert f'href="{page}"' in again.text
    paper = berta.look(f"{link['href']}?paper=pdf")
    assert paper.content_type == "application/pdf"
    assert paper.data.startswith(b"%PDF")
    # She was asked nothing of how she may be reached: no other way is offered for the paper.
    ways = read_page(again.text).select(".ways-to-her li")
    assert [each.text.split(":")[0] for each in ways[:2]] == ["In die Hand gegeben", "Nur gesagt"]
    assert all("es ist nicht bekannt, wie sie" in each.text for each in ways[2:])


def test_it_says_what_was_taken_back_and_whose_part_it_is(
    app: Flask, house: House, known: Known, berta: Visitor
) -> None:
    actor, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    case_at(house, frieda, known)
    offered = offer([actor.unit], [frieda.unit, house.units["wohnen"]], "family")
    consent = agreed(house, actor, known, declaration(offered)).id
    took_back(house, actor, known, consent)
    page = f"/clients/{known.id}/consents/{consent}/receipt"
    whole, part = berta.look(page).text, visiting(app, "frieda").look(page).text
    for text in (whole, part):
        assert "Alles davon wurde widerrufen am" in text
    assert "nur der Teil" not in whole
    assert "nur der Teil" in part
    assert "Wohnen" in _terms(whole)
    assert "Wohnen" not in _terms(part)


def test_it_is_in_a_language_that_the_pages_do_not_speak(
    house: House, known: Known, berta: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    declared = replace(declaration(offered), language="prs")
    consent = agreed(house, actor, known, declared).id
    shown = berta.look(f"/clients/{known.id}/consents/{consent}/receipt").text
    page = read_page(shown)
    paper, tongue = page.select_one(".paper"), house.around.configuration.tongues["prs"]
    assert paper is not None
    assert (paper["lang"], paper["dir"]) == ("prs", "rtl")
    assert tongue.categories["family"] in paper.text
    assert tongue.sentences["No sworn translator has reviewed this translation yet."] in shown
    assert '<html lang="de" dir="ltr"' in shown
    work = house.work()
    row = work.session.get(Consent, (known.id, consent))
    text = house.around.configuration.consent_text("sharing", "prs")
    assert row is not None
    assert text is not None
    assert row.text_hash.hex() == text.text_hash


@pytest.mark.parametrize("changed", [{"version": 7}, {"text_hash": "0" * 64}])
def test_a_text_that_is_kept_no_more_is_not_replaced_by_another(
    house: House, known: Known, changed: dict[str, Any]
) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, actor, known, declaration(offered)).id
    configuration = house.around.configuration
    texts = tuple(replace(text, **changed) for text in configuration.texts)
    house.around = replace(house.around, configuration=replace(configuration, texts=texts))
    visitor = visiting(application(house), "berta")
    shown = visitor.look(f"/clients/{known.id}/consents/{consent}/receipt")
    assert shown.status_code == 200
    assert "Familie" in _terms(shown.text)
    assert "<h2>" not in shown.text.partition("<article")[2]


def test_of_a_closed_case_it_asks_for_a_reason(house: House, known: Known, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, actor, known, declaration(offered)).id
    close(house, known)
    page = f"/clients/{known.id}/consents/{consent}/receipt"
    assert "Dieser Fall ist geschlossen" in berta.look(page).text
    assert berta.send(page, reason="").status_code == 422
    assert "Familie" in _terms(berta.send(page, reason="Sie fragt danach.").text)


@pytest.mark.parametrize("name", ["ida", "olga"])
def test_nobody_else_prints_it(house: House, known: Known, visitor: Visitor, name: str) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, actor, known, declaration(offered)).id
    visitor.log_in(name)
    page = f"/clients/{known.id}/consents/{consent}/receipt"
    assert visitor.look(page).status_code == 404

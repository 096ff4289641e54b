from uuid import uuid4

from bs4 import BeautifulSoup

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import OFFERED
from tests.factories.house import configuration
from tests.factories.read_page import read_page


def _page(visitor: Visitor, address: str) -> BeautifulSoup:
    return read_page(visitor.look(address).text)


def test_her_language_is_chosen_first(known: Known, berta: Visitor) -> None:
    page = _page(berta, f"/clients/{known.id}/consents/new")
    links = page.select(".languages-to-choose a")
    assert [link.text for link in links][:2] == ["Deutsch", "English"]
    assert {str(link["lang"]) for link in links} == {"de", "en", *configuration().tongues}


def test_nothing_is_chosen_beforehand_and_yes_stands_beside_no(
    known: Known, berta: Visitor
) -> None:
    page = _page(berta, f"/clients/{known.id}/consents/new?language=en&whole=yes")
    assert page.select("main [checked], main [selected]") == []
    assert len(page.select(".yes-no input[value=yes]")) == len(OFFERED)
    assert len(page.select(".yes-no input[value=no]")) == len(OFFERED)
    assert len(page.select(".point")) == 13
    assert page.select_one("h1[lang=en]") is not None


def test_the_form_is_the_same_for_a_client_who_does_not_exist(known: Known, berta: Visitor) -> None:
    seen = set()
    for client in (known.id, uuid4()):
        page = _page(berta, f"/clients/{client}/consents/new?language=de")
        for token in page.select("[name=csrf_token], [name=shown], [name=form-window]"):
            token.decompose()
        seen.add(str(page.main).replace(str(client), ""))
    assert len(seen) == 1


def test_the_data_protection_officer_records_nothing(known: Known, visitor: Visitor) -> None:
    visitor.log_in("olga")
    assert visitor.look(f"/clients/{known.id}/consents/new").status_code == 404


def test_what_she_chooses_from_is_in_her_language_beside_ours(known: Known, berta: Visitor) -> None:
    page = _page(berta, f"/clients/{known.id}/consents/new?language=fr&whole=yes")
    said = {
        each.text: str(each["dir"]) for each in page.select("#receipt [lang=fr], #form [lang=fr]")
    }
    sentences = configuration().tongues["fr"].sentences
    for message in ("How she declares it", "signed on paper", "Her copy"):
        assert said[sentences[message]] == "ltr"
    # A guardian beside her reads in no language but the desk's what is known of guardians.
    assert page.select("#known_violent [lang=fr]") == []
    assert page.select_one(".unreviewed [lang=fr]") is not None

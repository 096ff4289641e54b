import re

from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import DeclarationForm, Declarer
from caseflow.web.consents.preview_page import NAMES
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import consent_form
from tests.factories.house import House, configuration
from tests.factories.read_page import read_page


def test_whatever_is_chosen_has_a_name() -> None:
    assert set(NAMES) == {*Action, *Declarer, *DeclarationForm}


def test_she_reads_in_her_language_how_many_people_would_see_it_in_each_unit(
    house: House, berta: Visitor, known: Known
) -> None:
    address = f"/clients/{known.id}/consents/new"
    to_units = [str(house.units[slug]) for slug in ("frauenhaus", "wohnen")]
    typed = consent_form(house, "family", language="en", to_units=to_units, form="signed_screen")
    answer = berta.send(address, f"{address}?language=de", **typed)
    page = read_page(answer.text)
    told = [each.text for each in page.select(".receiver .reached strong")]
    assert told == ["2", "2"]
    everybody = page.select_one(".sheet > .reached strong")
    assert everybody is not None
    assert everybody.text == "4"
    head = page.select_one("h1 .hers[lang=en]")
    assert head is not None
    assert (head.text, page.select_one("h1 .ours").text) == (  # type: ignore[union-attr]  # found
        "If she signs, this opens",
        "Wenn sie unterschreibt, öffnet sich das",
    )
    # In another language it is the same page, with all that was said, and nothing was recorded.
    hidden = page.select("#typed input[type=hidden]")
    sent = {str(each["name"]): str(each["value"]) for each in hidden}
    anew = berta.send(address, f"{address}?language=de", **{**sent, **typed}, speak="en").text
    assert "Nothing has been saved yet." in anew
    assert read_page(anew).select_one("[name=step][value=record]") is not None
    assert set(re.findall(r'name="to_units" value="([^"]+)"', anew)) == set(to_units)
    # Where nothing can be drawn, nothing is offered for it.
    pad = page.select_one("[data-pen]")
    assert pad is not None
    assert pad.has_attr("hidden")
    assert page.select_one("[data-no-pen]:not([hidden])") is not None


def test_her_no_to_everything_is_read_back_to_her_in_whichever_language_was_sent(
    house: House, berta: Visitor, known: Known
) -> None:
    address = f"/clients/{known.id}/consents/new"
    sentence = configuration().tongues["tr"].sentences["She says no to everything"]
    german = "Sie sagt zu allem Nein"
    typed = consent_form(house, language="xx", step="preview")
    for sent, head in (("tr", f"{sentence}{german}"), ("xx", german)):
        typed = consent_form(house, language=sent, step="preview")
        answer = berta.send(address, f"{address}?language=de", **typed)
        page = read_page(answer.text)
        assert [each.text.strip() for each in page.select("h1")] == [head]
        assert bool(page.select(".unreviewed")) == (sent == "tr")
    anew = berta.send(address, f"{address}?language=de", **typed, previewed="yes", speak="en").text
    assert "Record the refusal" in anew

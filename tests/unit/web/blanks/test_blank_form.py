"""Nothing is ticked, each option has its line, and the pattern says nothing of anybody."""

from datetime import date
from uuid import UUID

import pytest

from caseflow.http.papers.voice import Voice
from caseflow.paper import Blank, Boxes, Heading, Paragraph, make_pdf
from caseflow.web.blanks.blank_form import BlankForm, blank_form, pattern_of
from caseflow.web.blanks.drawn_pattern import drawn_pattern
from caseflow.web.clients.words import Words
from caseflow.web.consents.both_languages import BothLanguages
from caseflow.web.consents.form_fields import offered_categories
from tests.factories.house import configuration
from tests.unit.paper.papers import read_back

UNITS = ("Beratung", "Frauenhaus")
KNOWN = configuration()
EVERY = ("de", "en", *KNOWN.tongues)


@pytest.fixture(autouse=True)
def _german_staff(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = Voice("de", KNOWN).say
    monkeypatch.setattr("caseflow.web.consents.two_voices.gettext", spoken)


def form(tag: str, template: str = "sharing", beside: str = "") -> BlankForm:
    text = KNOWN.consent_text(template, tag)
    assert text is not None
    ours = KNOWN.consent_text(template, beside) if beside else None
    say = BothLanguages(Voice(tag, KNOWN), beside or tag, text, ours)
    return BlankForm(
        id=UUID(int=7),
        say=say,
        words=Words(tag, KNOWN, {}),
        units=UNITS,
        partners=("Polizei",),
        made_on=date(2026, 5, 4),
    )


def boxes(found: BlankForm) -> list[str]:
    pieces = blank_form(found).pieces
    return [item for each in pieces if isinstance(each, Boxes) for item in each.items]


def test_every_question_has_its_boxes_and_every_signature_its_line() -> None:
    found = boxes(form("de"))
    assert found.count("Ja") == found.count("Nein") == len(offered_categories(KNOWN))
    assert [each for each in found if "Frauenhaus" in each] == ["\u2068Frauenhaus\u2069"] * 2
    assert all("\n" not in each for each in found)
    blanks = [each.label for each in blank_form(form("de")).pieces if isinstance(each, Blank)]
    assert blanks == [
        "Letzter Tag",
        "Ort, Tag, Unterschrift",
        "Wer dolmetscht",
        "Zeugin oder Zeuge",
    ]
    outside = boxes(form("de", "disclosure"))
    assert outside.count("\u2068Polizei\u2069") == 1
    assert outside.count("\u2068Frauenhaus\u2069") == 1
    assert "schriftlich weitergeben" in outside


def test_the_pattern_carries_version_and_number_and_no_name() -> None:
    found = form("de")
    text = f"caseflow-form sharing-1.de {UUID(int=7)}"
    assert pattern_of(found) == drawn_pattern(text, 28.0)
    said = [each.text for each in blank_form(found).pieces if isinstance(each, Paragraph)]
    assert any("sharing-1.de" in each and str(UUID(int=7)) in each for each in said)


@pytest.mark.parametrize("tag", ["ar", "fa", "prs"])
def test_it_is_there_in_her_language_with_ours_beside(tag: str) -> None:
    found = blank_form(form(tag, beside="de"))
    text, german = KNOWN.consent_text("sharing", tag), KNOWN.consent_text("sharing", "de")
    assert text is not None
    assert german is not None
    heads = [each.text for each in found.pieces if isinstance(each, Heading)]
    assert text.title in heads
    for hers, ours in zip(text.paragraphs, german.paragraphs, strict=True):
        assert any(hers.heading in each and ours.heading in each for each in heads)
    assert found.language == tag


def test_arabic_is_drawn_with_the_names_in_it() -> None:
    assert read_back(make_pdf(blank_form(form("ar", beside="de")))).count("Frauenhaus") == 2


def test_all_languages_of_clients_have_one() -> None:
    assert all(len(boxes(form(tag))) > 40 for tag in EVERY)

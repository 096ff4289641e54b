from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from caseflow.vocabulary.configuration import Configuration, ConsentText
from caseflow.vocabulary.states import Notice
from caseflow.web.consents.both_languages import (
    BothLanguages,
    both_languages,
    text_languages,
)
from caseflow.web.consents.two_voices import Said
from tests.factories.house import configuration


def _both(app: Flask, reader: str, client: str) -> BothLanguages | None:
    with app.test_request_context(headers={"Accept-Language": reader}):
        return both_languages(configuration(), client)


def test_both_see_their_own_words_side_by_side(app: Flask) -> None:
    both = _both(app, "de", "en")
    assert both is not None
    assert both.language == "en"
    assert both.points()[0].heading == Said("What this is about", "Worum es geht")
    assert len(both.points()) == 13
    assert both.notices()["voluntary"].ours == "Ich entscheide freiwillig."
    labels = configuration().categories["family"].labels
    assert both.label(labels) == Said("family", "Familie")


def test_beside_her_text_stands_the_same_version_and_no_newer_one(app: Flask) -> None:
    known = configuration()
    newer = [replace(each, version=2) for each in known.texts if each.language == "de"]
    with app.test_request_context(headers={"Accept-Language": "de"}):
        both = both_languages(replace(known, texts=(*known.texts, *newer)), "tr")
        alone = both_languages(replace(known, texts=(*newer, *_of(known, "tr"))), "tr")
    assert both is not None
    assert both.beside is not None
    assert (both.text.version, both.beside.version) == (1, 1)
    assert alone is not None
    assert alone.points()[0].heading.ours == ""
    assert alone.label(known.categories["family"].labels).ours == "Familie"


def _of(known: Configuration, language: str) -> list[ConsentText]:
    return [each for each in known.texts if each.language == language]


def test_one_language_is_said_once(app: Flask) -> None:
    both = _both(app, "de", "de")
    assert both is not None
    assert {point.text.ours for point in both.points()} == {""}
    assert set(both.notices()) == {notice.value for notice in Notice}
    assert both.label({"de": "Familie", "en": "family"}) == Said("Familie", "")


@pytest.mark.parametrize("chosen", ["", "xx"])
def test_there_is_no_form_in_a_language_without_a_text(app: Flask, chosen: str) -> None:
    assert _both(app, "de", chosen) is None


def test_each_language_is_offered_once() -> None:
    named = text_languages(configuration())
    assert list(named)[:2] == ["de", "en"]
    assert named.keys() == {"de", "en", *configuration().tongues}
    assert (named["prs"], named["ar"]) == (
        "\u062f\u0631\u06cc",
        "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    )


def test_a_sentence_of_the_pages_is_said_in_both_where_they_speak_hers(app: Flask) -> None:
    both = _both(app, "de", "en")
    assert both is not None
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert both.sentence("Yes") == Said("Yes", "Ja")
        arabic = both_languages(configuration(), "ar")
        assert arabic is not None
        assert arabic.sentence("Yes") == Said("\u0646\u0639\u0645", "Ja")
        assert arabic.sentence("Log out") == Said("Abmelden", "")
        assert arabic.choices({"x": "No"}) == [("x", Said("\u0644\u0627", "Nein"))]
        assert arabic.day(date(2026, 3, 2)) == Said("2 \u0645\u0627\u0631\u0633 2026", "02.03.2026")
        named = arabic.sentence("not to %(unit)s", unit="Wohnen")
        assert named.hers.endswith("\u2068Wohnen\u2069")
        assert named.ours == "nicht an \u2068Wohnen\u2069"
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert both.sentence("Yes") == Said("Yes", "")


def test_her_words_are_read_in_their_own_direction(app: Flask) -> None:
    parts = app.jinja_env.get_template("consents/parts.html")
    with app.test_request_context():
        drawn = str(parts.module.twice(Said("\u0646\u0639\u0645", "Ja"), "ar"))  # type: ignore[attr-defined]  # its macro
    assert '<span lang="ar" dir="rtl" class="hers">\u0646\u0639\u0645</span>' in drawn
    assert '<span class="ours">Ja</span>' in drawn


def test_what_nobody_has_reviewed_says_so_in_both_languages(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        found = {
            tag: both_languages(configuration(), tag) for tag in text_languages(configuration())
        }
        said = {tag: both.unreviewed for tag, both in found.items() if both is not None}
    assert said.pop("de") is None
    assert said.keys() == {"en", *configuration().tongues}
    plain = said.pop("de-simple")
    assert plain is not None
    assert "Einfache Sprache" in plain.hers
    german = "noch von keiner vereidigten \u00dcbersetzerin"
    assert all(each is not None and german in each.ours for each in said.values())


def test_every_language_has_its_own_text_with_its_own_hash() -> None:
    for template in ("sharing", "disclosure"):
        tags = text_languages(configuration(), template)
        texts = [configuration().consent_text(template, tag) for tag in tags]
        assert len({text.text_hash for text in texts if text}) == len(tags) == 11

import pytest
from flask import Flask
from flask_babel import force_locale  # type: ignore[import-untyped]  # it ships no types

from caseflow.http.language import direction, endonym, gettext, language, mark
from tests.machine.catalogues import compiled, german, sentences, stored

_ALIKE = 3  # words: what is longer and the same in both languages was not translated


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("de", "de"), ("en", "en"), ("en-GB,de;q=0.5", "en"), ("tr", "de"), ("", "de")],
)
def test_the_browser_is_listened_to(app: Flask, asked: str, spoken: str) -> None:
    with app.test_request_context(headers={"Accept-Language": asked}):
        assert language() == spoken


def test_a_sentence_is_said_in_the_readers_language(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert gettext(mark("Log out")) == "Abmelden"
        assert gettext("This is too long: at most %(most)s characters.", most="9").endswith(
            "9 Zeichen."
        )


@pytest.mark.parametrize(("spoken", "read"), [("de", "ltr"), ("ar", "rtl"), ("fa", "rtl")])
def test_each_language_is_read_in_its_direction(app: Flask, spoken: str, read: str) -> None:
    with app.test_request_context(), force_locale(spoken):
        assert direction() == read


def test_languages_are_named_in_themselves() -> None:
    assert [endonym(code) for code in ("de", "en", "tr")] == ["Deutsch", "English", "Türkçe"]


def test_every_sentence_of_the_pages_has_its_german_and_no_other_is_kept() -> None:
    known = {each.id: each.string for each in german() if each.id}
    assert set(known) == {each.id for each in sentences() if each.id}
    assert [text for text, translated in known.items() if not translated] == []


def test_nothing_longer_than_three_words_is_the_same_in_both_languages() -> None:
    same = [each.id for each in german() if each.id and each.id == each.string]
    assert [text for text in same if len(str(text).split()) > _ALIKE] == []


def test_values_stand_in_both_languages() -> None:
    for each in german():
        if each.id:
            assert str(each.id).count("%(") == str(each.string).count("%("), each.id


def test_the_pages_read_what_people_edit() -> None:
    def plain(catalogue: object) -> dict[object, object]:
        return {each.id: each.string for each in catalogue if each.id}  # type: ignore[attr-defined]  # a catalogue

    assert plain(stored()) == plain(german())
    assert compiled(german())

from dataclasses import replace
from datetime import date

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice, spoken
from tests.factories.house import configuration

GERMAN, ENGLISH = Voice("de", configuration()), Voice("en", configuration())
DAY = date(2026, 3, 2)


def test_a_sentence_is_said_in_the_language_of_the_paper_outside_of_any_request() -> None:
    assert GERMAN.say(mark("Log out")) == "Abmelden"
    assert ENGLISH.say("Log out") == "Log out"
    assert GERMAN.say("not yet entered: %(fields)s", fields="x") == "noch nicht eingetragen: x"


def test_categories_and_purposes_have_their_labels_and_others_stay_keys() -> None:
    assert GERMAN.category_name("health") == "Gesundheit"
    assert ENGLISH.purpose("case_work") == "case work"
    assert (GERMAN.category_name("gone"), GERMAN.purpose("no_more")) == ("gone", "no more")
    assert GERMAN.label({"de": "ja", "en": "yes"}) == "ja"


def test_days_and_months_are_written_as_people_do() -> None:
    assert (GERMAN.day(DAY), ENGLISH.day(DAY)) == ("02.03.2026", "2 Mar 2026")
    assert (GERMAN.month(DAY), ENGLISH.month(DAY)) == ("März 2026", "March 2026")


def test_only_languages_with_sentences_are_spoken() -> None:
    assert spoken(replace(configuration(), languages=("tr", "de", "en"))) == ("de", "en")

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice, spoken, spoken_to_her
from tests.factories.house import configuration

GERMAN, ENGLISH = Voice("de", configuration()), Voice("en", configuration())
DAY, AT = date(2026, 3, 2), datetime(2026, 3, 2, 13, 5, tzinfo=UTC)


def _plain(said: str) -> str:
    return said.replace("\u200f", "").replace("\u202f", " ").replace("\xa0", " ")


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


def test_a_client_is_written_to_in_more_languages() -> None:
    known = configuration()
    assert spoken_to_her(known) == ("de", "en", *known.tongues)
    assert Voice("ar", known).has("Yes")
    assert not Voice("ar", known).has("Log out")
    assert Voice("ar", known).say("Log out") == "Log out"
    assert Voice("de-simple", known).say("Log out") == "Abmelden"
    assert not Voice("xx", known).has("Yes")
    assert (Voice("ar", known).reviewed, GERMAN.reviewed) == (False, True)


# Their day, what stands between it and the time, and how a list of three is strung together.
_WRITTEN = {
    "fr": ("2 mars 2026", ", 14:05", "a, b et c"),
    "tr": ("2 Mart 2026", " 14:05", "a, b ve c"),
    "kmr": ("2\u00ea adara 2026an", " 14:05", "a, b \u00fb c"),
    "ar": ("2 \u0645\u0627\u0631\u0633 2026", "\u060c 2:05 \u0645", "a \u0648b \u0648c"),
    "fa": (
        "\u06f2 \u0645\u0627\u0631\u0633 \u06f2\u06f0\u06f2\u06f6",
        "\u060c \u06f1\u06f4:\u06f0\u06f5",
        "a\u060c b\u060c \u0648 c",
    ),
    "prs": (
        "\u06f2 \u0645\u0627\u0631\u0686 \u06f2\u06f0\u06f2\u06f6",
        "\u060c \u06f1\u06f4:\u06f0\u06f5",
        "a\u060c b\u060c \u0648 c",
    ),
    "uk": (
        "2 \u0431\u0435\u0440\u0435\u0437\u043d\u044f 2026 \u0440.",
        ", 14:05",
        "a, b \u0456 c",
    ),
    "ru": ("2 \u043c\u0430\u0440\u0442\u0430 2026 \u0433.", ", 14:05", "a, b \u0438 c"),
    "de-simple": ("2. M\u00e4rz 2026", ", 14:05", "a, b und c"),
}


@pytest.mark.parametrize("tag", configuration().tongues)
def test_days_digits_and_lists_are_written_as_the_language_does(tag: str) -> None:
    voice, (day, time, listed) = Voice(tag, configuration()), _WRITTEN[tag]
    assert (_plain(voice.day(DAY)), _plain(voice.moment(AT))) == (day, f"{day}{time}")
    assert _plain(voice.listed("abc")) == listed
    assert voice.direction == ("rtl" if tag in {"ar", "fa", "prs"} else "ltr")
    assert voice.count(14) == ("\u06f1\u06f4" if tag in {"fa", "prs"} else "14")


def test_the_pages_languages_are_written_as_before() -> None:
    assert (GERMAN.moment(AT), GERMAN.listed("ab")) == ("02.03.2026, 14:05:00", "a, b")

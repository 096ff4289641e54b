from datetime import date
from uuid import UUID

import pytest
from flask import Flask

from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import EntryKind, FactState, GoalState
from caseflow.web.clients.words import FACT_STATES, GROUNDS, Words
from tests.factories.house import configuration

UNIT = UUID(int=7)


def _words(language: str) -> Words:
    return Words(language, configuration(), {UNIT: "Wohnen"})


def test_every_code_has_its_words() -> None:
    assert set(GROUNDS) == set(BasisKind)
    assert set(FACT_STATES) == set(FactState)


def test_a_unit_that_is_not_known_has_no_name() -> None:
    assert _words("de").unit(UNIT) == "Wohnen"
    assert _words("de").unit(UUID(int=8)) == ""


@pytest.mark.parametrize(("language", "text"), [("de", "04.03.2022"), ("en", "4 Mar 2022")])
def test_a_day_is_written_as_its_readers_write_it(language: str, text: str) -> None:
    assert _words(language).day(date(2022, 3, 4)) == text


def test_a_question_is_asked_in_the_readers_language() -> None:
    assert _words("en").question("allergies") == "allergies"
    assert _words("de").question("allergies") == "Allergien, Unverträglichkeiten"
    assert _words("de").question("no_longer_asked") == "no longer asked"


def test_only_what_may_change_is_asked_again() -> None:
    assert _words("de").volatile("danger_now")
    assert not _words("de").volatile("client_name")
    assert not _words("de").volatile("no_longer_asked")


def test_categories_come_in_the_order_of_the_configuration() -> None:
    found = _words("de").in_order(["health", "identity", "unheard_of"])
    assert [each.key for each in found] == ["identity", "health"]


def test_grounds_and_states_are_said_in_the_language_of_the_page(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert _words("de").ground(BasisKind.CONSENT) == "mit ihrer Einwilligung"
        assert _words("de").kind(EntryKind.NOTE) == "Notiz"
        assert _words("de").fact_state(FactState.UNKNOWN) == "weiß es nicht"
        assert _words("de").goal_state(GoalState.REACHED) == "erreicht"

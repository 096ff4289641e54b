from datetime import date

import pytest

from caseflow.records.told import ReadFact, Rules, Told, read_told
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import FactState
from tests.factories.house import configuration

RULES = Rules(configuration().catalogue, frozenset({"identity", "contact"}), date(2026, 3, 2))


def codes(found: ReadFact | list[Problem]) -> list[tuple[str, str]]:
    assert isinstance(found, list), found
    return [(problem.field, problem.code) for problem in found]


def test_an_answer_is_sealed_with_its_type_and_today() -> None:
    found = read_told(RULES, "birth_date", Told("answered", "4.3.1990"))
    assert isinstance(found, ReadFact)
    assert (found.category, found.fields["state"]) == ("identity", FactState.ANSWERED)
    assert found.fields["told_on"] == "2026-03-02"
    assert stored_answer("birth_date", found.fields["value"]).value == "1990-03-04"


def test_an_earlier_telling_keeps_its_day() -> None:
    found = read_told(RULES, "safe_phone", Told("answered", "0170", "1.2.2026", version=3))
    assert isinstance(found, ReadFact)
    assert found.fields["told_on"] == "2026-02-01"
    assert found.version == 3


@pytest.mark.parametrize("state", ["withheld", "unknown"])
@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_who_withholds_or_does_not_know_says_nothing(state: str, nothing: object) -> None:
    found = read_told(RULES, "birth_date", Told(state, nothing))
    assert isinstance(found, ReadFact)
    assert found.fields["value"] == ""


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        ("no_question", Told("answered", "x"), [("no_question", "no_such_question")]),
        ("allergies", Told("answered", "x"), [("allergies", "not_kept_here")]),
        ("birth_date", Told("not_asked"), [("birth_date.state", "no_such_state")]),
        ("birth_date", Told("maybe", "x"), [("birth_date.state", "no_such_state")]),
        ("birth_date", Told("answered"), [("birth_date", "empty")]),
        ("birth_date", Told("withheld", "1990"), [("birth_date", "value_without_answer")]),
        ("birth_date", Told("unknown", False), [("birth_date", "value_without_answer")]),  # noqa: FBT003 - a JSON value
        ("birth_date", Told("unknown", 0), [("birth_date", "value_without_answer")]),
        (
            "birth_date",
            Told("answered", "31.06.1990", "31.06.2022"),
            [("birth_date", "no_such_day"), ("birth_date.told_on", "no_such_day")],
        ),
        (
            "birth_date",
            Told("answered", "1990", "2027-01-01"),
            [("birth_date.told_on", "in_future")],
        ),
    ],
)
def test_everything_wrong_is_named(
    question: str, told: Told, expected: list[tuple[str, str]]
) -> None:
    assert codes(read_told(RULES, question, told)) == expected

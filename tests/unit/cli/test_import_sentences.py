import pytest

from caseflow.cli.import_sentences import SENTENCES, problem_sentence
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration
from tests.machine.told_sentences import faults

CATALOGUE = configuration().catalogue
DAY = {"given": "31.06.2022", "last": "30", "month": "6", "year": "2022"}


def test_both_languages_know_the_same_codes_and_say_the_same() -> None:
    assert SENTENCES["de"].keys() == SENTENCES["en"].keys()
    assert [
        faults(english, SENTENCES["de"][code]) for code, english in SENTENCES["en"].items()
    ] == [[] for _ in SENTENCES["en"]]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "31.06.2022 ist kein Tag: Der Juni hat 30 Tage."),
        ("en", "31.06.2022 is not a day: June has 30 days."),
        ("tr", "31.06.2022 is not a day: June has 30 days."),
    ],
)
def test_a_day_that_does_not_exist_is_explained(language: str, said: str) -> None:
    assert problem_sentence(Problem("birth_date", "no_such_day", DAY), language, CATALOGUE) == said


def test_what_is_offered_is_listed() -> None:
    given = {"given": "lila"}
    for field in ("risk_level", "risk_level.choice"):
        said = problem_sentence(Problem(field, "no_such_option", given), "de", CATALOGUE)
        assert (
            said == "lila steht nicht zur Wahl. Möglich sind: grün, gelb, rot, nicht eingeschätzt."
        )


def test_an_unknown_code_is_a_sentence_too() -> None:
    assert problem_sentence(Problem("x", "never_heard"), "de", CATALOGUE).endswith(".")

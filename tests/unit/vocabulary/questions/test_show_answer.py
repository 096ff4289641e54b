import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Value
from caseflow.vocabulary.questions.show_answer import show_answer
from caseflow.vocabulary.questions.stored_answer import Answer

CATALOGUE = read_configuration().catalogue


@pytest.mark.parametrize(
    ("key", "value", "german", "english"),
    [
        ("concern", "Sie sagt:\nnein", "Sie sagt:\nnein", "Sie sagt:\nnein"),
        ("anonymity_wish", True, "ja", "yes"),
        ("anonymity_wish", False, "nein", "no"),
        ("danger_now", "unknown", "unbekannt", "unknown"),
        ("birth_date", "1990-03-04", "04.03.1990", "4 Mar 1990"),
        ("birth_date", 1990, "1990", "1990"),
        ("birth_date", "under_18", "unter 18", "under 18"),
        ("deadlines", ["2026-12-01", "2027-01-02"], "01.12.2026, 02.01.2027", None),
        ("goals", ["Wohnung", "Arbeit"], "Wohnung\nArbeit", None),
        (
            "children",
            [{"first_name": "Mia", "born": "2015-03-04"}, {"lives_with": "ihr"}],
            "Vorname: Mia · geboren am: 04.03.2015\nlebt bei: ihr",
            "first name: Mia · born on: 4 Mar 2015\nlives with: ihr",
        ),
        (
            "evidence",
            {"list": ["bei ihr"], "file": [{"document": "1", "title": "Brief"}, {"title": ""}]},
            "bei ihr\nBrief\neine Datei",
            "bei ihr\nBrief\na file",
        ),
        ("grounds", ["sex", "age"], "Geschlecht, Alter", "sex, age"),
        ("nationality", ["SY", "XXA"], "Syrien, staatenlos", "Syria, stateless"),
        ("mother_tongue", ["kmr"], "Kurmandschi", "Kurmanji"),
        ("own_fear", 7, "7", "7"),
        ("household", 3, "3", "3"),
        (
            "residence_title",
            {"until": "2027-01-31", "choice": "tolerated"},
            "Duldung · bis 31.01.2027",
            "toleration · until 31 Jan 2027",
        ),
        (
            "papers",
            {"there": ["lease"], "missing": ["bank_card"]},
            "da: Mietvertrag · fehlt: Bankkarte",
            "there: lease · missing: bank card",
        ),
        ("youth_office", {"yes_no": "yes", "text": "Frau Muster"}, "ja · Frau Muster", None),
    ],
)
def test_answers_in_both_languages(
    key: str, value: Value, german: str, english: str | None
) -> None:
    question = CATALOGUE.question(key)
    assert question is not None
    answer = Answer(key, question.type.expression, value)
    assert show_answer(question, answer, "de") == german
    if english is not None:
        assert show_answer(question, answer, "en") == english


def test_a_decimal_number_in_both_languages() -> None:
    answer = Answer("rent", "number", 1250.5)
    assert show_answer(None, answer, "de") == "1.250,5"
    assert show_answer(None, answer, "en") == "1,250.5"


def test_an_option_that_was_dropped_keeps_its_words() -> None:
    answer = Answer("gender", "choice(gender)", "old", {"old": {"de": "früher so genannt"}})
    assert show_answer(CATALOGUE.question("gender"), answer, "en") == "früher so genannt"


def test_an_option_without_words_shows_its_code() -> None:
    answer = Answer("gender", "choice(gender)", "forgotten")
    assert show_answer(CATALOGUE.question("gender"), answer, "de") == "forgotten"


def test_a_question_that_changed_its_type_shows_the_old_answer() -> None:
    question = Question("wbs", {"de": "WBS"}, "housing", read_type("text"), {})
    words = {"granted": {"de": "erteilt"}}
    value = {"choice": "granted", "until": "2027-01-31"}
    answer = Answer("wbs", "choice(application_state) + until: date", value, words)
    assert show_answer(question, answer, "de") == "erteilt · bis 31.01.2027"


def test_a_table_that_is_no_longer_asked_keeps_the_names_of_its_columns() -> None:
    words = {"name": {"de": "Vorname"}, "her": {"de": "bei ihr"}}
    kept = Answer("gone", "table(name: text, at: choice(x))", [{"name": "Mia", "at": "her"}], words)
    assert show_answer(None, kept, "de") == "Vorname: Mia · at: bei ihr"


def test_a_question_that_is_no_longer_asked() -> None:
    answer = Answer("gone", "yes_no + text", {"yes_no": True, "text": "seit 2019"})
    assert show_answer(None, answer, "de") == "ja · seit 2019"


def test_a_type_that_is_not_known_shows_what_there_is() -> None:
    assert show_answer(None, Answer("gone", "hologram", "abc"), "de") == "abc"
    assert "abc" in show_answer(None, Answer("gone", "hologram", {"x": "abc"}), "de")


def test_a_date_that_was_kept_in_words_is_shown_in_words() -> None:
    assert show_answer(None, Answer("gone", "date", "im Mai"), "de") == "im Mai"
    assert show_answer(None, Answer("gone", "date | year", "im Mai"), "de") == "im Mai"


def test_an_option_that_was_renamed_shows_its_present_label() -> None:
    answer = Answer("gender", "choice(gender)", "female", {"female": {"de": "Frau"}})
    assert show_answer(CATALOGUE.question("gender"), answer, "de") == "weiblich"
    assert show_answer(None, answer, "de") == "Frau"

"""The published figures of the field catalogue, computed from config/questions.toml."""

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.questions.catalogue import Catalogue, Note
from caseflow.vocabulary.units import UnitKind

C, S, H, Q, O, A = (  # noqa: E741 - the letters of the catalogue
    UnitKind.COUNSELLING,
    UnitKind.SHELTER,
    UnitKind.HOUSING,
    UnitKind.QUALIFICATION,
    UnitKind.OUTREACH,
    UnitKind.ANTI_DISCRIMINATION,
)
# catalogue 1.2: rows know, columns need; of the column's first-day questions
OVERLAP = {
    C: {S: (30, 35), H: (28, 35), Q: (24, 35), O: (27, 29), A: (19, 31)},
    S: {C: (35, 35), H: (33, 35), Q: (28, 35), O: (25, 29), A: (15, 31)},
    H: {C: (27, 35), S: (31, 35), Q: (24, 35), O: (23, 29), A: (15, 31)},
    Q: {C: (20, 35), S: (16, 35), H: (22, 35), O: (22, 29), A: (16, 31)},
    O: {C: (20, 35), S: (16, 35), H: (18, 35), Q: (18, 35), A: (15, 31)},
    A: {C: (16, 35), S: (14, 35), H: (16, 35), Q: (17, 35), O: (15, 29)},
}
VOLATILE = (
    "current_stay place_known device_tracking danger_now own_fear risk_level safety_plan pregnancy "
    "mental_crisis residence_title income cost_bearer work_status safe_phone safe_contact_rules "
    "goals"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_configuration().catalogue


def keys(questions: tuple[object, ...]) -> set[str]:
    return {getattr(question, "key") for question in questions}  # noqa: B009 - any question


def test_all_117_questions_are_there(catalogue: Catalogue) -> None:
    assert len(catalogue.questions) == 117
    assert len(catalogue.by_key) == 117


def test_an_unknown_question_is_none(catalogue: Catalogue) -> None:
    assert catalogue.question("never_asked") is None


def test_overlap_of_the_units(catalogue: Catalogue) -> None:
    computed = {
        knows: {
            needs: (
                len(keys(catalogue.first_day(needs)) & keys(catalogue.asked(knows))),
                len(catalogue.first_day(needs)),
            )
            for needs in OVERLAP[knows]
        }
        for knows in OVERLAP
    }
    assert computed == OVERLAP


def test_path_through_four_units(catalogue: Catalogue) -> None:
    told: set[str] = set()
    steps = []
    for kind in (C, S, H, Q):
        first, asked = keys(catalogue.first_day(kind)), keys(catalogue.asked(kind))
        steps.append((len(first & told), len(first), len(asked & told), len(asked)))
        told |= asked
    assert steps[1:] == [(30, 35, 69, 87), (33, 35, 68, 71), (30, 35, 40, 47)]
    assert (sum(step[3] for step in steps), len(told)) == (280, 103)


def test_thirteen_are_first_day_everywhere(catalogue: Catalogue) -> None:
    assert sum(len(question.first_day) == 6 for question in catalogue.questions) == 13


def test_what_is_asked_is_asked_once(catalogue: Catalogue) -> None:
    for kind in UnitKind:
        first, later = keys(catalogue.first_day(kind)), keys(catalogue.later(kind))
        assert not first & later
        assert first | later == keys(catalogue.asked(kind))


def test_the_volatile_questions(catalogue: Catalogue) -> None:
    volatile = {question.key for question in catalogue.questions if question.volatile}
    assert volatile == set(VOLATILE.split())


def test_categories_part_the_catalogue(catalogue: Catalogue) -> None:
    categories = {question.category for question in catalogue.questions}
    assert len(categories) == 13
    assert sum(len(catalogue.in_category(category)) for category in categories) == 117
    assert "evidence" not in categories


def test_special_questions_are_marked(catalogue: Catalogue) -> None:
    marked = {q.key for q in catalogue.questions if Note.ARTICLE_9 in q.notes}
    assert {"injuries", "strangulation", "grounds", "barriers", "pregnancy"} <= marked


def test_each_choice_has_options(catalogue: Catalogue) -> None:
    for question in catalogue.questions:
        for part in question.type.parts:
            assert bool(question.options(part)) == bool(part.list_key)


def test_option_of_a_list(catalogue: Catalogue) -> None:
    risk = catalogue.lists["risk_level"]
    found = risk.option("red")
    assert found is not None
    assert found.labels["de"] == "rot"
    assert risk.option("purple") is None


@pytest.mark.parametrize(
    ("name", "german"),
    [
        ("age_class", "unter 18/18–19/20–24/25–29/30–39/40–49/50–59/60+"),
        ("gender", "weiblich/männlich/divers/eigene Angabe/keine Angabe"),
        ("german_level", "keine/A1/A2/B1/B2/C1/C2/Erstsprache"),
        ("application_state", "nein/beantragt/erteilt/abgelehnt/abgelaufen"),
        (
            "violence_form",
            (
                "körperlich/psychisch/sexualisiert/ökonomisch/sozial/digital/Stalking/Zwangsheirat/"
                "„Ehre“/Genitalverstümmelung/Menschenhandel/nach Trennung"
            ),
        ),
        (
            "residence_title",
            (
                "deutsch/EU/Niederlassung/Aufenthaltserlaubnis/§ 24/Gestattung/Duldung/Fiktion/"
                "Visum/ohne/unklar"
            ),
        ),
        (
            "life_area",
            (
                "Arbeit/Bildung/Wohnen/Waren, Dienste/Ämter, Behörden/Polizei, Justiz/Gesundheit/"
                "soziale Dienste/Verkehr, öffentlicher Raum/Medien/Nachbarschaft"
            ),
        ),
    ],
)
def test_lists_read_as_published(catalogue: Catalogue, name: str, german: str) -> None:
    options = catalogue.lists[name].options
    assert "/".join(option.labels["de"] for option in options) == german


def test_number_of_options_in_each_list(catalogue: Catalogue) -> None:
    # catalogue 1.1 from L0 to L45, then the roles in a discrimination case
    published = (
        "8 5 8 4 15 11 9 7 5 7 5 12 11 7 4 4 5 5 11 17 "
        "8 8 8 5 11 14 7 6 10 10 6 9 7 5 11 10 8 6 9 9 6"
    )
    counts = [len(options.options) for options in catalogue.lists.values()]
    assert counts == [*map(int, published.split()), 4]

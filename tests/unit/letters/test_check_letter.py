"""No letter goes out by a way that her rules exclude: every template, every rule, every way."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from caseflow.letters.check_letter import LetterDraft, Surroundings, check_letter
from caseflow.letters.compose import Filled
from caseflow.policy.safe_ways import safe_ways
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.letters import LETTER_WAYS, Addressee, LetterField
from caseflow.vocabulary.safe_contact import Care, Heard, HeardOfContact, Way, Ways
from caseflow.vocabulary.states import FactState

CONFIGURATION = read_configuration()
QUESTION = CONFIGURATION.catalogue.question("safe_contact_rules")
assert QUESTION is not None
RULES = sorted(option.code for option in QUESTION.options(QUESTION.type.parts[0]))
TO_HER = sorted(k for k, each in CONFIGURATION.letters.items() if Addressee.CLIENT in each.to)
NAMES = ("Frauenhilfe", "Beratungsstelle Espelkamp")
SENDER = ("Frauenhilfe", "Beratungsstelle Espelkamp")
NOBODY = Ways(safe_ways(HeardOfContact()))


def heard(*words: str) -> tuple[Heard, ...]:
    told = date(2026, 5, 4), datetime(2026, 5, 4, tzinfo=UTC)
    return (Heard(FactState.ANSWERED, told, frozenset(words)),)


def ways(*rules: str, stay: str = "own_home") -> Ways:
    contact = HeardOfContact(heard(*rules), phone=heard(), stay=heard(stay))
    return Ways(safe_ways(contact))


def draft(template: str = "appointment", way: str = "post", **values: str) -> LetterDraft:
    fields = CONFIGURATION.letters[template].fields
    typed = {each.value: f"ein {each.value}" for each in fields}
    typed |= {"name": "A. Schmidt", "postal_address": "Weg 1" if way in {"post", "trusted"} else ""}
    return LetterDraft(template, "de", way, {**typed, **values})


def around(found: Ways, to: Addressee = Addressee.CLIENT) -> Surroundings:
    return Surroundings(CONFIGURATION, to, found, NAMES, SENDER)


def faults(answer: Filled | list[Problem]) -> set[tuple[str, str]]:
    assert isinstance(answer, list), answer
    return {(each.field, each.code) for each in answer}


@pytest.mark.parametrize("template", TO_HER)
def test_no_letter_goes_by_a_way_that_a_rule_excludes(template: str) -> None:
    for rule, way in product((None, *RULES), LETTER_WAYS):
        named = RULES if rule is None else ("email", "messenger", "call_ok", rule)
        found = ways(*named)
        answer = check_letter(draft(template, way), around(found))
        standing = found.of(way)
        letter = CONFIGURATION.letters[template]
        fits = letter.neutral or Care.NEUTRAL not in standing.care
        assert isinstance(answer, Filled) is (standing.open and fits), (rule, way)
        if isinstance(answer, Filled):
            assert bool(answer.sender) is (Care.NEUTRAL not in standing.care)
        else:
            code = "letter_not_neutral" if standing.open else "way_closed"
            assert faults(answer) == {("way", code)}


def test_where_nothing_is_known_it_is_put_into_her_hand_without_a_sender() -> None:
    for way in LETTER_WAYS:
        answer = check_letter(draft(way=way), around(NOBODY))
        assert isinstance(answer, Filled) is (way is Way.IN_PERSON)
    by_hand = check_letter(draft(way="in_person"), around(NOBODY))
    assert isinstance(by_hand, Filled)
    assert by_hand.sender == ()
    answer = check_letter(draft("confirmation", "in_person"), around(NOBODY))
    assert faults(answer) == {("way", "letter_not_neutral")}


@pytest.mark.parametrize("field", list(LetterField))
def test_no_field_of_a_neutral_letter_says_whose_it_is(field: LetterField) -> None:
    template = next(
        (k for k in ("appointment", "cover", "free") if field in CONFIGURATION.letters[k].fields),
        "appointment",
    )
    if field in {LetterField.SINCE, LetterField.PERSON}:
        return  # of no neutral letter
    said = {field.value: "grüßt die beratungsstelle espelkamp."}
    answer = check_letter(draft(template, "post", **said), around(ways("email")))
    assert faults(answer) == {(field.value, "names_the_sender")}


def test_a_template_that_names_the_unit_itself_is_found() -> None:
    surely = Surroundings(CONFIGURATION, Addressee.CLIENT, ways("email"), ("Termin",), SENDER)
    assert faults(check_letter(draft(), surely)) == {("template", "names_the_sender")}


def test_all_that_is_wrong_is_named_at_once() -> None:
    wrong = LetterDraft(
        "appointment",
        "de",
        "trusted",
        {"day": " ", "time": "x" * 201, "place": "hier", "text": "mehr", "motto": "?"},
        note="x" * 1001,
    )
    assert faults(check_letter(wrong, around(ways("email")))) == {
        ("way", "way_closed"),
        ("name", "required"),
        ("postal_address", "required"),
        ("day", "required"),
        ("time", "too_long"),
        ("text", "no_such_field"),
        ("motto", "no_such_field"),
        ("note", "too_long"),
    }


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (LetterDraft("poem", "de", "post"), ("template", "no_such_template")),
        (LetterDraft("accompaniment", "de", "post"), ("template", "no_such_template")),
        (LetterDraft("appointment", "xx", "post"), ("language", "not_a_choice")),
        (draft(way="sms"), ("way", "not_a_choice")),
    ],
)
def test_what_is_not_offered(wrong: LetterDraft, problem: tuple[str, str]) -> None:
    assert problem in faults(check_letter(wrong, around(ways("email"))))


def test_outside_her_rules_do_not_matter_and_the_sender_stands_above() -> None:
    outside = around(NOBODY, Addressee.OUTSIDE)
    answer = check_letter(draft("confirmation"), outside)
    assert isinstance(answer, Filled)
    assert answer.sender == SENDER
    assert faults(check_letter(draft("confirmation", "messenger"), outside)) == {
        ("way", "not_a_choice")
    }


def test_her_language_is_for_letters_to_her_alone() -> None:
    letter = check_letter(replace(draft(way="in_person"), language="ar"), around(NOBODY))
    assert isinstance(letter, Filled)
    assert letter.tongue == CONFIGURATION.tongues["ar"]
    outside = replace(draft("confirmation", "in_person"), language="ar")
    assert faults(check_letter(outside, around(NOBODY, Addressee.OUTSIDE))) == {
        ("language", "not_a_choice")
    }


@pytest.mark.parametrize(
    ("kept", "way", "told"),
    [
        ("whereabouts", "in_person", {("template", "no_documents_here")}),
        ("documents", "post", {("postal_address", "no_whereabouts_here")}),
        ("documents", "in_person", set()),
        ("whereabouts", "post", set()),
    ],
)
def test_where_the_unit_has_no_drawer_for_it_that_is_said(
    kept: str, way: str, told: set[tuple[str, str]]
) -> None:
    answer = check_letter(draft(way=way), replace(around(ways("email")), kept=(kept,)))
    assert (faults(answer) if told else isinstance(answer, Filled)) == (told or True)

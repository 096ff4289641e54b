from caseflow.consents.received.fhir_codes import (
    Read,
    listed,
    not_understood,
    table,
    unit_named,
    units_of,
    unknown_keys,
    uuid_of,
    words_of,
)
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.fhir import coding, concept, reference
from tests.unit.consents.received.resources import GIVER, TAKER, UNITS

KNOWN = frozenset({"health", "family"})


def test_one_thing_is_a_list_of_one() -> None:
    assert [list(listed(each)) for each in (None, "x", ["x", 1])] == [[], ["x"], ["x", 1]]
    assert (table({"a": 1}), table([1])) == ({"a": 1}, {})


def test_our_own_words_are_read_and_no_others() -> None:
    ours = concept(coding("urn:x", "health"), coding("category", "family"))
    assert words_of([ours], "category", "at", KNOWN) == Read(frozenset({"family"}))
    for strange in ("wealth", 7, None, ["family"]):
        found = words_of([coding("category", strange)], "category", "at", KNOWN)  # type: ignore[arg-type]  # as it may be sent
        assert found.words == frozenset()
        assert [each.code for each in found.problems] == ["not_understood"]


def test_a_code_of_another_system_counts_only_where_its_meaning_is_known() -> None:
    meanings = {"urn:x|h": "health"}
    read = words_of([coding("urn:x", "h")], "category", "at", KNOWN, meanings)
    assert read == Read(frozenset({"health"}))
    assert words_of([coding("urn:x", "f")], "category", "at", KNOWN, meanings).problems == (
        not_understood("at", "f"),
    )
    # Our own system is never read by somebody else's meaning.
    own = {"urn:caseflow:category|wealth": "health"}
    assert words_of([coding("category", "wealth")], "category", "at", KNOWN, own).problems


def test_a_unit_is_who_its_id_says_whatever_name_stands_by() -> None:
    read = units_of([reference("Organization", TAKER, "Beratung")], "at", UNITS)
    assert read == Read(frozenset({str(TAKER)}))
    assert not unit_named({"identifier": {"value": "urn:uuid:x"}, "display": "Beratung"}, UNITS[0])
    assert unit_named({"display": "Beratung"}, UNITS[0])
    assert units_of([{"display": "Polizei"}, None], "at", UNITS).problems == (
        not_understood("at", "Polizei"),
        not_understood("at", "None"),
    )


def test_an_id_is_read_where_one_is_named() -> None:
    assert uuid_of(reference("Patient", GIVER)) == GIVER
    assert uuid_of({"reference": "Patient/7"}) is None
    assert uuid_of({"identifier": {"value": "urn:uuid:7"}}) is None
    assert uuid_of(None) is None


def test_what_is_not_known_is_named() -> None:
    assert list(unknown_keys({"a": 1, "b": 2}, {"a"}, "at")) == [
        Problem("at", "not_understood", {"what": "b"})
    ]

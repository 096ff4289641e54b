"""What we send as FHIR comes back as the same offer; whatever is not clearly said is a problem."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.consents.check_offer import matrix_of_offer
from caseflow.consents.received.read_consent import read_consent, release_of
from caseflow.consents.received.read_part import Proposal
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from tests.unit.consents.received.resources import (
    CLIENT,
    CONFIGURATION,
    GIVER,
    NOW,
    TAKER,
    THIRD,
    UNITS,
    sent,
)
from tests.unit.subject_rights.views import PART

CATEGORIES = ("family", "health", "violence")


def read(resource: Mapping[str, Any]) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    return read_consent(resource, CLIENT, UNITS, CONFIGURATION, NOW)


def some(*found: Any) -> st.SearchStrategy[frozenset[Any]]:  # noqa: ANN401 - of whatever kind
    return st.frozensets(st.sampled_from(found), min_size=1)


MATRICES = st.builds(
    Matrix,
    from_units=some(GIVER, THIRD),
    to_units=some(TAKER, THIRD),
    categories=some(*CATEGORIES),
    purposes=some("case_work", "safety"),
    actions=some(*Action),
    exclusions=st.frozensets(
        st.builds(Exclusion, st.sampled_from((TAKER, THIRD)), st.sampled_from(CATEGORIES))
    ),
)


@given(MATRICES, st.sampled_from(Release), st.booleans())
def test_what_is_sent_is_read_as_what_it_was(
    matrix: Matrix,
    release: Release,
    several: bool,  # noqa: FBT001 - drawn
) -> None:
    parts = (matrix, PART) if several else (matrix,)
    resource = sent(release, *parts)
    found, problems = read(resource)
    assert problems == ()
    assert tuple(matrix_of_offer(each.offer) for each in found) == parts
    assert {each.last_day for each in found} == {date(2026, 3, 3)}
    assert release_of(resource) is release


@pytest.mark.parametrize("release", Release)
def test_what_she_took_back_there_stays_closed(release: Release) -> None:
    gone = (WithdrawnPart(TAKER, "family", NOW),)
    found, problems = read(sent(release, withdrawn_parts=gone))
    assert (problems, found[0].offer.refused) == (
        (),
        frozenset({(TAKER, "family"), (TAKER, "health")}),
    )


def changed(release: Release, path: str, value: object) -> dict[str, Any]:
    """Return what would be sent, with one thing in it changed, added, or (None) left out."""
    resource = sent(release)
    where: Any = resource
    *way, last = path.split(".")
    for step in way:
        where = where[int(step) if isinstance(where, list) else step]
    if value is None:
        del where[last]
    else:
        where[last] = value
    return resource


R4, R5 = Release.R4, Release.R5
STRANGE = [{"coding": [{"system": "urn:other", "code": "x", "display": "Schufa"}]}]
CASES: list[tuple[Release, str, object, tuple[str, str]]] = [
    (R4, "resourceType", "Patient", ("resourceType", "no_consent")),
    (R4, "status", "inactive", ("status", "not_in_force")),
    (R5, "status", ["active"], ("status", "not_in_force")),
    (R4, "modifierExtension", [], ("modifierExtension", "not_understood")),
    (R5, "implicitRules", "urn:x", ("implicitRules", "not_understood")),
    (R5, "decision", "permit", ("decision", "permits_everything")),
    (R5, "decision", None, ("decision", "permits_everything")),
    (R5, "provision", [], ("provision", "permits_nothing")),
    (R4, "provision.type", "deny", ("provision.provision.0.type", "not_understood")),
    (R4, "provision", None, ("provision", "permits_nothing")),
    (R4, "provision", "all", ("provision", "permits_nothing")),
    (R4, "patient.identifier.value", f"urn:uuid:{UUID(int=7)}", ("patient", "another_client")),
    (R4, "provision.securityLabel", [], ("provision", "not_understood")),
    (R4, "provision.code", STRANGE, ("provision.code", "not_understood")),
    (R4, "provision.code", "family", ("provision.code", "not_understood")),
    (R4, "provision.purpose", STRANGE, ("provision.purpose", "not_understood")),
    (R5, "provision.0.action", STRANGE, ("provision.0.action", "not_understood")),
    (
        R4,
        "provision.actor",
        [{"reference": {"display": "Polizei"}}],
        ("provision.actor", "not_understood"),
    ),
    (R4, "provision.data", ["x"], ("provision.data", "not_understood")),
    (R4, "provision.period", {"end": "2027-05"}, ("provision.period", "not_a_day")),
    (R4, "provision.period", {"end": "2027-05-01T10:00:00"}, ("provision.period", "not_a_day")),
    (
        R4,
        "provision.period",
        {"end": "0001-01-01T00:00:00+14:00"},
        ("provision.period", "not_a_day"),
    ),
    (R4, "provision.period", [{"end": "2026-03-02"}], ("provision.period", "not_understood")),
    (R4, "provision.period", {"to": "2026-03-02"}, ("provision.period", "not_understood")),
    (R5, "period", "2026-03-02", ("provision.0.period", "not_understood")),
    (R4, "provision.actor.0.modifierExtension", [], ("provision.actor", "not_understood")),
    (R4, "provision.data.0.modifierExtension", [], ("provision.data", "not_understood")),
    (R4, "provision.period", {"start": "2026-03-03"}, ("provision.period", "begins_later")),
    (R5, "period", {"start": "2026-03-03"}, ("provision.0.period", "begins_later")),
    (R4, "provision.provision.0.purpose", [], ("provision.provision.0", "not_understood")),
    (R4, "provision.provision.0.type", "permit", ("provision.provision.0", "not_understood")),
    (R4, "provision.provision.0.code", [], ("provision.provision.0", "not_understood")),
    (R5, "provision.0.provision.0.actor", [], ("provision.0.provision.0", "not_understood")),
    (R5, "provision.0.type", "deny", ("provision.0.type", "not_understood")),
]


@pytest.mark.parametrize(("release", "path", "value", "wrong"), CASES)
def test_what_could_widen_it_is_named_and_nothing_is_kept(
    release: Release, path: str, value: object, wrong: tuple[str, str]
) -> None:
    found, problems = read(changed(release, path, value))
    assert found == ()
    assert wrong in {(each.field, each.code) for each in problems}


def test_a_strange_word_is_repeated_but_not_without_end() -> None:
    long = [{"coding": [{"system": "urn:other", "code": "x" * 500}]}]
    _, problems = read(changed(R4, "provision.code", long))
    assert problems[0].values == {"what": "x" * 100}


def test_codes_of_the_standard_mean_what_they_can_only_mean() -> None:
    system = "http://terminology.hl7.org/CodeSystem/consentaction"
    coded = [{"coding": [{"system": system, "code": code}]} for code in ("access", "use")]
    found, problems = read(changed(R4, "provision.action", coded))
    assert (problems, found[0].offer.actions) == ((), frozenset({"view", "copy"}))
    disclosed = [{"coding": [{"system": system, "code": "disclose"}]}]
    assert read(changed(R4, "provision.action", disclosed))[1] != ()


@pytest.mark.parametrize(
    "named",
    [
        {"display": "Frauenhaus"},
        {"reference": "Organization/frauenhaus"},
        {"identifier": {"value": "frauenhaus"}},
        {"identifier": {"value": f"urn:uuid:{TAKER}"}, "display": "Wohnen"},
    ],
)
def test_a_unit_is_known_by_id_slug_or_name(named: dict[str, Any]) -> None:
    found, problems = read(changed(R4, "provision.actor", [{"reference": named}]))
    assert (problems, found[0].offer.to_units) == ((), frozenset({TAKER}))


def test_the_earliest_end_counts_and_an_instant_has_its_local_day() -> None:
    resource = changed(R5, "period", {"end": "2026-03-02T23:30:00Z"})
    assert read(resource)[0][0].last_day == date(2026, 3, 3)  # half past midnight in Berlin
    assert read(changed(R5, "period", {"end": "2026-03-02"}))[0][0].last_day == date(2026, 3, 2)
    resource = changed(R4, "provision.period", {"start": "2020-01-01"})
    assert read(resource)[0][0].last_day is None


def test_a_strange_patient_is_nobody_we_know() -> None:
    for patient in ("x", {"identifier": {"value": "urn:uuid:x"}}, {"identifier": {"value": "7"}}):
        assert read(changed(R4, "patient", patient))[1] == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
PARTS = ("actor", "code", "data", "period", "purpose", "action", "provision")
PLACES = st.sampled_from(
    ("status", "patient", "provision", *(f"provision.{part}" for part in PARTS))
)


@given(PLACES, JSON.filter(lambda value: value is not None))
def test_whatever_is_sent_is_read_or_refused(path: str, value: object) -> None:
    found, problems = read(changed(R4, path, value))
    assert bool(found) != bool(problems)


def test_nothing_that_happens_later_is_kept_as_if_it_held_now() -> None:
    later = datetime(2026, 4, 1, tzinfo=UTC)
    found, problems = read(sent(R4, valid_from=later, valid_until=datetime(2027, 1, 1, tzinfo=UTC)))
    assert (found, [each.code for each in problems]) == ((), ["begins_later"])

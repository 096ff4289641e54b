from dataclasses import replace
from datetime import timedelta

import pytest

from caseflow.subject_rights import consent_r4, consent_r5
from caseflow.subject_rights.consent_parts import (
    exceptions,
    head,
    period,
    policy,
    rule,
    source,
    status,
)
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.factories.fhir import checked
from tests.unit.subject_rights.views import NAMED, NOW, PART, PLAIN, TAKER, view


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ConsentState.PENDING, "active"),
        (ConsentState.ACTIVE, "active"),
        (ConsentState.PARTLY_WITHDRAWN, "active"),
        (ConsentState.WITHDRAWN, "inactive"),
        (ConsentState.EXPIRED, "inactive"),
    ],
)
def test_what_is_over_is_inactive(state: ConsentState, said: str) -> None:
    assert status(view(state=state)) == said


def test_the_text_is_named_by_its_hash_and_the_form_by_its_version() -> None:
    shown = view(version=3)
    assert source(shown)["url"] == f"urn:caseflow:sha-256:{'00' * 32}"
    assert policy(shown) == "urn:caseflow:consent-text:sharing:1:de"
    assert (head(shown)["id"], head(shown)["meta"]) == (str(shown.id), {"versionId": "3"})


def test_a_period_ends_before_the_instant_at_which_it_holds_no_more() -> None:
    assert period(view())["end"] == "2026-03-03T08:59:59.999999Z"
    withdrawn = view(withdrawn_at=NOW + timedelta(hours=1))
    assert period(withdrawn)["end"] == "2026-03-02T09:59:59.999999Z"
    before = view(withdrawn_at=NOW, valid_from=NOW + timedelta(hours=1))
    assert period(before)["start"] == period(before)["end"]


def test_a_rule_says_who_learns_what_from_whom_and_what_for() -> None:
    told = rule(PART, NAMED)
    assert [each["reference"]["display"] for each in told["actor"]] == ["Frauenhaus"]
    assert [each["reference"]["display"] for each in told["data"]] == ["Beratung"]
    assert [each["coding"][0]["code"] for each in told["code"]] == ["family", "health"]
    assert [each["display"] for each in told["purpose"]] == ["case work"]
    assert [[each["code"] for each in action["coding"]] for action in told["action"]] == [
        ["disclose", "tell"],
        ["access", "view"],
    ]


def test_what_the_provider_names_no_more_has_no_label() -> None:
    bare = replace(NAMED.configuration, categories={}, purposes={})
    told = rule(PART, replace(NAMED, units={}, configuration=bare))
    assert "display" not in told["code"][0]["coding"][0]
    assert "display" not in told["actor"][0]["reference"]


def test_refused_and_taken_back_are_exceptions_and_nothing_else_is() -> None:
    gone = WithdrawnPart(TAKER, "family", NOW)
    elsewhere = (WithdrawnPart(new_id(), "family", NOW), WithdrawnPart(TAKER, "housing", NOW))
    shown = view(withdrawn_parts=(gone, *elsewhere))
    refused, taken_back = exceptions(shown, PART, NAMED)
    assert refused["code"][0]["coding"][0]["code"] == "health"
    assert "period" not in refused
    assert taken_back["period"] == {"start": "2026-03-02T09:00:00Z"}
    assert list(exceptions(view(), PLAIN, NAMED)) == []


@pytest.mark.parametrize("release", Release)
def test_an_organisation_outside_is_the_actor(release: Release) -> None:
    police = new_id()
    outside = replace(
        PART,
        to_units=frozenset(),
        partner=police,
        exclusions=frozenset(),
        actions=frozenset({Action.DISCLOSE}),
    )
    named = replace(NAMED, units={**NAMED.units, police: "Polizei"})
    gone = WithdrawnPart(police, "family", NOW)
    shown = view(outside, withdrawn_parts=(gone,))
    made = {Release.R4: consent_r4.consent, Release.R5: consent_r5.consent}[release](shown, named)
    checked(made, release)
    [actor] = rule(outside, named)["actor"]
    assert actor["reference"]["display"] == "Polizei"
    assert actor["reference"]["identifier"]["value"] == f"urn:uuid:{police}"
    assert [each["actor"] for each in exceptions(shown, outside, named)] == [[actor]]

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from pydantic import ValidationError

from caseflow.vocabulary.fhir import (
    Release,
    bundle,
    coding,
    concept,
    identifier,
    instant,
    reference,
)
from tests.factories.fhir import checked

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ID = UUID(int=1)


def test_codes_are_of_public_systems_or_of_our_own() -> None:
    assert coding("http://loinc.org", "59284-0") == {
        "system": "http://loinc.org",
        "code": "59284-0",
    }
    own = coding("act", "story.read", "read")
    assert own == {"system": "urn:caseflow:act", "code": "story.read", "display": "read"}
    assert concept(own) == {"coding": [own]}


def test_references_name_ids_and_what_they_are_of() -> None:
    urn = "urn:uuid:00000000-0000-0000-0000-000000000001"
    bare = {"type": "Patient", "identifier": {"system": "urn:ietf:rfc:3986", "value": urn}}
    assert reference("Patient", ID) == bare
    assert reference("Organization", ID, "Wohnen")["display"] == "Wohnen"
    assert identifier("1", "urn:x") == {"system": "urn:x", "value": "1"}


def test_instants_are_in_utc() -> None:
    assert instant(AT.astimezone(timezone(timedelta(hours=1)))) == "2026-03-02T09:00:00Z"


@pytest.mark.parametrize("release", Release)
def test_a_bundle_is_valid_full_or_empty(release: Release) -> None:
    empty = checked(bundle([], AT), release)
    assert "entry" not in empty
    assert "link" not in empty
    inner = bundle([], AT) | {"id": "1"}
    full = checked(bundle([inner], AT, {"next": "https://example.org/?cursor=x"}), release)
    assert [each["search"]["mode"] for each in full["entry"]] == ["match"]
    assert full["link"][0]["relation"] == "next"


def test_what_is_no_resource_is_found() -> None:
    with pytest.raises(ValidationError):
        checked(bundle([], AT) | {"bogus": 1}, Release.R5)

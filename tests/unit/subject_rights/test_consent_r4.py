from caseflow.subject_rights.consent_r4 import consent
from caseflow.vocabulary.fhir import Release, Resource
from tests.factories.fhir import checked
from tests.unit.subject_rights.views import CLIENT, NAMED, PART, PLAIN, view


def _made(*parts: object) -> Resource:
    return checked(consent(view(*parts), NAMED), Release.R4)  # type: ignore[arg-type]  # matrices


def test_it_is_valid_and_has_what_the_patterns_want() -> None:
    made = _made()
    assert made["scope"]["coding"][0]["code"] == "patient-privacy"
    assert made["patient"]["identifier"]["value"] == f"urn:uuid:{CLIENT}"
    assert made["performer"] == [made["patient"]]
    assert made["organization"][0]["display"] == "Beratung"
    assert made["verification"][0]["verified"] is True
    assert made["provision"]["actor"][0]["role"]["coding"][0]["code"] == "IRCP"


def test_one_part_permits_and_denies_what_she_refused() -> None:
    provision = _made(PART)["provision"]
    assert (provision["type"], len(provision["period"])) == ("permit", 2)
    assert [each["type"] for each in provision["provision"]] == ["deny"]
    assert "provision" not in _made(PLAIN)["provision"]


def test_several_parts_are_permitted_out_of_a_base_that_denies() -> None:
    provision = _made(PART, PLAIN)["provision"]
    assert provision["type"] == "deny"
    assert [each["type"] for each in provision["provision"]] == ["permit", "permit"]


def test_a_guardian_declares_by_role_and_without_a_name() -> None:
    made = consent(view(declared_by="guardian"), NAMED)
    guardian = {"type": "RelatedPerson", "display": "guardian"}
    assert made["performer"] == [guardian]
    assert made["verification"][0]["verifiedWith"] == guardian
    checked(made, Release.R4)

from caseflow.subject_rights.consent_r5 import consent
from caseflow.vocabulary.fhir import Release
from tests.factories.fhir import checked
from tests.unit.subject_rights.views import CLIENT, NAMED, PART, PLAIN, view


def test_it_is_valid_and_each_part_is_an_exception_from_the_base_that_denies() -> None:
    made = checked(consent(view(PART, PLAIN), NAMED), Release.R5)
    assert made["decision"] == "deny"
    assert made["subject"]["identifier"]["value"] == f"urn:uuid:{CLIENT}"
    assert (made["date"], made["controller"][0]["display"]) == (
        "2026-03-02",
        NAMED.configuration.provider,
    )
    refused, plain = made["provision"]
    assert [each["code"][0]["coding"][0]["code"] for each in refused["provision"]] == ["health"]
    assert "provision" not in plain
    assert [each["display"] for each in made["grantee"]] == ["Frauenhaus"]


def test_a_guardian_declares_by_role_and_without_a_name() -> None:
    made = consent(view(declared_by="guardian"), NAMED)
    guardian = {"type": "RelatedPerson", "display": "guardian"}
    assert made["grantor"] == [guardian]
    assert made["verification"][0]["verifiedWith"] == guardian
    checked(made, Release.R5)

from dataclasses import replace

import pytest

from caseflow.subject_rights import consent_r4, consent_r5
from caseflow.subject_rights.provider_resource import contained, controller
from caseflow.vocabulary.configuration import Contact
from caseflow.vocabulary.fhir import Release
from tests.factories.fhir import checked
from tests.factories.house import configuration
from tests.unit.subject_rights.views import NAMED, PART, view

MADE = {Release.R4: consent_r4.consent, Release.R5: consent_r5.consent}
ADDRESS, EMAIL = Contact(address=("Weg 1", "12345 Ort")), Contact(email="a@example.org")


@pytest.mark.parametrize("release", Release)
@pytest.mark.parametrize("contact", [ADDRESS, EMAIL])
def test_a_consent_holds_the_provider_as_far_as_it_is_entered(
    release: Release, contact: Contact
) -> None:
    named = replace(NAMED, configuration=replace(NAMED.configuration, contact=contact))
    made = checked(MADE[release](view(PART), named), release)
    [provider] = made["contained"]
    assert provider["name"] == NAMED.configuration.provider
    told = provider["contact"][0] if release is Release.R5 else provider
    assert ("address" in told, "telecom" in told) == (contact is ADDRESS, contact is EMAIL)
    key = "controller" if release is Release.R5 else "organization"
    assert made[key][-1]["reference"] == "#provider"


@pytest.mark.parametrize("release", Release)
def test_where_nothing_is_entered_its_name_is_enough(release: Release) -> None:
    assert contained(configuration(), release) == {}
    assert "contained" not in MADE[release](view(PART), NAMED)
    assert "reference" not in controller(configuration())

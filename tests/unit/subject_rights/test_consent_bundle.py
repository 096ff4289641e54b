import pytest

from caseflow.subject_rights import consent_bundle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.fhir import Release
from tests.factories.clients import case_at, new_client
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.fhir import checked
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_each_unit_gets_its_part_and_the_log_knows_in_which_form(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    units = [berta.unit, frieda.unit]
    first = agreed(house, berta, known, declaration(offer(units, units, "family", "health"))).id
    refused = [(frieda.unit, "health")]
    only_housing = offer([berta.unit], [house.units["wohnen"]], "family", refused=refused)
    agreed(house, berta, known, declaration(only_housing))
    took_back(house, berta, known, first)
    for actor, seen in ((berta, 2), (frieda, 1)):
        for release in Release:
            answer = consent_bundle(house.work(actor), actor, known.id, release)
            assert isinstance(answer, Disclosed)
            found = [each["resource"] for each in checked(answer.value, release)["entry"]]
            assert len(found) == seen
            states = {each["id"]: each["status"] for each in found}
            assert states[str(first)] == "inactive"
            told = newest(house, Act.CONSENT_READ)["details"]
            assert told == {"consents": str(seen), "form": f"fhir-{release}"}


@pytest.mark.parametrize("name", ["wanda", "olga"])
def test_to_nobody_else_she_exists(house: House, name: str) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    unit = {"wanda": "wohnen", "olga": "datenschutz"}[name]
    actor = house.actor(name, unit)
    answer = consent_bundle(house.work(actor), actor, known.id, Release.R4)
    assert answer == Refused(Reason.NOT_OPEN)

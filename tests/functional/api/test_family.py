"""A mother, a child and a violent father, as programs meet them, on each database."""

from flask import Flask

from tests.factories.agreeing import CONSENT
from tests.factories.programs import Program

CANARY = "Kanarienwort-Mutter-55af"
FATHER = {"name": "Beispiel, Karim", "authority": "custody_joint", "blocked": "violent"}


def _family(berta: Program) -> tuple[str, str]:
    """Return the ids of a mother with a story, and of her child."""
    new = {"unit": "beratung", "facts": {"client_name": CANARY, "children": CANARY}}
    mother = berta.send("POST", "/clients", new).get_json()["id"]
    opened = berta.send("POST", f"/clients/{mother}/relatives", {"kin": "child"})
    return mother, f"/clients/{opened.get_json()['client']}"


def test_a_child_has_a_record_of_its_own(app: Flask) -> None:
    berta, frieda = Program(app, "berta"), Program(app, "frieda")
    mother, child = _family(berta)
    for part in ("", "/story", "/intake", "/consents", "/guardians"):
        asked = {"unit": "beratung"} if part == "/intake" else {}
        told = berta.get(f"{child}{part}", **asked)
        assert told.status_code == 200
        assert CANARY not in told.text
    (link,) = berta.get(f"{child}/relatives").get_json()["items"]
    assert (link["client"], link["kin"]) == (mother, "mother")
    assert frieda.get(f"{child}/relatives").status_code == 404


def test_its_violent_father_declares_nothing_and_another_guardian_until_it_is_of_age(
    app: Flask,
) -> None:
    berta = Program(app, "berta")
    _, child = _family(berta)
    berta.send("POST", f"{child}/guardians", FATHER)
    birth = {"unit": "beratung", "state": "answered", "value": "29.2.2008"}
    berta.send("PUT", f"{child}/facts/birth_date", birth)
    by = {"kind": "guardian", "name": "KARIM BEISPIEL", "authority": "custody_sole"}
    sent = {**CONSENT, "categories": ["family"], "declared_by": by}
    barred = berta.send("POST", f"{child}/consents", sent).get_json()["errors"]
    # Born on 29 February, of age with the end of 28 February: nobody declares for her any more.
    assert barred.keys() == {"declared_by.name", "declared_by.authority"}
    berta.send("PUT", f"{child}/facts/birth_date", {**birth, "value": "29.2.2012"})
    sent["declared_by"] = {**by, "name": "Schmidt, Erna"}
    recorded = berta.send("POST", f"{child}/consents", sent)
    assert recorded.status_code == 201
    receipt = berta.get(f"/consents/{recorded.get_json()['id']}/receipt").get_json()["receipt"]
    assert receipt["events"][0]["declared_by"] == "guardian"
    fhir = berta.send("GET", f"{child}/consents", headers={"Accept": "application/fhir+json"})
    assert '"guardian"' in fhir.text
    assert "Schmidt" not in fhir.text

from uuid import uuid4

from caseflow.oversight import BasisLine, DrawerLine, LogLine
from caseflow.oversight.event_parts import events_of
from caseflow.oversight.event_r4 import audit_event
from caseflow.vocabulary.fhir import Release, Resource
from tests.factories.fhir import checked
from tests.factories.log_line import log_line, look_of

HERE, STAFF, UNIT, CLIENT, CONSENT, DRAWER = (uuid4() for _ in range(6))


def _made(line: LogLine) -> Resource:
    [event] = events_of(line, HERE)
    return checked(audit_event(event), Release.R4)


def test_a_look_names_patient_drawers_consent_and_request() -> None:
    made = _made(
        look_of(
            STAFF,
            UNIT,
            client=CLIENT,
            drawers=(DrawerLine("Wohnen", "health", DRAWER, UNIT),),
            bases=(BasisLine("consent", CONSENT, 3),),
        )
    )
    assert (made["action"], made["outcome"]) == ("R", "0")
    assert made["purposeOfEvent"][0]["coding"][0]["code"] == "case_work"
    patient, drawer, consent, request = made["entity"]
    assert (patient["type"]["code"], patient["role"]["code"]) == ("1", "1")
    assert drawer["detail"][1] == {"type": "category", "valueString": "health"}
    assert consent["what"]["identifier"]["value"] == f"urn:uuid:{CONSENT}"
    assert request["type"]["code"] == "XrequestId"


def test_a_refusal_says_why() -> None:
    made = _made(look_of(STAFF, UNIT, permitted=False, refused_because="not_open"))
    assert (made["outcome"], made["outcomeDesc"]) == ("4", "not_open")


def test_an_alarm_is_valid_too() -> None:
    made = _made(log_line())
    assert "purposeOfEvent" not in made
    assert "outcomeDesc" not in made
    assert len(made["entity"]) == 1

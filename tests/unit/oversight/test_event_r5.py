from uuid import uuid4

from caseflow.oversight import BasisLine, DrawerLine, LogLine
from caseflow.oversight.event_parts import events_of
from caseflow.oversight.event_r5 import audit_event
from caseflow.vocabulary.fhir import Release, Resource
from tests.factories.fhir import checked
from tests.factories.log_line import log_line, look_of

HERE, STAFF, UNIT, CLIENT, CONSENT, DRAWER = (uuid4() for _ in range(6))


def _made(line: LogLine) -> Resource:
    [event] = events_of(line, HERE)
    return checked(audit_event(event), Release.R5)


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
    assert made["code"]["coding"][0]["code"] == "story.read"
    assert made["patient"]["identifier"]["value"] == f"urn:uuid:{CLIENT}"
    assert made["authorization"][0]["coding"][0]["code"] == "case_work"
    assert made["outcome"]["code"]["code"] == "success"
    roles = [each["role"]["coding"][0]["code"] for each in made["entity"]]
    assert roles == ["1", "4", "Consent", "XrequestId"]


def test_a_refusal_says_why_where_that_is_known() -> None:
    refused = _made(look_of(STAFF, UNIT, permitted=False, refused_because="not_open"))
    assert refused["outcome"]["code"]["code"] == "error"
    assert refused["outcome"]["detail"][0]["coding"][0]["code"] == "not_open"
    assert "detail" not in _made(look_of(STAFF, UNIT, permitted=False))["outcome"]


def test_an_alarm_is_valid_too() -> None:
    made = _made(log_line())
    assert "patient" not in made
    assert "authorization" not in made

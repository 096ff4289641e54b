from uuid import UUID, uuid4

from caseflow.oversight import BasisLine
from caseflow.oversight.event_parts import agents, events_of, request_identifier, told
from tests.factories.log_line import log_line, look_of

HERE, STAFF, UNIT, CLIENT, CONSENT = (uuid4() for _ in range(5))


def test_there_is_one_event_for_each_client() -> None:
    alone = look_of(STAFF, UNIT, client=CLIENT)
    shown = look_of(STAFF, UNIT, clients=(CLIENT, STAFF))
    assert [each.line.client for each in events_of(log_line(), HERE)] == [None]
    assert [(each.id, each.line.client) for each in events_of(alone, HERE)] == [
        (str(alone.id), CLIENT)
    ]
    assert [(each.id, each.line.client) for each in events_of(shown, HERE)] == [
        (f"{shown.id}-1", CLIENT),
        (f"{shown.id}-2", STAFF),
    ]
    one = look_of(STAFF, UNIT, clients=(CLIENT,))
    assert [(each.id, each.line.client) for each in events_of(one, HERE)] == [(str(one.id), CLIENT)]


def test_the_consent_is_the_policy_that_a_person_acts_by() -> None:
    bases = (BasisLine("membership", UUID(int=1), 2), BasisLine("consent", CONSENT, 3))
    [event] = events_of(look_of(STAFF, UNIT, client=CLIENT, bases=bases), HERE)
    user, unit, server = agents(event)
    assert user["who"]["identifier"]["value"] == f"urn:uuid:{STAFF}"
    assert user["policy"] == [
        "urn:caseflow:membership:00000000-0000-0000-0000-000000000001",
        f"urn:caseflow:consent:{CONSENT}",
    ]
    assert user["role"][0]["coding"][0]["code"] == "caseworker"
    assert unit["who"]["display"] == "Beratung"
    assert (user["requestor"], unit["requestor"], server["requestor"]) == (True, False, False)
    assert event.consents == [CONSENT]


def test_where_nobody_acted_the_server_did() -> None:
    [event] = events_of(log_line(), HERE)
    [server] = agents(event)
    assert server["requestor"] is True
    assert server["who"]["identifier"]["value"] == f"urn:uuid:{HERE}"
    [nameless] = events_of(log_line(staff=STAFF), HERE)
    assert "role" not in agents(nameless)[0]
    assert "policy" not in agents(nameless)[0]


def test_the_rest_is_told_by_name() -> None:
    line = log_line(
        fields=("entries.text",),
        bases=(BasisLine("consent", CONSENT, 3),),
        ended=(BasisLine("emergency", CONSENT, 0),),
        details={"b": "2", "a": "1"},
    )
    [event] = events_of(line, HERE)
    assert told(event) == [
        ("index", "5"),
        ("field", "entries.text"),
        (f"use of consent {CONSENT}", "3"),
        (f"end of emergency {CONSENT}", "0"),
        ("a", "1"),
        ("b", "2"),
    ]
    assert request_identifier(event)["identifier"]["value"] == "request-1"

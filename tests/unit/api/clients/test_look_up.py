from datetime import timedelta

from flask import Flask

from caseflow.exceptions import record_wall
from caseflow.vocabulary.answers import Done
from tests.factories.contract import acts_of, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

NOBODYS = "DQ1V-CH54-B283-A9XF-M5"


def at_card(code: str) -> dict[str, str]:
    """Return what is sent with a code."""
    return {"unit": "wohnen", "code": code}


def wall(house: House, made: Storied, name: str) -> None:
    """Put a wall between the client and a staff member."""
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, made.id, house.staff[name]), Done)
    work.finish()


def test_a_code_opens_a_desk_where_nothing_is_read(
    ida: Program, made: Storied, house: House
) -> None:
    answer = ida.send("POST", "/clients/lookup", at_card(made.code.lower().replace("-", " ")))
    assert answer.status_code == 200
    assert answer.get_json() == {"id": str(made.id), "code": made.code}
    assert acts_of(house, answer) == ["client.lookup"]
    for sight in ("", "/story", "/intake"):
        assert ida.get(f"/clients/{made.id}{sight}").status_code == 404
    case = ida.send("POST", f"/clients/{made.id}/cases", {"unit": "wohnen"})
    assert case.status_code == 201


def test_a_code_that_nobody_has_is_as_one_behind_a_wall_and_as_an_id_never_issued(
    ida: Program, made: Storied, house: House
) -> None:
    wall(house, made, "ida")
    answers = [ida.send("POST", "/clients/lookup", at_card(each)) for each in (made.code, NOBODYS)]
    answers.append(ida.get(f"/clients/{made.id}"))
    assert {each.status_code for each in answers} == {404}
    assert len({each.data for each in answers}) == 1


def test_a_text_that_is_no_code_is_told_so(ida: Program) -> None:
    wrong = errors(ida, "POST", "/clients/lookup", at_card("guten tag"))
    assert wrong == {"code": ["guten tag is no client code; look at the card once more."]}
    assert errors(ida, "POST", "/clients/lookup", {"unit": "wohnen"}).keys() == {"code"}


def test_whoever_guesses_is_told_how_long_to_wait(
    ida: Program, made: Storied, house: House
) -> None:
    limits = house.around.configuration.limits.lookup
    for _ in range(limits.free):
        assert ida.send("POST", "/clients/lookup", at_card(NOBODYS)).status_code == 404
    answer = ida.send("POST", "/clients/lookup", at_card(made.code))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == f"{limits.first_delay.total_seconds():g}"
    house.around.clock.advance(timedelta(seconds=int(answer.headers["Retry-After"])))  # type: ignore[attr-defined]  # a stopped one
    assert ida.send("POST", "/clients/lookup", at_card(made.code)).status_code == 200


def test_sent_twice_it_is_the_same_desk_and_in_another_session_none(
    app: Flask, ida: Program, made: Storied, house: House
) -> None:
    key = {"Idempotency-Key": "one"}
    first = ida.send("POST", "/clients/lookup", at_card(made.code), key)
    second = ida.send("POST", "/clients/lookup", at_card(made.code), key)
    assert first.data == second.data
    assert "client.lookup" not in acts_of(house, second)
    elsewhere = Program(app, "ida")
    assert elsewhere.send("POST", "/clients/lookup", at_card(made.code), key).status_code == 404
    assert errors(ida, "POST", "/clients/lookup", at_card(NOBODYS), headers=key).keys() == {
        "Idempotency-Key"
    }


def test_an_officer_looks_nobody_up(app: Flask, made: Storied) -> None:
    sent = {"unit": "datenschutz", "code": made.code}
    assert Program(app, "olga").send("POST", "/clients/lookup", sent).status_code == 403

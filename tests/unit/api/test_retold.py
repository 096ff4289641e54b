"""The officer is told who had been told of what was erased, and notes that they know."""

from flask import Flask

from caseflow.api.retold import NewRetelling, OutToldBefore
from tests.factories.agreeing import wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.retention import answered_erasure, erasure_of
from tests.factories.telling import Ready


def test_the_shapes_are_fixed() -> None:
    assert set(NewRetelling().fields) == {"disclosure", "retold", "text"}
    assert set(OutToldBefore().fields) == {
        *("id", "partner", "unit", "categories", "made_at", "retold", "retold_at"),
    }


def test_who_had_been_told_is_named_and_noted(app: Flask, house: House) -> None:
    ready, olga = Ready(house), house.actor("olga", "datenschutz")
    made = ready.told()
    erasure = erasure_of(house, house.actor("lea", "beratung"), ready.known.id)
    program, lead = Program(app, "olga"), Program(app, "lea", "beratung")
    answered_erasure(house, olga, erasure)
    [told] = program.get(f"/erasures/{erasure}").get_json()["told_before"]
    assert (told["id"], told["unit"], told["retold"]) == (str(made.id), "beratung", None)
    said = {"disclosure": told["id"], "retold": "not_told", "text": "Es gibt sie nicht mehr."}
    address = f"/erasures/{erasure}/retold"
    assert lead.send("POST", address, {}).status_code == 404
    assert wrong_fields(program.send("POST", address, {**said, "retold": "sung"})) == {"retold"}
    assert program.send("POST", address, said).status_code == 204
    [told] = program.get("/erasures").get_json()["items"][0]["told_before"]
    assert told["retold"] == "not_told"
    assert program.send("POST", address, said).status_code == 409

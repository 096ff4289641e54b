from datetime import timedelta
from unittest.mock import ANY

import pytest
from flask import Flask

from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.vault.reading import read

_NIGHT = timedelta(hours=14)


@pytest.mark.usefixtures("known")
def test_a_program_of_the_officer_sees_the_period_and_signs_it_off(olga: Program) -> None:
    before = olga.get("/audit/review").get_json()
    assert (before["size"], before["sample"], before["counts"]) == (None, [], {})
    assert before["unsigned"] > 0
    told = olga.send("POST", "/audit/review").get_json()
    assert olga.get("/audit/review").get_json() == {**told, "unsigned": ANY}
    assert (told["first"], told["grown"]) == (0, True)
    assert len(told["root"]) == len(told["seed"]) == 64
    assert told["counts"]["accesses"] == len(told["sample"]) == 1
    signed = {"size": told["size"], "looked": True, "note": "Nichts."}
    unread = olga.send("POST", "/audit/sign-offs", {**signed, "looked": False})
    assert unread.status_code == 422
    made = olga.send("POST", "/audit/sign-offs", signed).get_json()
    assert set(made) == {"id"}
    following = olga.send("POST", "/audit/review").get_json()
    assert (following["first"], following["open_looks"]) == (told["size"], [made["id"]])


def test_hits_say_why_and_in_which_entries(house: House, known: Known, app: Flask) -> None:
    house.around.clock.advance(_NIGHT)  # type: ignore[attr-defined]  # a stopped one
    berta, olga = house.actor("berta", "beratung"), Program(app, "olga")
    read(house, berta, known)
    [hit] = olga.send("POST", "/audit/review").get_json()["hits"]
    assert (hit["rule"], hit["staff"], hit["count"]) == ("off_shift", str(berta.staff), 1)
    assert len(hit["positions"]) == 1

from datetime import timedelta
from importlib import import_module

import pytest
from flask import Flask

from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.vault.reading import read

_NIGHT = timedelta(hours=14)


@pytest.mark.usefixtures("known")
def test_a_program_of_the_officer_sees_the_period_and_signs_it_off(olga: Program) -> None:
    told = olga.get("/audit/review").get_json()
    assert (told["first"], told["grown"]) == (0, True)
    assert len(told["root"]) == len(told["seed"]) == 64
    assert told["counts"]["accesses"] == len(told["sample"]) == 1
    signed = {"size": told["size"], "looked": True, "note": "Nichts."}
    unread = olga.send("POST", "/audit/sign-offs", {**signed, "looked": False})
    assert unread.status_code == 422
    assert set(olga.send("POST", "/audit/sign-offs", signed).get_json()) == {"id"}
    assert olga.get("/audit/review").get_json()["first"] == told["size"]


def test_hits_say_why_and_in_which_entries(house: House, known: Known, app: Flask) -> None:
    house.around.clock.advance(_NIGHT)  # type: ignore[attr-defined]  # a stopped one
    berta, olga = house.actor("berta", "beratung"), Program(app, "olga")
    read(house, berta, known)
    [hit] = olga.get("/audit/review").get_json()["hits"]
    assert (hit["rule"], hit["staff"], hit["count"]) == ("off_shift", str(berta.staff), 1)
    assert len(hit["positions"]) == 1


def test_where_nothing_was_ever_signed_there_is_nothing(
    olga: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("caseflow.oversight.review.show_review")
    monkeypatch.setattr(module, "newest_checkpoint", lambda _work: None)
    assert olga.get("/audit/review").status_code == 404

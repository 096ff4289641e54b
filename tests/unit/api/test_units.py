from uuid import uuid4

from flask import Flask

from caseflow.api.units import Units
from caseflow.http import current
from caseflow.identity import list_units
from caseflow.vocabulary.answers import Problem
from tests.factories.house import House


def test_units_go_by_both_names(app: Flask, house: House) -> None:
    with app.test_request_context("/api/v1/x"):
        actor = house.actor("berta", "beratung")
        current.hold_who(actor, (), tuple(list_units(house.work())))
        units = Units()
    wohnen, unknown = house.units["wohnen"], uuid4()
    assert units.slug(wohnen) == "wohnen"
    assert units.slug(unknown) == str(unknown)
    assert units.slugs([wohnen, house.units["beratung"]]) == ["beratung", "wohnen"]
    assert units.id("wohnen", "unit") == wohnen
    assert units.ids(["wohnen"], "to_units") == frozenset({wohnen})
    problem = Problem("to_units", "unknown_unit", {"given": "x"})
    assert units.ids(["wohnen", "x"], "to_units") == problem


def test_a_slug_that_no_unit_has_names_a_unit_that_is_not_there(app: Flask, house: House) -> None:
    with app.test_request_context("/api/v1/x"):
        actor = house.actor("berta", "beratung")
        current.hold_who(actor, (), tuple(list_units(house.work())))
        named = Units().named(["wohnen", "x", "x"])
    assert house.units["wohnen"] in named
    assert not (named - {house.units["wohnen"]}) & set(house.units.values())
    assert len(named) > 1

from datetime import timedelta
from typing import cast

import pytest

from caseflow.api.statistics import YearReport
from caseflow.statistics import Measure
from tests.factories.agreeing import wrong_fields
from tests.factories.application import application
from tests.factories.house import House, StoppedClock
from tests.factories.programs import Program
from tests.unit.statistics.test_yearly import came

SUPPRESSED = {"value": None, "suppressed": True}


@pytest.fixture
def lead(house: House) -> Program:
    """Return a lead of counselling, where seven came in a year that is over."""
    came(house, beratung=7, frauenhaus=8, wohnen=9)
    cast("StoppedClock", house.around.clock).advance(timedelta(days=310))
    return Program(application(house), "lea", "beratung")


def test_the_shape_is_fixed() -> None:
    assert set(YearReport().fields) == {
        *("report", "year", "unit", "complete", "threshold", "measures"),
    }


def test_a_lead_gets_her_own_unit(lead: Program) -> None:
    for asked in ({}, {"unit": "beratung"}):
        shown = lead.get("/statistics/unit_year", year=2026, **asked).get_json()
        rows = {row["measure"]: row for row in shown["measures"]}
        assert set(rows) == set(Measure)
        assert rows["cases_opened"]["total"] == {"value": 7, "suppressed": False}
        assert rows["cases_opened"]["months"][0] == {"month": 1, **SUPPRESSED}
        assert rows["cases_closed"]["total"] == SUPPRESSED
        assert (shown["unit"], shown["complete"], shown["threshold"]) == ("beratung", True, 5)
    assert lead.get("/statistics/unit_year", year=2026, unit="frauenhaus").status_code == 400
    assert lead.get("/statistics/provider_year", year=2026).status_code == 403


def test_an_officer_names_a_unit_or_gets_them_all(house: House, lead: Program) -> None:
    officer = Program(application(house), "olga")
    shown = officer.get("/statistics/provider_year", year=2026).get_json()
    (row,) = [each for each in shown["measures"] if each["measure"] == "cases_opened"]
    assert {each["unit"] for each in row["units"]} == {"beratung", "frauenhaus", "wohnen"}
    assert row["units"][0]["suppressed"] in {True, False}
    assert lead.get("/statistics/unit_year", year=2026).status_code == 200
    one = officer.get("/statistics/unit_year", year=2026, unit="frauenhaus")
    assert one.get_json()["unit"] == "frauenhaus"
    assert wrong_fields(officer.get("/statistics/unit_year", year=2026)) == {"unit"}
    assert wrong_fields(officer.get("/statistics/unit_year", year=2026, unit="mond")) == {"unit"}


def test_a_year_must_have_come(lead: Program) -> None:
    for asked in ({}, {"year": "2028"}, {"year": "last"}, {"year": "1999"}):
        assert wrong_fields(lead.get("/statistics/unit_year", **asked)) == {"year"}
    assert lead.get("/statistics/weather", year=2026).status_code == 404


def test_nobody_else_gets_figures(berta: Program, ida: Program) -> None:
    for who in (berta, ida):
        assert who.get("/statistics/unit_year", year=2025).status_code == 403

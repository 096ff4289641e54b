from datetime import timedelta
from typing import cast

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import visiting
from tests.factories.house import House, StoppedClock
from tests.unit.statistics.test_yearly import came


@pytest.fixture
def lead(house: House, app: Flask) -> Visitor:
    """Return a lead of counselling, where seven came in a year that is over."""
    came(house, beratung=7, frauenhaus=8, wohnen=9)
    cast("StoppedClock", house.around.clock).advance(timedelta(days=310))
    return visiting(app, "lea", house, "beratung")


def test_a_lead_sees_the_last_year_that_is_over(lead: Visitor) -> None:
    page = lead.look("/figures").text
    assert "das Jahr 2026 in Zahlen" in page
    assert '<td class="number">7</td>' in page
    assert "Ein Strich steht" in page
    assert "Alle Bereiche" not in page
    assert lead.look("/figures?year=1812&unit=frauenhaus").text.count("2026") > 1


def test_the_year_that_runs_is_not_shown_yet(lead: Visitor) -> None:
    page = lead.look("/figures?year=2027").text
    assert "Dieses Jahr ist noch nicht vorbei" in page
    assert '<td class="number">7</td>' not in page


def test_an_officer_chooses_among_all_units(lead: Visitor, app: Flask) -> None:
    assert lead.look("/figures").status_code == 200
    olga = visiting(app, "olga")
    assert "Alle Bereiche" in olga.look("/figures").text
    assert olga.look("/figures?year=2026&unit=beratung").text.count("<td") > 100


def test_nobody_else_finds_the_page(app: Flask) -> None:
    assert visiting(app, "berta").look("/figures").status_code == 404

from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest

from caseflow.statistics import Figures, Measure, provider_year, unit_year
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest

OPENED = Measure.CASES_OPENED


def unit_figures(house: House, actor: Actor, unit: UUID, year: int = 2026) -> Figures:
    answer = unit_year(house.work(actor), actor, year, unit)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def came(house: House, **many: int) -> None:
    """Let so many come to these units."""
    for slug, number in many.items():
        someone = next(name for name, at in house.memberships if at == slug and name != "ida")
        for _ in range(number):
            new_client(house, house.actor(someone, slug))


def new_year(house: House) -> None:
    cast("StoppedClock", house.around.clock).advance(timedelta(days=310))


def test_a_year_that_is_over_is_shown_by_month(house: House) -> None:
    came(house, beratung=6, frauenhaus=7, wohnen=8)
    new_year(house)
    lea = house.actor("lea", "beratung")
    figures = unit_figures(house, lea, lea.unit)
    row = figures.rows[OPENED]
    # March is all of it; would it be shown, it told that the other months are nothing.
    assert [cell.value for cell in (row.total, *row.parts)] == [6] + [None] * 12
    assert (figures.complete, figures.threshold) == (True, 5)
    assert figures.rows[Measure.CASES_CLOSED].total.suppressed
    assert newest(house, Act.FIGURES_READ)["details"] == {"year": "2026", "of": str(lea.unit)}


def test_while_a_year_runs_nothing_is_shown(house: House) -> None:
    came(house, beratung=6, frauenhaus=7, wohnen=8)
    lea = house.actor("lea", "beratung")
    figures = unit_figures(house, lea, lea.unit)
    row = figures.rows[OPENED]
    assert not figures.complete
    assert all(cell.suppressed for cell in (row.total, *row.parts))


def test_an_officer_sees_all_units_and_each(house: House) -> None:
    came(house, beratung=6, frauenhaus=7, wohnen=2)
    new_year(house)
    olga = house.actor("olga", "datenschutz")
    answer = provider_year(house.work(olga), olga, 2026)
    assert isinstance(answer, Disclosed)
    figures = answer.value
    slugs = [unit.slug for unit in figures.units]
    found = dict(zip(slugs, figures.rows[OPENED].parts, strict=True))
    assert figures.rows[OPENED].total.value == 15
    assert found["frauenhaus"].value == 7
    assert (found["wohnen"].value, found["beratung"].value) == (None, None)
    assert unit_figures(house, olga, house.units["frauenhaus"]).rows[OPENED].total.value == 7
    # What one report hides no other shows.
    assert unit_figures(house, olga, house.units["beratung"]).rows[OPENED].total.suppressed


@pytest.mark.parametrize(
    ("name", "slug", "reason"),
    [("berta", "beratung", Reason.NOT_YOUR_ROLE), ("lea", "beratung", Reason.NOT_OPEN)],
)
def test_a_unit_is_for_its_lead_alone(house: House, name: str, slug: str, reason: Reason) -> None:
    who = house.actor(name, slug)
    refused = unit_year(house.work(who), who, 2025, house.units["frauenhaus"])
    assert refused == Refused(reason)
    assert provider_year(house.work(who), who, 2025) == Refused(Reason.NOT_YOUR_ROLE)


def test_there_are_no_figures_of_oversight_or_of_what_is_no_unit(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    for unit in (olga.unit, new_id()):
        assert unit_year(house.work(olga), olga, 2025, unit) == Refused()

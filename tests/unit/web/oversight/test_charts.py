from uuid import UUID

from caseflow.vocabulary.units import Unit, UnitKind
from caseflow.web.oversight.charts import COLOURS, colours_of
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.read_page import read_page


def unit(number: int) -> Unit:
    return Unit(UUID(int=number), f"u{number}", f"U{number}", UnitKind.SHELTER)


def test_a_unit_keeps_its_colour_when_others_are_founded() -> None:
    few = tuple(unit(each) for each in (1, 2, 9))
    many = (*few, *(unit(each) for each in range(20, 30)))
    assert colours_of(few) == {UUID(int=1): 1, UUID(int=2): 2, UUID(int=9): 3}
    assert colours_of(many).items() >= colours_of(few).items()
    assert set(colours_of(many).values()) == set(range(COLOURS))


def test_each_picture_stands_above_its_numbers_and_filters_are_links(
    known: Known, olga: Visitor
) -> None:
    page = read_page(olga.look("/log/charts?days=7&unit=beratung").text)
    assert [each["href"] for each in page.select(".choosing a[aria-current]")] == [
        "/log/charts?days=7&unit=beratung"
    ] * 2
    chart = page.select(".chart")[0]
    assert chart.select_one("svg title") is not None
    assert len(chart.select("tbody tr")) == 7
    counted = [int(each.text) for each in chart.select("td")]
    assert sum(counted) == int(chart.select_one(".legend strong").text) > 0  # type: ignore[union-attr]  # found
    assert str(known.id) not in str(page)


def test_what_an_address_asks_wrongly_is_left_out_and_nobody_else_sees_it(
    olga: Visitor, visitor: Visitor
) -> None:
    page = read_page(olga.look("/log/charts?days=900&unit=x").text)
    assert [each.text for each in page.select(".choosing a[aria-current]")] == [
        "30 Tage",
        "Alle Bereiche",
    ]
    visitor.log_in("berta")
    assert visitor.look("/log/charts").status_code == 404

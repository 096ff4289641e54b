import re
from itertools import pairwise

import pytest

from caseflow.web.oversight.plot import WIDTH, Bars, Said, plot, ticks_up_to
from tests.factories.page_rules import faults

SAID = Said("a", "Zugriffe", "Balken je Tag")
BAR = re.compile(
    r'<rect class="bar u(\d)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"'
)
Bar = tuple[int, float, float, float, float]


def bars_of(picture: str) -> list[Bar]:
    found = [tuple(map(float, each)) for each in BAR.findall(picture)]
    return [(int(colour), x, y, wide, high) for colour, x, y, wide, high in found]


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (5, (0, 1, 2, 3, 4, 5)),
        (6, (0, 2, 4, 6)),
        (11, (0, 5, 10, 15)),
        (99, (0, 20, 40, 60, 80, 100)),
        (100, (0, 20, 40, 60, 80, 100)),
        (12_345, (0, 5000, 10_000, 15_000)),
    ],
)
def test_the_axis_is_whole_and_reaches_the_highest_bar(most: int, ticks: tuple[int, ...]) -> None:
    assert ticks_up_to(most) == ticks


def test_nothing_draws_the_axes_alone() -> None:
    for bars in ([], [Bars("A", 0, (0, 0))]):
        picture = plot(["1.3.", "2.3."], bars, SAID)
        assert bars_of(picture) == []
        assert ">0</text>" in picture
        assert ">1</text>" in picture
        assert ">2.3.</text>" in picture


def test_the_one_bar_of_the_highest_number_fills_the_height() -> None:
    [(colour, x, y, wide, high)] = bars_of(plot(["1.3."], [Bars("A", 3, (5,))], SAID))
    assert (colour, y, wide, high) == (3, 12, 40, 198)
    assert x + wide / 2 == pytest.approx((44 + WIDTH - 12) / 2)


def test_units_stand_upon_each_other_and_in_no_others_place() -> None:
    units = [Bars(f"U{each}", each, (each + 1, 0, 2)) for each in range(8)]
    found = bars_of(plot(["1.3.", "2.3.", "3.3."], units, SAID))
    first, last = found[:8], found[8:]
    assert [each[0] for each in first] == list(range(8))
    for below, above in pairwise(first):
        assert above[1] == below[1]
        assert above[2] + above[4] == pytest.approx(below[2], abs=0.2)
        assert above[4] > below[4]
    assert {each[1] for each in last}.isdisjoint(each[1] for each in first)
    assert len(last) == 8


def test_time_runs_the_way_the_page_is_read() -> None:
    bars = [Bars("A", 0, (1, 2, 3))]
    days = ["1.3.", "2.3.", "3.3."]
    ltr, rtl = bars_of(plot(days, bars, SAID)), bars_of(plot(days, bars, SAID, "rtl"))
    assert [each[1] for each in ltr] == sorted(each[1] for each in ltr)
    mirrored = [WIDTH - x - wide for _, x, _, wide, _ in rtl]
    assert mirrored == pytest.approx([each[1] for each in ltr], abs=0.2)
    assert 'text-anchor="start"' in plot(days, bars, SAID, "rtl")


def test_many_days_are_named_seldom_enough() -> None:
    days = [f"T{each}" for each in range(90)]
    picture = plot(days, [Bars("A", 0, (1,) * 90)], SAID)
    assert len(bars_of(picture)) == 90
    assert len(re.findall(r">T\d+</text>", picture)) == 8


def test_names_are_text_and_the_picture_says_what_it_is() -> None:
    picture = plot(["1.3."], [Bars('<b>"', 0, (1,))], SAID)
    assert "&lt;b&gt;&#34;, 1.3.: 1" in picture
    assert 'role="img" aria-labelledby="a-title a-desc"' in picture
    sheet = f"<!doctype html><html lang=de><title>Caseflow</title><main><h1>x</h1>{picture}</main>"
    assert [each for each in faults(sheet) if "svg" in each or "title" in each] == []

"""Draw counts by day as stacked bars, in SVG; the numbers stand in a table beside it.

Pure: counts in, a picture out. Colours are classes of the stylesheet, so that a picture is read in
light, dark and forced colours; time runs the way the page is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH, HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 12, 30  # around the bars; left is where the numbers stand
_STEPS = (1, 2, 5)
_MOST_TICKS = 5
_MOST_DAYS = 8  # named below the bars
_WIDEST = 40  # of a bar


@dataclass(frozen=True, slots=True)
class Bars:
    """What one unit adds to each day."""

    name: str
    colour: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a picture to whoever does not see it, and its name in the page."""

    key: str
    title: str
    description: str


def plot(days: Sequence[str], bars: Sequence[Bars], said: Said, towards: str = "ltr") -> Markup:
    """Return the picture of these days; bars of one day stand upon each other."""
    ticks = ticks_up_to(max([sum(column) for column in _columns(bars)], default=0))
    parts = [*_grid(ticks, towards), *_days(days, towards), *_bars(days, bars, ticks[-1], towards)]
    return Markup(
        '<svg class="plot" viewBox="0 0 {} {}" direction="ltr" role="img"'
        ' aria-labelledby="{}-title {}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}</svg>'
    ).format(
        *(WIDTH, HEIGHT, said.key, said.key, said.key, said.title, said.key, said.description),
        Markup().join(parts),
    )


def ticks_up_to(most: int) -> tuple[int, ...]:
    """Return the numbers of the axis: from 0, whole, few, the last not below the highest bar."""
    power = 1
    while True:
        for step in (each * power for each in _STEPS):
            count = max(1, -(-most // step))
            if count <= _MOST_TICKS:
                return tuple(step * each for each in range(count + 1))
        power *= 10


def _grid(ticks: Sequence[int], towards: str) -> Iterator[Markup]:
    line = Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    number = Markup('<text class="tick" x="{}" y="{}" text-anchor="{}">{}</text>')
    begin, end = sorted((_at(_LEFT, towards), _at(WIDTH - _RIGHT, towards)))
    for tick in ticks:
        y = _height(tick, ticks[-1])
        yield line.format(_number(begin), _number(end), _number(y), _number(y))
        anchor = "end" if towards == "ltr" else "start"
        yield number.format(_number(_at(_LEFT - 8, towards)), _number(y + 4), anchor, tick)


def _days(days: Sequence[str], towards: str) -> Iterator[Markup]:
    name = Markup('<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>')
    every = max(1, -(-len(days) // _MOST_DAYS))
    for place in range(0, len(days), every):
        x = _at(_LEFT + _step(days) * (place + 0.5), towards)
        yield name.format(_number(x), HEIGHT - 8, days[place])


def _bars(
    days: Sequence[str], bars: Sequence[Bars], highest: int, towards: str
) -> Iterator[Markup]:
    bar = Markup(
        '<rect class="bar u{}" x="{}" y="{}" width="{}" height="{}">'
        "<title>{}, {}: {}</title></rect>"
    )
    width = min(_step(days) * 0.75, _WIDEST)
    for place, day in enumerate(days):
        below = 0
        x = _at(_LEFT + _step(days) * (place + 0.5), towards) - width / 2
        for each in bars:
            count = each.counts[place]
            top, foot = _height(below + count, highest), _height(below, highest)
            below += count
            if count:
                sizes = map(_number, (x, top, width, foot - top))
                yield bar.format(each.colour, *sizes, each.name, day, count)


def _columns(bars: Sequence[Bars]) -> Iterator[tuple[int, ...]]:
    return zip(*(each.counts for each in bars), strict=True)


def _step(days: Sequence[str]) -> float:
    return (WIDTH - _LEFT - _RIGHT) / max(1, len(days))


def _height(count: int, highest: int) -> float:
    return HEIGHT - _BOTTOM - count / highest * (HEIGHT - _TOP - _BOTTOM)


def _at(x: float, towards: str) -> float:
    return x if towards == "ltr" else WIDTH - x


def _number(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")

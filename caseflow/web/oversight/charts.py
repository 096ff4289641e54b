"""Draw the log for officers: accesses, refusals and emergencies by day and unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from babel.dates import format_date
from flask import Response, request
from markupsafe import Markup

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import direction, gettext, language, mark
from caseflow.oversight import LogCharts, chart_log
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.units import Unit
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.moments import shown_day, today
from caseflow.web.oversight.plot import Bars, Said, plot
from caseflow.web.shell import page

SPANS = (7, 30, 90)  # days
COLOURS = 8  # of the stylesheet; one more stands for what happened in no unit
_USUAL = 30
_ACCESSES = mark("Accesses to clients")
_REFUSALS = mark("Refusals")
_EMERGENCIES = mark("Emergency accesses declared")
_WAITING = mark("Emergency accesses that waited for a review")
_DESCRIPTION = mark("Bars by day, from %(first)s to %(last)s. The numbers are in the table.")


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and its table."""

    title: str
    picture: Markup
    bars: tuple[Bars, ...]
    summed: bool  # whether its days add up to something


@policy(Permission.REVIEW_LOG)
def show_charts() -> Response:
    """Show the days and the unit that the address names; else the last month of all units."""
    days = request.args.get("days", _USUAL, type=int)
    days = days if days in SPANS else _USUAL
    named = request.args.get("unit", "")
    unit = next((each for each in current.units() if each.slug == named), None)
    asked = None if unit is None else unit.id
    answer = chart_log(current.work(), current.actor(), today(), days, asked)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    found = answer.value
    return page(
        "oversight/charts.html",
        charts=_charts(found),
        days=[shown_day(each) for each in found.days],
        spans=SPANS,
        span=days,
        units=current.units(),
        unit=unit,
    )


def colours_of(units: tuple[Unit, ...]) -> Mapping[UUID, int]:
    """Return the colour of each unit: taken from its id, so that every picture shows the same.

    Where several wish for one colour, the smallest id has it, and the others the next free one.
    """
    taken: dict[UUID, int] = {}
    for each in sorted(units, key=lambda unit: unit.id.int):
        wanted = each.id.int % COLOURS
        turns = [turn % COLOURS for turn in range(wanted, wanted + COLOURS)]
        taken[each.id] = next((one for one in turns if one not in taken.values()), wanted)
    return taken


def _charts(found: LogCharts) -> list[Chart]:
    waiting = (Bars(gettext(_WAITING), COLOURS, found.waiting),) if any(found.waiting) else ()
    return [
        _chart("accesses", _ACCESSES, _by_unit(found.accesses), found.days),
        _chart("refusals", _REFUSALS, _by_unit(found.refusals), found.days),
        _chart("emergencies", _EMERGENCIES, _by_unit(found.emergencies), found.days),
        _chart("waiting", _WAITING, waiting, found.days, summed=False),
    ]


def _chart(
    key: str, title: str, bars: tuple[Bars, ...], days: tuple[date, ...], *, summed: bool = True
) -> Chart:
    told = {"first": shown_day(days[0]), "last": shown_day(days[-1])}
    said = Said(key, gettext(title), gettext(_DESCRIPTION, **told))
    picture = plot([_short(day) for day in days], bars, said, direction())
    return Chart(gettext(title), picture, bars, summed)


def _by_unit(counts: Mapping[UUID | None, tuple[int, ...]]) -> tuple[Bars, ...]:
    colours = colours_of(current.units())
    bars = [
        Bars(unit.name, colours[unit.id], counts[unit.id])
        for unit in current.units()
        if unit.id in counts
    ]
    known = {unit.id for unit in current.units()}
    elsewhere = [row for unit, row in counts.items() if unit not in known]
    if elsewhere:
        summed = tuple(sum(column) for column in zip(*elsewhere, strict=True))
        bars.append(Bars(gettext(mark("in no unit")), COLOURS, summed))
    return tuple(bars)


def _short(day: date) -> str:
    return str(format_date(day, "d.M." if language() == "de" else "d MMM", locale=language()))

"""Report a year in figures: a unit's by month, or the provider's by unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.statistics.cells import HIDDEN, Cell, Measure
from caseflow.statistics.count_acts import Counts, count_acts
from caseflow.statistics.suppress import Sum, sum_of, suppress
from caseflow.vault.permit import Deeds, Permit, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.units import Unit, UnitKind

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its sum over the year, and what that is the sum of."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A report: for each measure a row, whose parts are months or, of the provider, units."""

    year: int
    unit: Unit | None  # none: the provider
    units: tuple[Unit, ...]  # the parts of the provider, by name
    complete: bool
    threshold: int
    rows: Mapping[Measure, Row]


def unit_year(work: Work, actor: Actor, year: int, unit: UUID) -> Disclosed[Figures] | Refused:
    """Return a unit's year by month: her own to a lead, any of them to an officer."""
    given = permit_member(work, actor, Act.FIGURES_READ)
    units = _units(work)
    found = next((each for each in units if each.id == unit), None)
    if isinstance(given, Refused):
        return _refused(work, given)
    if found is None or (actor.role is not Role.OFFICER and unit != actor.unit):
        return _refused(work, refuse(work, given))
    trees = _trees(work, units, year)
    place = units.index(found)
    rows = {measure: _row(tree.parts[place]) for measure, tree in trees.items()}
    return _disclosed(work, given, _figures(work, year, found, (), rows))


def provider_year(work: Work, actor: Actor, year: int) -> Disclosed[Figures] | Refused:
    """Return the year of all units, to an officer."""
    given = permit_member(work, actor, Act.FIGURES_READ)
    if isinstance(given, Refused):
        return _refused(work, given)
    if actor.role is not Role.OFFICER:
        return _refused(work, refuse(work, given, Reason.NOT_YOUR_ROLE))
    units = _units(work)
    rows = {measure: _row(tree) for measure, tree in _trees(work, units, year).items()}
    return _disclosed(work, given, _figures(work, year, None, units, rows))


def _units(work: Work) -> tuple[Unit, ...]:
    return tuple(unit for unit in list_units(work) if unit.kind is not UnitKind.OVERSIGHT)


def _trees(work: Work, units: tuple[Unit, ...], year: int) -> dict[Measure, Sum]:
    """Return by measure the provider's sum, below it the units', below each of these the months'.

    All of it is judged together: what one report says may be the missing piece of another.
    """
    counts = count_acts(work, year)
    trees = {}
    for measure in Measure:
        tree = sum_of([_of_unit(counts, measure, unit.id) for unit in units])
        suppress(tree, work.configuration.threshold)
        trees[measure] = tree
    return trees


def _of_unit(counts: Counts, measure: Measure, unit: UUID) -> Sum:
    return sum_of([Sum(counts.get((measure, unit, month), 0)) for month in MONTHS])


def _row(node: Sum) -> Row:
    return Row(node.cell, tuple(part.cell for part in node.parts))


def _figures(
    work: Work, year: int, unit: Unit | None, units: tuple[Unit, ...], rows: Mapping[Measure, Row]
) -> Figures:
    """Return the report; while its year runs, two looks would tell what happened in between."""
    complete = local_day(work.clock.now(), work.configuration.zone) >= date(year + 1, 1, 1)
    told = rows if complete else {measure: _kept_back(row) for measure, row in rows.items()}
    return Figures(year, unit, units, complete, work.configuration.threshold, told)


def _kept_back(row: Row) -> Row:
    return Row(HIDDEN, tuple(HIDDEN for _ in row.parts))


def _disclosed(work: Work, given: Permit, figures: Figures) -> Disclosed[Figures]:
    told = {"year": str(figures.year)}
    if figures.unit is not None:
        told["of"] = str(figures.unit.id)
    trace(work, given, Deeds(details=told))
    work.finish()
    return Disclosed(figures)


def _refused(work: Work, answer: Refused) -> Refused:
    work.finish()
    return answer

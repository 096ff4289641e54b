"""Measure what a unit knows of a client on the day she comes, by what the rooms answer it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from caseflow.cli.demo.stage import must
from caseflow.identity import list_units
from caseflow.records import client_overview, open_intake
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import FactState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caseflow.cli.demo.chapters import Chapter
    from caseflow.cli.demo.stage import Player, Stage
    from caseflow.records import IntakeQuestion
    from caseflow.vocabulary.units import Unit


@dataclass(frozen=True, slots=True)
class Step:
    """What was shared with a unit, and what of its first day's questions that spared her."""

    name: "Mapping[str, str]"  # by language
    unit: str  # slug
    shared: tuple[str, ...]  # categories of other units' drawers that are open to it
    closed: tuple[str, ...]  # categories that other units keep, and none of whose drawers is open
    questions_total: int
    spared: tuple[str, ...]  # questions, in their order


def measure_step(stage: "Stage", chapter: "Chapter", player: "Player", client: UUID) -> Step:
    """Return what the unit knows before it has asked her anything."""
    units = stage.alone(list_units)
    own = next(unit for unit in units if unit.slug == chapter.unit)
    shared = {category for _, category in opened_drawers(player, client, own.id)}
    form = must(player.try_to(open_intake, client))
    return Step(
        name=chapter.name,
        unit=chapter.unit,
        shared=_in_order(stage, shared),
        closed=_in_order(stage, _kept_by_others(stage, units, own) - shared),
        questions_total=form.total,
        spared=tuple(each.question for each in form.questions if _is_spared(each)),
    )


def opened_drawers(player: "Player", client: UUID, unit: UUID) -> frozenset[tuple[UUID, str]]:
    """Return the other units' drawers that are open to the unit that she acts in."""
    overview = must(player.try_to(client_overview, client))
    return frozenset((each.unit, each.category) for each in overview.drawers if each.unit != unit)


def _is_spared(question: "IntakeQuestion") -> bool:
    told = question.source is not None and question.source.basis.kind is BasisKind.CONSENT
    return told and question.state is FactState.ANSWERED and not question.later


def _kept_by_others(stage: "Stage", units: "list[Unit]", own: "Unit") -> set[str]:
    defaults = stage.installation.around.configuration.units
    return {word for unit in units if unit.id != own.id for word in defaults[unit.kind].categories}


def _in_order(stage: "Stage", categories: set[str]) -> tuple[str, ...]:
    return tuple(
        each for each in stage.installation.around.configuration.categories if each in categories
    )

"""Say what the acting unit is, and what it keeps of a client."""

from datetime import date

from caseflow.database.unit_of_work import Work
from caseflow.identity.units import unit_by_id
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.errors import BrokenSeal
from caseflow.vocabulary.units import UnitKind


def kind_of(work: Work, actor: Actor) -> UnitKind:
    """Return what kind the acting unit is; raises BrokenSeal when its row was tampered with."""
    unit = unit_by_id(work, actor.unit)
    if unit is None:
        raise BrokenSeal("units")
    return unit.kind


def kept_categories(work: Work, actor: Actor) -> frozenset[str]:
    """Return the categories of the drawers that the acting unit keeps."""
    return work.configuration.units[kind_of(work, actor)].categories


def writable_categories(work: Work, actor: Actor) -> frozenset[str]:
    """Return the categories that people write into; evidence is written with its consent only."""
    return kept_categories(work, actor) - work.configuration.closed_categories


def category_problems(work: Work, actor: Actor, category: str) -> list[Problem]:
    """Return what is wrong with a category that somebody wants to write into."""
    if not category:
        return [Problem("category", "required")]
    if category in writable_categories(work, actor):
        return []
    return [Problem("category", "not_kept_here", {"category": category})]


def today(work: Work) -> date:
    """Return the present day in the provider's time zone."""
    return local_day(work.clock.now(), work.configuration.zone)

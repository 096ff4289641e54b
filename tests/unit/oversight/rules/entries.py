"""Entries as rules see them, a minute apart, on a Monday morning."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from caseflow.oversight.rules import Hit, Seen, Setting, Watch
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.units import UnitKind

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNA, BEA, CORA, UNIT, SHELTER = (UUID(int=number) for number in range(1, 6))
SHIPPED = read_configuration()


def setting(**changed: Any) -> Setting:  # noqa: ANN401 - parameters of rules
    """Return the setting as it is shipped, changed."""
    rules = replace(SHIPPED.review, **changed)
    kinds = {UNIT: UnitKind.COUNSELLING, SHELTER: UnitKind.SHELTER}
    return Setting(rules, SHIPPED.zone, kinds)


def seen(number: int = 0, staff: UUID = ANNA, **changed: Any) -> Seen:  # noqa: ANN401 - as an entry
    """Return a reading of a client of her own for each number."""
    plain = Seen(
        position=number,
        at=MONDAY + timedelta(minutes=number),
        act=Act.STORY_READ,
        permitted=True,
        staff=staff,
        unit=UNIT,
        session="s",
        client=UUID(int=1000 + number),
    )
    return replace(plain, **changed)


def found(watch: Watch, *entries: Seen) -> list[Hit]:
    """Return what a rule finds in these."""
    for entry in entries:
        watch.see(entry)
    return list(watch.hits())

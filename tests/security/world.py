"""A provider with six units and staff in every role, each with a program: where lives are led."""

import dataclasses
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.units import UnitKind
from tests.factories.application import application, resting
from tests.factories.house import House, add_member, add_staff, add_unit
from tests.factories.programs import Program

KINDS = {
    "beratung": "counselling",
    "frauenhaus": "shelter",
    "schutzhaus": "shelter",
    "wohnen": "housing",
    "qualifizierung": "qualification",
}
FURTHER = {
    "schutzhaus": {"sina": Role.LEAD, "mara": Role.CASEWORKER},
    "qualifizierung": {"quinn": Role.LEAD, "quirin": Role.CASEWORKER},
}
NEWCOMERS = (  # who admits whom, where and as what
    ("wanda", "wohnen", "mara", Role.CASEWORKER),
    ("lea", "frauenhaus", "franka", Role.CASEWORKER),
    ("lea", "frauenhaus", "ilse", Role.INTAKE),
    ("lea", "beratung", "bela", Role.INTAKE),
)
LEAVING = {  # who may be sent away, and by whom
    ("franka", "frauenhaus"): "lea",
    ("mara", "wohnen"): "wanda",
    ("quirin", "qualifizierung"): "quinn",
}
_CONFIG = Path(__file__).parents[2] / "config"
_LONG = timedelta(days=10_000)
Who = tuple[str, str]


def furnish(house: House) -> dict[Who, Program]:
    """Found the other units, let everybody in, and return the program of each membership.

    Sessions last and look-ups are not throttled: both have tests of their own.
    """
    limits = house.around.configuration.limits
    patient = dataclasses.replace(limits.lookup, free=10**6, most=10**6)
    limits = dataclasses.replace(limits, session_idle=_LONG, session_absolute=_LONG, lookup=patient)
    changed = dataclasses.replace(house.around.configuration, limits=limits)
    house.around = dataclasses.replace(house.around, configuration=changed)
    _found_units(house)
    for lead, unit, name, role in NEWCOMERS:
        work = house.work_as(lead, unit)
        if name not in house.staff:
            add_staff(house, work, name, {})
        add_member(house, work, name, unit, role)
        work.finish()
        work.put_away()
    app = resting(application(house))
    return {who: Program(app, *who) for who in house.memberships}


def _found_units(house: House) -> None:
    work = house.work_as(
        "lea", "beratung"
    )  # who can call the trustee, hands it on to the new units
    for unit, staff in FURTHER.items():
        add_unit(house, work, unit, UnitKind(KINDS[unit]))
        for name, role in staff.items():
            add_staff(house, work, name, {unit: role})
    work.finish()
    work.put_away()


def kept_categories() -> dict[str, set[str]]:
    """Return the categories that each unit writes into, as the provider's file says."""
    told = tomllib.loads((_CONFIG / "provider.toml").read_text())["units"]
    return {unit: set(told[kind]["categories"]) - {"evidence"} for unit, kind in KINDS.items()}


def first_day(vocabulary: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the questions of each unit's first day, as the vocabulary tells them."""
    return {
        unit: {each["id"] for each in vocabulary["questions"] if kind in each["first_day"]}
        for unit, kind in KINDS.items()
    }

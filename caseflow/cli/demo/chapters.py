"""Read the story of the demo: what each unit was told, wrote, and was allowed to pass on."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any

_DAY = re.compile(r"@(-?\d+)")


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of that day."""

    day: int
    category: str
    kind: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the summary, approved on that day."""

    day: int
    category: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to a goal."""

    day: int
    text: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal that was set on that day."""

    day: int
    title: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """A consent that she gave to let a further unit know."""

    day: int
    from_units: tuple[str, ...]  # slugs
    to_unit: str
    categories: tuple[str, ...]
    refused: tuple[str, ...]
    days: int  # for which it holds


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A handover to the unit of the consent, or to another one without."""

    day: int
    to_unit: str
    urgency: str
    children: int
    languages: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alarmed:
    """An emergency access by whoever works with her."""

    day: int
    hour: int
    danger: str
    threatened: str
    why_no_other_way: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What happened in one unit with one client."""

    unit: str
    person: str  # who works with her there
    arrives: int
    name: Mapping[str, str] = field(default_factory=dict)  # by language
    anonymous: bool = False
    facts: Mapping[str, object] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    entries: tuple[Written, ...] = ()
    goals: tuple[Aim, ...] = ()
    summary: tuple[Paragraph, ...] = ()
    consent: Allowed | None = None
    handover: HandedOn | None = None
    emergency: Alarmed | None = None


def read_way(day_of: Callable[[int], date]) -> tuple[Chapter, ...]:
    """Return one client's way through all units; `day_of` gives a day of the story its date."""
    story = files("caseflow.cli.demo") / "story"
    found = sorted(file.name for file in story.iterdir() if file.name[0].isdigit())
    return tuple(_chapter(_dated(_table(name), day_of)) for name in found)


def read_others(day_of: Callable[[int], date]) -> tuple[tuple[Chapter, ...], ...]:
    """Return the shorter ways of other clients."""
    ways = _dated(_table("others.toml"), day_of)["ways"]
    return tuple(tuple(_chapter(each) for each in way["chapters"]) for way in ways)


def _table(name: str) -> dict[str, Any]:
    text = (files("caseflow.cli.demo") / "story" / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _dated(value: Any, day_of: Callable[[int], date]) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return the value with each `@12` in a text turned into that day as people write it."""
    if isinstance(value, dict):
        return {key: _dated(each, day_of) for key, each in value.items()}
    if isinstance(value, list):
        return [_dated(each, day_of) for each in value]
    if isinstance(value, str):
        return _DAY.sub(lambda found: f"{day_of(int(found[1])):%d.%m.%Y}", value)
    return value


def _chapter(table: dict[str, Any]) -> Chapter:
    """Return a chapter; a key that does not fit raises TypeError, for the files are ours."""
    facts = table.get("facts", {})
    spoken = tuple(part.strip() for part in facts.get("mother_tongue", "de").split(","))
    told = {
        **table,
        "withheld": tuple(table.get("withheld", ())),
        "unknown": tuple(table.get("unknown", ())),
        "entries": tuple(Written(**each) for each in table.get("entries", ())),
        "goals": tuple(_aim(each) for each in table.get("goals", ())),
        "summary": tuple(Paragraph(**each) for each in table.get("summary", ())),
        "consent": _allowed(table.get("consent")),
        "handover": _handed_on(table, spoken),
        "emergency": _alarmed(table.get("emergency")),
    }
    return Chapter(**told)


def _aim(table: dict[str, Any]) -> Aim:
    return Aim(table["day"], table["title"], tuple(Step(**each) for each in table["steps"]))


def _allowed(table: dict[str, Any] | None) -> Allowed | None:
    if table is None:
        return None
    return Allowed(
        table["day"],
        tuple(table["from"]),
        table["to"],
        tuple(table["categories"]),
        tuple(table.get("refused", ())),
        table["days"],
    )


def _handed_on(table: dict[str, Any], spoken: Sequence[str]) -> HandedOn | None:
    handover = table.get("handover")
    if handover is None:
        return None
    to_unit = handover.get("to") or table["consent"]["to"]
    given = {key: value for key, value in handover.items() if key != "to"}
    return HandedOn(to_unit=to_unit, languages=tuple(spoken), **given)


def _alarmed(table: dict[str, Any] | None) -> Alarmed | None:
    return None if table is None else Alarmed(**{**table, "categories": tuple(table["categories"])})

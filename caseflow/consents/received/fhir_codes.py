"""Read the codes, references and days of a FHIR resource that somebody else made.

Whatever is not understood is named: what is left out of a consent by a reader could widen it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.units import Unit

_OWN = "urn:caseflow:"
_UUID = "urn:uuid:"
_NONE: Mapping[str, str] = MappingProxyType({})
_SHOWN = 100  # characters of a strange word that a sentence repeats


@dataclass(frozen=True, slots=True)
class Read:
    """What was understood, and what was not."""

    words: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def listed(value: object) -> Sequence[Any]:
    """Return a list as it is; anything else is one thing, and nothing is none."""
    if isinstance(value, list):
        return value
    return () if value is None else (value,)


def table(value: object) -> Mapping[str, Any]:
    """Return an object as it is, and anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def words_of(
    value: object,
    system: str,
    field: str,
    known: Collection[str],
    meanings: Mapping[str, str] = _NONE,
) -> Read:
    """Return our own words for codings or concepts.

    `meanings` say what codes of other systems are here, each as `system|code`.
    """
    words, problems = set(), []
    for each in listed(value):
        found = _word(each, f"{_OWN}{system}", known, meanings)
        if found is None:
            problems.append(not_understood(field, _said(each)))
        else:
            words.add(found)
    return Read(frozenset(words), tuple(problems))


def units_of(references: Iterable[object], field: str, units: Collection[Unit]) -> Read:
    """Return the ids of the units that are referred to, by id, slug or name."""
    words, problems = set(), []
    for each in references:
        found = next((unit for unit in units if unit_named(each, unit)), None)
        if found is None:
            problems.append(not_understood(field, _said(each)))
        else:
            words.add(str(found.id))
    return Read(frozenset(words), tuple(problems))


def unit_named(reference: object, unit: Unit) -> bool:
    """Say whether a reference means this unit; a uuid must be its own, whatever name stands by."""
    names = set(_names(table(reference)))
    ids = {name for name in names if name.startswith(_UUID)}
    if ids:
        return f"{_UUID}{unit.id}" in ids
    return bool(names & {unit.slug, unit.name, f"Organization/{unit.slug}"})


def uuid_of(reference: object) -> UUID | None:
    """Return the random id that a reference names, where it names one."""
    for name in _names(table(reference)):
        if name.startswith(_UUID):
            try:
                return UUID(name.removeprefix(_UUID))
            except ValueError:
                return None
    return None


def not_understood(field: str, what: str) -> Problem:
    """Return the problem of something that nothing here is the same as."""
    return Problem(field, "not_understood", {"what": what[:_SHOWN]})


def unknown_keys(value: Mapping[str, Any], known: Collection[str], field: str) -> Iterator[Problem]:
    """Yield what stands in an object and is not understood."""
    for key in value:
        if key not in known:
            yield not_understood(field, str(key))


def _names(reference: Mapping[str, Any]) -> Iterator[str]:
    # What is meant by the identifier counts; the display is there for people.
    for name in (
        table(reference.get("identifier")).get("value"),
        reference.get("reference"),
        reference.get("display"),
    ):
        if isinstance(name, str):
            yield name


def _word(
    coded: object, system: str, known: Collection[str], meanings: Mapping[str, str]
) -> str | None:
    codings = [table(each) for each in listed(table(coded).get("coding", coded))]
    for each in codings:
        code = each.get("code")
        if each.get("system") == system:
            return code if isinstance(code, str) and code in known else None
    foreign = (meanings.get(f"{each.get('system')}|{each.get('code')}") for each in codings)
    return next((word for word in foreign if word is not None), None)


def _said(value: object) -> str:
    """Return what a strange coding or reference calls itself."""
    found = table(value)
    for each in (found, *map(table, listed(found.get("coding")))):
        for key in ("display", "text", "code", "reference"):
            if isinstance(each.get(key), str):
                return str(each[key])
    return str(table(found.get("identifier")).get("value", value))

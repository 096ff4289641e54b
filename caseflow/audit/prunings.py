"""Spell and read what a pruning leaves behind: canonical JSON, whose digest its entry holds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from caseflow.audit.entries import canonical

Ranges: TypeAlias = list[tuple[int, int]]  # first and last number of each, in ascending order


@dataclass(frozen=True, slots=True)
class Pruning:
    """What the pruned entries were, as far as the others need them."""

    leaves: Ranges  # their positions
    uses: Mapping[str, Ranges]  # of each basis, by its id
    ended: Mapping[str, tuple[int, int]]  # last use and position, of each basis that ended there


def summary_of(contents: Mapping[int, Mapping[str, Any]]) -> bytes:
    """Return the summary of entries that are about to be pruned, by position."""
    uses: dict[str, list[int]] = {}
    ended: dict[str, tuple[int, int]] = {}
    for position, content in contents.items():
        for basis in content.get("bases", ()):
            uses.setdefault(basis["id"], []).append(basis["use"])
        for basis in content.get("ended", ()):
            ended[basis["id"]] = basis["use"], position
    told = {
        "v": 1,
        "leaves": ranges_of(contents),
        "uses": {basis: ranges_of(numbers) for basis, numbers in uses.items()},
        "ended": ended,
    }
    return canonical(told)


def read_pruning(summary: bytes) -> Pruning | None:
    """Return what a summary says, None where it is none."""
    try:
        told = json.loads(summary)
        uses = {basis: _ranges(found) for basis, found in told["uses"].items()}
        ended = {basis: _pair(found) for basis, found in told["ended"].items()}
        return Pruning(_ranges(told["leaves"]), uses, ended)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """Return numbers as ranges."""
    ranges: Ranges = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    return ranges


def spell_ranges(ranges: Ranges) -> str:
    """Return ranges as an entry of the log names them."""
    return ",".join(f"{first}-{last}" for first, last in ranges)


def read_ranges(told: str) -> Ranges:
    """Return the ranges that an entry names; raises ValueError where they are none."""
    pairs = [each.split("-") for each in told.split(",")]
    return [(int(first), int(last)) for first, last in pairs]


def _ranges(found: Any) -> Ranges:  # noqa: ANN401 - JSON
    return [_pair(each) for each in found]


def _pair(found: Any) -> tuple[int, int]:  # noqa: ANN401 - JSON
    first, last = found
    if not (type(first) is int and type(last) is int):
        raise TypeError("a range is two numbers")
    return first, last

"""Read what is said of each requirement of the standard, and find what is wrong with it."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LEVELS = ROOT / "tests" / "security" / "asvs_levels.toml"
ROWS = ROOT / "tests" / "security" / "asvs.toml"
STATES = ("met", "not_met", "not_applicable")
ASKED = (1, 2)  # the levels that are answered for
LONGEST = 110  # characters of `about`: words of our own are few
_KEYS = {"level", "about", "state", "shown_by", "because"}
Row = dict[str, Any]


def read_levels() -> dict[str, int]:
    """Return the level of every requirement of the standard, by its number."""
    told = tomllib.loads(LEVELS.read_text(encoding="utf-8"))["levels"]
    return {
        f"{section}.{number}": int(level)
        for section, levels in told.items()
        for number, level in enumerate(levels, start=1)
    }


def read_rows() -> dict[str, Row]:
    """Return what is said of each requirement."""
    return tomllib.loads(ROWS.read_text(encoding="utf-8"))


def faults(rows: Mapping[str, Row], levels: Mapping[str, int]) -> list[str]:
    """Return everything that is wrong with the rows."""
    asked = {number for number, level in levels.items() if level in ASKED}
    found = [f"{number} is missing" for number in asked - rows.keys()]
    found += [f"{number} is not asked" for number in rows.keys() - asked]
    return found + [
        f"{number}: {fault}"
        for number, row in rows.items()
        for fault in _of_row(row, levels.get(number, 0))
    ]


def _of_row(row: Row, level: int) -> Iterator[str]:
    state, shown, why = row.get("state"), row.get("shown_by", []), row.get("because", "")
    about = row.get("about", "")
    wrong = {
        f"level {level}": row.get("level") != level,
        "keys that mean nothing": not row.keys() <= _KEYS,
        "no state": state not in STATES,
        "nothing said of it": not about or len(about) > LONGEST or "Verify" in about,
        "met without a test": state == "met" and not shown,
        "no reason": state != "met" and not why,
        "shown and not met": state == "not_met" and bool(shown),
        "a test twice": len(shown) != len(set(shown)),
    }
    yield from (fault for fault, is_ in wrong.items() if is_)
    yield from (f"no test {each}" for each in shown if not is_test(each))


def is_test(node: str) -> bool:
    """Say whether there is a test of this name that pytest would run."""
    file, _, name = node.partition("::")
    path = ROOT / file
    collected = path.name.startswith("test_") and name.startswith("test_") and path.is_file()
    return collected and path.is_relative_to(ROOT / "tests") and name in _tests_of(path)


@cache
def _tests_of(path: Path) -> frozenset[str]:
    """Return the tests of a module; one that may be skipped is none."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(
        each.name
        for each in body
        if isinstance(each, ast.FunctionDef)
        and not any("skip" in ast.unparse(mark) for mark in each.decorator_list)
    )

"""Each requirement of OWASP ASVS 5.0, levels 1 and 2, is answered for, and what is met is shown."""

import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from tests.security.asvs import LEVELS, ROOT, Row, faults, is_test, read_levels, read_rows

BOOK = ROOT / "caseflow" / "ARCHITECTURE.md"
_TOLD = re.compile(
    r"OWASP ASVS ([\d.]+), levels 1 and 2:\*\* of (\d+) requirements (\d+) are met, (\d+) are not, "
    r"and (\d+) concern nothing that is here"
)
HERE = "tests/security/test_asvs.py::test_every_requirement_is_answered_for"
GOOD: dict[str, Row] = {
    "V1.1.1": {"level": 1, "about": "this", "state": "met", "shown_by": [HERE]},
    "V1.1.2": {"level": 2, "about": "that", "state": "not_met", "because": "Nobody did it."},
}
SEEDED: dict[str, tuple[str, Row]] = {
    "no test is named": ("V1.1.1: met without a test", {"shown_by": []}),
    "a test that is not there": ("V1.1.1: no test", {"shown_by": [HERE + "_too"]}),
    "a file that is not there": ("V1.1.1: no test", {"shown_by": ["tests/x/test_x.py::test_x"]}),
    "a function that is no test": (
        "V1.1.1: no test",
        {"shown_by": ["tests/security/asvs.py::faults"]},
    ),
    "the same test twice": ("V1.1.1: a test twice", {"shown_by": [HERE, HERE]}),
    "another level": ("V1.1.1: level 1", {"level": 2}),
    "another state": ("V1.1.1: no state", {"state": "nearly", "because": "x"}),
    "no reason": ("V1.1.1: no reason", {"state": "not_met", "shown_by": []}),
    "shown and not met": ("V1.1.1: shown and not met", {"state": "not_met", "because": "x"}),
    "nothing said": ("V1.1.1: nothing said of it", {"about": ""}),
    "the words of the standard": ("V1.1.1: nothing said of it", {"about": "Verify that it is"}),
    "another key": ("V1.1.1: keys that mean nothing", {"by": "me"}),
}


def test_every_requirement_is_answered_for() -> None:
    assert faults(read_rows(), read_levels()) == []


def test_the_list_is_as_long_as_the_standard_says() -> None:
    told: dict[str, Any] = tomllib.loads(LEVELS.read_text(encoding="utf-8"))
    counted = Counter(read_levels().values())
    assert {str(level): number for level, number in counted.items()} == told["counted"]


def test_the_book_tells_how_many_are_met() -> None:
    rows = read_rows()
    states = Counter(str(row["state"]) for row in rows.values())
    told = _TOLD.search(" ".join(BOOK.read_text(encoding="utf-8").split()))
    assert told is not None
    version, *numbers = told.groups()
    assert version == tomllib.loads(LEVELS.read_text(encoding="utf-8"))["version"]
    counts = [len(rows), *(states[each] for each in ("met", "not_met", "not_applicable"))]
    assert [int(number) for number in numbers] == counts


def test_a_sound_list_has_no_fault() -> None:
    assert faults(GOOD, {"V1.1.1": 1, "V1.1.2": 2, "V1.1.3": 3}) == []


@pytest.mark.parametrize(("said", "changed"), SEEDED.values(), ids=SEEDED)
def test_a_fault_is_found(said: str, changed: Row) -> None:
    rows = {**GOOD, "V1.1.1": {**GOOD["V1.1.1"], **changed}}
    found = faults(rows, {"V1.1.1": 1, "V1.1.2": 2})
    assert len(found) == 1
    assert found[0].startswith(said)


def test_one_too_few_and_one_too_many_are_found() -> None:
    found = faults(GOOD, {"V1.1.1": 1, "V1.1.2": 3, "V1.1.4": 2})
    assert {"V1.1.4 is missing", "V1.1.2 is not asked"} <= set(found)


def test_only_what_is_run_is_a_test() -> None:
    assert is_test(HERE)
    assert not is_test("tests/security/test_asvs.py::faults")
    assert not is_test("/etc/test_passwd.py::test_x")

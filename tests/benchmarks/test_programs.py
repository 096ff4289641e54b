"""Every benchmark runs, with sizes so small that its figures say nothing."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.benchmarks import (
    measure,
    p1_field,
    p2_fields,
    p2b_published,
    p3_story_page,
    p4_find,
    p5_work_list,
    p6_decisions,
    p7_appends,
    p8_verify,
    p9_withdrawal,
    p12_start,
)
from tests.machine.postgres import PostgresServer


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "ROUNDS", 1)
    sizes: dict[ModuleType, dict[str, float]] = {
        p1_field: {"PAIRS": 2},
        p2_fields: {"ENTRIES": 5},
        p3_story_page: {"ENTRIES": 6},
        p4_find: {"REAL": 60, "ALL": 120, "CALLS": 1},
        p5_work_list: {"CLIENTS": 60, "CONSENTS": 2, "CALLS": 1},
        p6_decisions: {"CONSENTS": 20, "SECONDS": 0.01},
        p7_appends: {"APPENDS": 1, "LAG_SECONDS": 0.01},
        p8_verify: {"ENTRIES": 300, "CASES": 3, "ROUNDS": 1, "PROOFS": 2},
        p9_withdrawal: {"ENTRIES": 3},
    }
    for program, chosen in sizes.items():
        for name, value in chosen.items():
            monkeypatch.setattr(program, name, value)


def _name(program: ModuleType) -> str:
    return program.__name__.rpartition(".")[2].partition("_")[0]


@pytest.mark.parametrize(
    "program",
    [
        p1_field,
        p2_fields,
        p2b_published,
        p3_story_page,
        p4_find,
        p5_work_list,
        p6_decisions,
        p8_verify,
        p9_withdrawal,
        p12_start,
    ],
    ids=_name,
)
def test_a_program_measures_something(program: ModuleType, tmp_path: Path) -> None:
    assert {line.name.lower() for line in program.run(tmp_path)} == {_name(program)}


def test_appends_are_measured_on_both_engines(
    tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(p7_appends, "start_postgres", lambda: postgres)
    monkeypatch.setattr(PostgresServer, "stop", lambda _: None)
    assert [line.work.partition(":")[0] for line in p7_appends.run(tmp_path)] == [
        *["SQLite"] * 2,
        *["PostgreSQL"] * 2,
    ]

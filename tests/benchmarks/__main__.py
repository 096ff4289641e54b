"""Run every benchmark and print one table: `python -m tests.benchmarks`, or some: `... p4 p6`.

Each figure was measured in this run, on the machine that is named above it.
"""

import os
import platform
import sqlite3
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.benchmarks import (
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
from tests.benchmarks.line import Figures, Line

PROGRAMS = {
    "p1": p1_field.run,
    "p2": p2_fields.run,
    "p2b": p2b_published.run,
    "p3": p3_story_page.run,
    "p4": p4_find.run,
    "p5": p5_work_list.run,
    "p6": p6_decisions.run,
    "p7": p7_appends.run,
    "p8": p8_verify.run,
    "p9": p9_withdrawal.run,
    "p12": p12_start.run,
}


def main() -> None:
    """Print the table."""
    console = Console()
    console.print(_machine())
    table = Table("line", "work", "against", "goal", "measured", "ours", "twin")
    with TemporaryDirectory() as folder:
        for program in sys.argv[1:] or PROGRAMS:
            for line in PROGRAMS[program](Path(folder)):
                table.add_row(*_cells(line))
    console.print(table)


def _cells(line: Line) -> tuple[str, ...]:
    found = line.measured
    about = (line.name, line.work, line.against, line.goal)
    if isinstance(found, Figures):
        return *about, found.measured, found.ours, found.twin
    return (
        *about,
        f"{found.ratio:.2f}x, p99 {found.ratio_p99:.2f}x",
        f"{found.ours_ms:.1f} ms",
        f"{found.twin_ms:.1f} ms",
    )


def _machine() -> str:
    cores = os.cpu_count()
    processor = platform.processor() or platform.machine()
    return (
        f"{platform.system()}, {processor}, {cores} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}"
    )


main()

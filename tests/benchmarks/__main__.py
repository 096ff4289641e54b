"""Run every benchmark and print one table: `python -m tests.benchmarks`.

Each figure is a ratio that was measured in this run, on the machine that is named above it.
"""

import os
import platform
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.benchmarks import p3_story_page
from tests.benchmarks.line import Line

PROGRAMS = (p3_story_page.run,)


def main() -> None:
    """Print the table."""
    console = Console()
    console.print(_machine())
    table = Table("line", "work", "against", "goal", "measured", "ours", "twin")
    with TemporaryDirectory() as folder:
        for program in PROGRAMS:
            for line in program(Path(folder)):
                table.add_row(*_cells(line))
    console.print(table)


def _cells(line: Line) -> tuple[str, ...]:
    found = line.measured
    return (
        line.name,
        line.work,
        line.against,
        line.goal,
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

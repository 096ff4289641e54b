"""P12: from the start of a worker to its first page, and the memory it holds then.

The twin is an empty Flask over every module of others that ours had loaded. Seconds are those of
the processor: what else runs on the machine counts less.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks import measure
from tests.benchmarks.line import Figures, Line
from tests.factories.house import PASSWORD, ROOT, TRUSTEE

Started = tuple[float, float, list[str]]


def run(folder: Path) -> Iterator[Line]:
    """Yield the one line."""
    around = _founded(folder)
    rounds = []
    for _ in range(measure.ROUNDS):
        ours = _start(around, "")
        rounds.append((ours, _start(around, json.dumps(ours[2]))))
    seconds, twin_seconds = (median(each[who][0] for each in rounds) for who in (0, 1))
    memory, twin_memory = (median(each[who][1] for each in rounds) for who in (0, 1))
    yield Line(
        "P12",
        "start to first page; memory of a worker",
        "an empty Flask with the same libraries",
        "< 2 s, < 60 MB more",
        Figures(
            f"{seconds - twin_seconds:.2f} s, {memory - twin_memory:.0f} MB more",
            f"{seconds:.2f} s, {memory:.0f} MB",
            f"{twin_seconds:.2f} s, {twin_memory:.0f} MB",
        ),
    )


def _founded(folder: Path) -> dict[str, str]:
    """Return the environment of an installation that was founded in this folder."""
    around = {"CASEFLOW_DATA_DIR": str(folder / "p12")}
    for name, value in (
        ("PASSWORD", PASSWORD),
        ("ROOT_KEY", ROOT.hex()),
        ("TRUSTEE_KEY", TRUSTEE.hex()),
    ):
        file = folder / f"p12-{name}" / "secret"
        file.parent.mkdir()
        file.write_text(value)
        file.chmod(0o400)
        around[f"CASEFLOW_{name}_FILE"] = str(file)
    around = os.environ | around
    founding = (
        *("init", "--provider", "P", "--founder", "a@example.org"),
        "--units",
        "counselling",
    )
    start = (sys.executable, "-c", "from caseflow.app import main; main()")
    subprocess.run(  # noqa: S603 - our own command, no shell
        (*start, *founding), env=around, check=True, capture_output=True
    )
    return around


def _start(around: dict[str, str], needed: str) -> Started:
    """Return the seconds, the MB and the modules of others of one start."""
    program = (sys.executable, "-m", "tests.benchmarks.first_page")
    said = subprocess.run(  # noqa: S603 - our own module, no shell
        program, env=around, input=needed, check=True, capture_output=True, text=True
    )
    seconds, memory, modules = json.loads(said.stdout.splitlines()[-1])
    return seconds, memory, modules

"""Start an application in a process of its own and print what its first page took.

`python -m tests.benchmarks.first_page` starts ours from the environment; with the names of modules
on the standard input it starts an empty application over exactly those.
"""

import importlib
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

OWN = ("caseflow", "tests", "__main__")


def main() -> None:
    """Print seconds of the processor, MB of memory, and the modules of others that were needed."""
    needed: list[str] = json.loads(sys.stdin.read() or "[]")
    begun = time.process_time()
    started = _empty(needed) if needed else _ours()
    answer = started.test_client().get("/log-in")
    seconds = time.process_time() - begun
    assert answer.status_code == 200
    print(json.dumps((seconds, _memory(), sorted(_of_others(sys.modules)))))  # noqa: T201 - what is read


def _ours() -> "Flask":
    from caseflow.app import create_app_from_environment  # noqa: PLC0415 - what is measured

    return create_app_from_environment()


def _empty(needed: Iterable[str]) -> "Flask":
    for name in needed:
        importlib.import_module(name)
    from flask import Flask  # noqa: PLC0415 - what is measured

    app = Flask("empty")
    app.add_url_rule("/log-in", view_func=lambda: "A page.", endpoint="page")
    return app


def _memory() -> float:
    """Return the resident memory of this process in MB."""
    status = Path("/proc/self/status").read_text()
    [line] = [each for each in status.splitlines() if each.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024


def _of_others(names: Iterable[str]) -> Iterable[str]:
    for name in list(names):
        first = name.partition(".")[0]
        found = sys.modules[name]
        if first not in OWN and first not in sys.stdlib_module_names and found.__spec__:
            yield name


if __name__ == "__main__":
    main()

"""One run of the tests, from a bare machine to the verdict."""

import sys

from tests.machine.checks import run_checks, run_tests
from tests.machine.chromium import ensure_chromium
from tests.machine.environment import prepare
from tests.machine.workplace import Unprepared


def run(arguments: list[str]) -> int:
    """Prepare the machine, run all checks or what the arguments name; return the exit status."""
    try:
        workplace = prepare()
        ensure_chromium(workplace)
    except Unprepared as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - said to whoever started the tests
        return 1
    return run_tests(workplace, arguments) if arguments else run_checks(workplace)

"""Prepare this machine and run every check: `python3 -m tests`, or `python3 -m tests PATH…`."""

import sys


def main(arguments: list[str]) -> int:
    """Prepare, then run all checks, or these tests only; return the exit status."""
    # An older Python could not even read the files of ours that are imported next.
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        sys.exit("The tests of Caseflow need Python 3.11 or newer: start them with such a python3.")
    from tests.machine import run  # noqa: PLC0415 - see above

    return run.run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

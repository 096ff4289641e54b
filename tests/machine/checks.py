"""Every check of the project, in the order in which a failure is cheapest to learn of."""

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tests.machine.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

# Rooms in which an untried branch could disclose a story.
FULLY_COVERED = ("audit", "consents", "crypto", "keys", "merkle", "policy", "vault")
# The slow tests stand side by side: whoever has done her share takes over of the others’. A third
# one works while two wait for a browser, a database or a clock.
_SHARED_OUT = ("-n", "3", "--dist", "worksteal")
BANDIT = ("bandit", "--quiet", "-ll", "--recursive")  # nothing of medium severity or above


def run_checks(workplace: Workplace) -> int:
    """Run all checks and all tests and return the exit status; no failure stops the rest."""
    failed = _failed_checks(workplace)
    if run_tests(workplace, [*_SHARED_OUT, "--cov", "--cov-branch"]):
        failed.append("pytest")
    rooms = ",".join(f"caseflow/{room}/*" for room in FULLY_COVERED)
    full = ["coverage", "report", "--fail-under=100", f"--include={rooms}"]
    # Quiet when all is well, so that the closing line of pytest stays the last one.
    if not workplace.run(full, quiet=True):
        failed.append("full coverage of the guarding rooms")
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)  # noqa: T201 - the verdict
    return 1 if failed else 0


def run_tests(workplace: Workplace, arguments: list[str]) -> int:
    """Run pytest with these arguments and return the exit status."""
    pytest: list[str | Path] = [workplace.python, "-m", "pytest"]
    cache = f"cache_dir={workplace.caches / 'pytest'}"
    return 0 if workplace.run([*pytest, "-o", cache, *arguments]) else 1


def _failed_checks(workplace: Workplace) -> list[str]:
    """Run all that reads the code alone, two at a time; return what failed."""
    checks = _checks(workplace)
    with ThreadPoolExecutor(max_workers=2) as pair:
        passed = pair.map(lambda command: workplace.run(command, quiet=True), checks.values())
        return [name for name, sound in zip(checks, passed, strict=True) if not _said(name, sound)]


def _checks(workplace: Workplace) -> dict[str, list[str]]:
    # An archive without its .git has no ignore rules: the workplace is named to ruff.
    code = [".", "--extend-exclude", ".venv*"]
    return {
        "ruff check": ["ruff", "check", "--quiet", *code],
        "ruff format": ["ruff", "format", "--check", "--quiet", *code],
        "mypy": ["mypy", "--explicit-package-bases", "--no-error-summary"],
        "import contracts": [
            "lint-imports",
            "--no-logo",
            "--cache-dir",
            str(workplace.caches / "imports"),
        ],
        "bandit": [*BANDIT, "caseflow", "migrations", "wsgi.py"],
        # Makes the tests ready too: else each of those who share them out would do it again.
        "collection": ["pytest", "--collect-only", "-qqq", "-p", "no:cacheprovider"],
    }


def _said(name: str, passed: bool) -> bool:  # noqa: FBT001 - the verdict that is said
    print(f"{name}: {'passed' if passed else 'FAILED'}", flush=True)  # noqa: T201 - progress
    return passed

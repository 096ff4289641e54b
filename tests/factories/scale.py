"""How often a harness repeats itself: little while one works, much before a release."""

import os

VARIABLE = "CASEFLOW_TEST_SCALE"


def scaled(trials: int) -> int:
    """Return the trials of an everyday run times what the environment asks for."""
    return trials * int(os.environ.get(VARIABLE) or "1")

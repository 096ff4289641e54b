"""Find out in which language the person at this terminal reads."""

import os
from collections.abc import Sequence


def reader_language(offered: Sequence[str]) -> str:
    """Return the first offered language unless the locale of the terminal names another one."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        found = os.environ.get(name, "").partition(".")[0].partition("_")[0]
        if found:
            return found if found in offered else offered[0]
    return offered[0]

"""Read how a recovery key is to be shared out, and print its shares."""

import re
from collections.abc import Sequence

import click

from caseflow.cli.say import say

_SHARES = re.compile(r"(\d{1,2})-of-(\d{1,2})", re.ASCII)


def read_sharing(text: str) -> tuple[int, int]:
    """Return how many of how many shares are needed; raises BadParameter for another form."""
    found = _SHARES.fullmatch(text)
    if found is None:
        raise click.BadParameter("write it like 3-of-5", param_hint="--recovery-shares")
    return int(found[1]), int(found[2])


def shares_said(shares: Sequence[str]) -> list[str]:
    """Return the lines of all shares, each under its number."""
    lines: list[str] = []
    for number, share in enumerate(shares, 1):
        lines += ["", say("{number} of {made}", number=number, made=len(shares)), share]
    return lines

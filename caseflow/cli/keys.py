"""`caseflow keys`: look at the keys from outside and of the units, and put new ones in their place.

Each verb has a file of its own and is added to these groups in `caseflow.cli.program`.
"""

import click


@click.group()
def keys() -> None:
    """Look at the keys, or put new ones in their place."""


@keys.group()
def rotate() -> None:
    """Put a new key in the place of another; whatever lies under it follows."""

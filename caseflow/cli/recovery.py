"""`caseflow recovery`: what is done with the printed shares of the recovery key."""

import click


@click.group()
def recovery() -> None:
    """Open a unit by the recovery shares, or make new shares.

    Each verb has a file of its own and is added to this group in `caseflow.cli.program`.
    """

"""`caseflow openapi`: print the description of the interface for programs."""

import click

from caseflow.cli.handed import Handed, pass_handed


@click.command()
@pass_handed
def openapi(handed: Handed) -> None:
    """Print the OpenAPI document of the interface under /api/v1.

    Example: caseflow openapi > caseflow.json
    """
    click.echo(handed.interface())

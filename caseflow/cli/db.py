"""`caseflow db`: bring the tables up, down, or look where they stand."""

from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.operations.migrate import downgrade, standing, upgrade
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.sentences import Sentence

if TYPE_CHECKING:
    from caseflow.operations.migrate import Standing


@click.group()
def db() -> None:
    """Bring the tables of the database up or down."""


@db.command("upgrade")
@pass_handed
def upgrade_tables(handed: Handed) -> None:
    """Run every migration that the database lacks.

    Example: caseflow db upgrade
    """
    settings = handed.settings()
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    _say(upgrade(settings.database_url))


@db.command("downgrade")
@click.argument("revision", default="-1")
@pass_handed
def downgrade_tables(handed: Handed, revision: str) -> None:
    """Take migrations back to REVISION (left out: the last one).

    Back up first: what the newer tables alone can hold is lost.

    Example: caseflow db downgrade 0001
    """
    _say(downgrade(handed.settings().database_url, revision))


@db.command("check")
@pass_handed
def check_tables(handed: Handed) -> None:
    """Say whether the database stands where this program needs it.

    Example: caseflow db check
    """
    found = standing(handed.settings().database_url)
    if not found.agrees:
        raise OperatorError(
            "The database stands at migration {current}, this program needs {needed}. Run: "
            "caseflow db upgrade",
            current=found.current or Sentence("none"),
            needed=found.needed,
        )
    _say(found)


def _say(found: "Standing") -> None:
    current = found.current or Sentence("none")
    click.echo(say("The database stands at migration {current}.", current=current))

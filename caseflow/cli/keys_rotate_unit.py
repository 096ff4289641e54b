"""`caseflow keys rotate unit`: give a unit a new key, and turn its drawers at once if wanted."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.acting import Acting, Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.cli.shown_progress import shown_progress
from caseflow.identity import rotate_unit
from caseflow.operations.turn_drawers import drawers_behind, turn_some
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from uuid import UUID


@click.command("unit")
@click.argument("slug")
@click.option("--turn-drawers", is_flag=True, help="Turn all drawers now, not at their next write.")
@click.option("--resume", is_flag=True, help="Make no new key; go on where a command was stopped.")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def unit(  # noqa: PLR0913 - one for each option
    handed: Handed,
    slug: str,
    email: str,
    password_file: Path | None,
    *,
    turn_drawers: bool,
    resume: bool,
    as_json: bool,
) -> None:
    """Give the unit SLUG a new key; a lead of it does it, or an officer for oversight.

    What lies under the former key goes on working. Drawers turn at their next write, or now. Killed
    anywhere, everything opens; --resume turns what is left.

    Example: caseflow keys rotate unit beratung --turn-drawers --as leitung@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        if not someone.act_in(slug):
            raise OperatorError("You do not belong to the unit {slug}.", slug=slug)
        version = None if resume else must(someone.do(rotate_unit))
        turned = turn_all(someone) if turn_drawers or resume else 0
        left = someone.do(drawers_behind)
    if as_json:
        click.echo(json.dumps({"unit": slug, "version": version, "turned": turned, "left": left}))
        return
    if version is not None:
        click.echo(
            say("The unit {slug} has a new key, version {version}.", slug=slug, version=version)
        )
    click.echo(
        say("Drawers turned: {turned}; left to their next write: {left}.", turned=turned, left=left)
    )


def turn_all(someone: Acting) -> int:
    """Turn every drawer of her unit that waits for it; return how many turned.

    Each call is a request of its own, so that her session does not lapse on the way.
    """
    whole, seen, turned = someone.do(drawers_behind), 0, 0
    last: UUID | None = None
    with shown_progress(say("Turning drawers")) as told:
        while True:
            some = someone.do(turn_some, last)
            seen, turned, last = seen + some.looked_at, turned + some.turned, some.last
            told(seen, max(whole, seen))
            if last is None:
                return turned

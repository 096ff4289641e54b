"""`caseflow recovery renew`: new recovery shares, printed once, when one was lost."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.cli.sharings import read_sharing, shares_said
from caseflow.operations.list_recovery import to_follow
from caseflow.operations.renew_recovery import renew_recovery
from caseflow.vocabulary.actors import Role

if TYPE_CHECKING:
    from caseflow.operations.renew_recovery import Renewed


@click.command("renew")
@click.option("--recovery-shares", default="3-of-5", show_default=True, metavar="K-of-N")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def renew(
    handed: Handed, email: str, password_file: Path | None, *, recovery_shares: str, as_json: bool
) -> None:
    """Make new recovery shares: one was lost, or somebody who kept one has left.

    An officer does it, and all officers see it as an alarm. Each unit follows at the next request
    of a member, or by `caseflow settle --as`. What has followed opens to the former shares no
    more; `caseflow keys list` says how much is left.

    Example: caseflow recovery renew --as datenschutz@example.org
    """
    needed, made = read_sharing(recovery_shares)
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.OFFICER)
        renewed = must(someone.do(renew_recovery, needed, made))
    click.echo(_object(renewed) if as_json else _text(renewed, needed))


def _object(renewed: "Renewed") -> str:
    told = {
        "recovery_shares": list(renewed.shares),
        "units_left": renewed.units,
        "drawers_left": renewed.drawers,
    }
    return json.dumps(told)


def _text(renewed: "Renewed", needed: int) -> str:
    made = len(renewed.shares)
    head = say(
        "The recovery shares: any {needed} of these {made} open everything, so keep each in "
        "another safe. They are printed once and kept nowhere.",
        needed=needed,
        made=made,
    )
    left = say(to_follow(renewed.units, renewed.drawers))
    return "\n".join([head, *shares_said(renewed.shares), "", left])

"""`caseflow audit prune`: take the bytes of entries whose own retention is over."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.oversight import PruneReport, PruneStep, prune_log
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Done, Reason, Refused

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work


@click.command("prune")
@click.option("--dry-run", is_flag=True, help="Only say how many would go.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@as_someone
@pass_handed
def prune(
    handed: Handed, email: str, password_file: Path | None, *, dry_run: bool, as_json: bool
) -> None:
    """Take the bytes of entries whose own retention is over; their hashes stay in the tree.

    Two officers do it: the first one's command proposes it, another one's within two weeks prunes.
    Nothing goes that no witness has seen, that is about a client who still has a record, or that
    ended something that still stands in the database. The log verifies as before.

    Example: caseflow audit prune --dry-run --as datenschutz@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.OFFICER)
        report = must(someone.do(_pruned, dry_run=dry_run))
    if as_json:
        since = None if report.before is None else report.before.isoformat()
        counts = {"pruned": report.pruned, "looked_at": report.looked_at}
        click.echo(json.dumps({"state": report.step.value, "before": since, **counts}))
    else:
        click.echo("\n".join(_lines(report)))


def _lines(report: PruneReport) -> list[str]:
    counts = {"pruned": report.pruned, "looked_at": report.looked_at}
    if report.step is PruneStep.PRUNED:
        return [say("{pruned} of {looked_at} entries pruned", **counts)]
    lines = [say("{pruned} of {looked_at} entries would be pruned", **counts)]
    if report.step is PruneStep.PROPOSED:
        lines.append(say("Proposed; another officer has to run this within two weeks."))
    return lines


def _pruned(work: "Work", who: Actor | Person, *, dry_run: bool) -> Done[PruneReport] | Refused:
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    return prune_log(work, who, dry_run=dry_run)

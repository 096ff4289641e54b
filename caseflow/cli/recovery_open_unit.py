"""`caseflow recovery open-unit`: let enough shares admit somebody to a unit that nobody opens."""

from pathlib import Path

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.passwords import read_private
from caseflow.cli.say import say
from caseflow.cli.sentences import ROLES, must, problems_said
from caseflow.operations.open_by_recovery import (
    Candidate,
    admit_by_recovery,
    find_candidate,
    open_by_recovery,
    shares_needed,
)
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.sentences import Sentence


@click.command("open-unit")
@click.argument("slug")
@click.option("--admit", "email", required=True, metavar="EMAIL", help="Who is admitted.")
@click.option(
    "--shares-file",
    type=click.Path(path_type=Path),
    help="File with one share in each line; left out: they are typed, one by one.",
)
@click.option(
    "--words-compared", is_flag=True, help="Her six words were compared before: no asking."
)
@pass_handed
def open_unit(
    handed: Handed, slug: str, email: str, shares_file: Path | None, *, words_compared: bool
) -> None:
    """Open the unit SLUG by enough recovery shares, and admit one person to it.

    She becomes its lead, or an officer in oversight; who is a member already stays what she is. The
    officers see it in the log as an alarm, and a try that fails too. The key itself is never shown.

    Example: caseflow recovery open-unit beratung --admit anna@example.org
    """
    with opened(handed) as installation, work_of(installation) as work:
        who = find_candidate(work, slug, email)
        work.finish()  # nobody waits for the database while shares are typed
        if isinstance(who, Invalid):
            raise OperatorError(problems_said(who.problems))
        shares = _from_file(shares_file) if shares_file else _typed()
        must(open_by_recovery(work, shares, who))
        if not (words_compared or _compared(who)):
            raise OperatorError("Nobody was admitted; the officers see that the unit was opened.")
        admit_by_recovery(work, who)
        work.finish()
    told = say(
        "{name} belongs to {slug} now, as {role}. Clear the screen and put the shares back.",
        name=who.name,
        slug=slug,
        role=say(ROLES[who.role]),
    )
    click.echo(told)


def _compared(who: Candidate) -> bool:
    told = say("The six words of {name}: {words}", name=who.name, words=" ".join(who.six_words))
    click.echo(told, err=True)
    asked = say("Has she read you the same words, in person or by a voice that you know?")
    return click.confirm(asked, err=True)


def _from_file(file: Path) -> list[str]:
    unreadable = Sentence("The file of shares {file} cannot be read.", {"file": file})
    text = read_private(file, unreadable)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _typed() -> list[str]:
    """Ask for one share after another until they are enough; a mistyped one is asked again."""
    shares: list[str] = []
    while True:
        asked = say("Share {number}", number=len(shares) + 1)
        share = " ".join(click.prompt(asked, err=True, type=str).lower().split())
        missing = shares_needed([*shares, share])
        if isinstance(missing, Problem):
            click.echo(problems_said([missing]), err=True)
            continue
        shares.append(share)
        if not missing:
            return shares

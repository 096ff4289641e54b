"""`caseflow settle`: do at night what has ended by time, and what waits for somebody's keys."""

import json
from pathlib import Path

import click

from caseflow.cli.acting import Acting, Login, acting, code_option
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.passwords import password_file
from caseflow.cli.say import say
from caseflow.cli.shown_progress import shown_progress
from caseflow.operations.settle_in_bulk import left, settle_by_time, settle_own, waiting


@click.command("settle")
@click.option("--dry-run", is_flag=True, help="Say what is due, and do nothing.")
@click.option("--as", "email", metavar="EMAIL", help="Also what waits for the keys of her units.")
@code_option
@password_file
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def settle(
    handed: Handed,
    email: str | None,
    password_file: Path | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take back the keys of what has ended by time; meant for every night, from cron.

    It needs no key and nobody's password: ended consents, emergencies and exceptions, frozen copies
    whose days are over, unanswered handovers, tokens that have run out. Policy has closed all of it
    at its instant. With --as also what waits for the keys of somebody's units: drawers that turn,
    keys promised to others, cards, whatever hangs on former recovery shares. Killed anywhere, the
    next call goes on.

    Example: caseflow settle --dry-run
    """
    with opened(handed) as installation, work_of(installation) as work:
        before = waiting(work)
        work.finish()
        done = dict.fromkeys(before, 0)
        if not dry_run:
            with shown_progress(say("Settling")) as told:
                done = settle_by_time(work, told)
    own = _own(handed, Login(email, password_file)) if email and not dry_run else 0
    stays = left(before, done)
    if as_json:
        click.echo(json.dumps({"due": before, "settled": done, "left": stays, "own": own}))
        return
    for name, number in (before if dry_run else done).items():
        if number:
            click.echo(f"{say(KINDS[name])}: {number}")
    click.echo(say("Settled: {done}; left: {left}.", done=sum(done.values()) + own, left=stays))


KINDS = {
    "consents": "ended consents",
    "majorities": "consents that ended with a majority",
    "emergencies": "ended emergencies",
    "exceptions": "ended lawful exceptions",
    "copies": "frozen copies",
    "handovers": "unanswered handovers",
}


def _own(handed: Handed, login: Login) -> int:
    """Do what waits for the keys of all her units; each call is a request of its own."""
    with acting(handed, login) as someone:
        return sum(_of_unit(someone) for _ in someone.each_unit())


def _of_unit(someone: Acting) -> int:
    done = 0
    while some := someone.do(settle_own):
        done += some
    return done

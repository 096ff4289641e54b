"""`caseflow audit export`: write the whole log into a file, in the session of an officer."""

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.cli.shown_progress import shown_progress
from caseflow.oversight import LogForm, export_log
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.fhir import Release

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.database.unit_of_work import Work

_FORMS = ("jsonl", "fhir", "csv")
_RELEASES = [release.value for release in Release]


@click.command("export")
@click.option("--format", "form", type=click.Choice(_FORMS), required=True, help="Of the file.")
@click.option("--fhir-version", type=click.Choice(_RELEASES), default=_RELEASES[0])
@click.option(
    "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="The file."
)
@as_someone
@pass_handed
def export(
    handed: Handed,
    email: str,
    password_file: Path | None,
    *,
    form: str,
    fhir_version: str,
    output: TextIO,
) -> None:
    """Write every entry of the log, the oldest first, to the terminal or into a file.

    JSON Lines, a FHIR bundle of AuditEvents, or CSV in which nothing is a formula. The export is
    an entry of the log itself.

    Example: caseflow audit export --format csv --as datenschutz@example.org > log.csv
    """
    chosen = LogForm(f"fhir-{fhir_version}" if form == "fhir" else form)
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.OFFICER)
        with shown_progress(say("Writing the log")) as progress:
            must(someone.do(_exported, chosen, output.write, progress))


def _exported(
    work: "Work",
    who: Actor | Person,
    form: LogForm,
    write: "Callable[[str], object]",
    progress: "Callable[[int, int], None]",
) -> Disclosed[int] | Refused:
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    return export_log(work, who, form, write, progress)

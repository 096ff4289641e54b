"""`caseflow processing-record`: write the record of processing, in the session of an officer."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.paper_options import paper_options, voice_for
from caseflow.cli.sentences import must
from caseflow.http.papers.record_paper import record_paper
from caseflow.http.papers.shown_record import shown_record
from caseflow.oversight import ProcessingRecord, processing_record
from caseflow.paper import make_pdf
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Disclosed, Reason, Refused

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work


@click.command("processing-record")
@paper_options
@as_someone
@pass_handed
def record(
    handed: Handed,
    email: str,
    password_file: Path | None,
    *,
    form: str,
    language: str,
    output: BinaryIO,
) -> None:
    """Write the record of processing from what is configured (Art. 30 GDPR).

    What is missing in [contact] of provider.toml is named in it.

    Example: caseflow processing-record --as olga@example.org --format pdf --output record.pdf
    """
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.OFFICER)
        answer = someone.do(_recorded)
        voice = someone.do(voice_for, language)
    shown = shown_record(must(answer), voice)
    if form == "pdf":
        output.write(make_pdf(record_paper(shown, voice)))
    else:
        written = json.dumps(shown, ensure_ascii=False, indent=2, default=str)
        output.write(f"{written}\n".encode())


def _recorded(work: "Work", who: Actor | Person) -> Disclosed[ProcessingRecord] | Refused:
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    return processing_record(work, who)

"""`caseflow export client`: make the copy of a client's record, in the session of her unit."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.paper_options import her_voice_for, paper_options
from caseflow.cli.sentences import must
from caseflow.http.papers.copy_paper import copy_paper
from caseflow.identity import list_units
from caseflow.paper import make_pdf
from caseflow.records import search_clients
from caseflow.subject_rights import export_client
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Collection

    from caseflow.database.unit_of_work import Work


@click.group()
def export() -> None:
    """Hand out what is kept of somebody."""


@export.command("client")
@click.argument("client_code", metavar="CODE")
@click.option("--unit", metavar="SLUG", help="For members of several units: which one acts.")
@click.option("--release", multiple=True, metavar="ID", help="An entry, step or question.")
@click.option("--reason", default="", help="Why, where her case is closed.")
@paper_options
@as_someone
@pass_handed
def client(  # noqa: PLR0913 - one for each option
    handed: Handed,
    client_code: str,
    email: str,
    password_file: Path | None,
    *,
    unit: str | None,
    release: tuple[str, ...],
    reason: str,
    form: str,
    language: str,
    output: BinaryIO,
) -> None:
    """Write the copy of what the unit holds of the client CODE (Art. 15, 20 GDPR).

    What may speak of other persons is left out; read it, and release what does not with --release.

    Example: caseflow export client K7M2-QX9R-4TVW-8HNC-5E --as anna@example.org --format pdf
    """
    with acting(handed, Login(email, password_file)) as someone:
        if unit is None:
            someone.act_as(Role.CASEWORKER, Role.LEAD)
        elif not someone.act_in(unit):
            raise OperatorError(
                "You do not belong to a unit {unit}; caseflow unit list names them.", unit=unit
            )
        answer = someone.do(_copied, client_code, release, reason)
        units = someone.do(_slugs)
        voice = someone.do(her_voice_for, language)
    if answer == Refused(Reason.REASON_NEEDED):
        raise OperatorError("Her case is closed; say with --reason why you open it.")
    copy = must(answer)
    if form == "pdf":
        output.write(make_pdf(copy_paper(copy, voice, units)))
    else:
        output.write(f"{json.dumps(copy, ensure_ascii=False, indent=2)}\n".encode())


def _copied(
    work: "Work", who: Actor | Person, code: str, release: "Collection[str]", reason: str
) -> "Disclosed[Mapping[str, Any]] | Refused":
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    found = search_clients(work, who, code, closed=True)
    if isinstance(found, Refused):
        return found
    typed = _plain(code)
    ids = [each.client for each in found.value.clients if _plain(each.code) == typed]
    if not ids:
        raise OperatorError("No client of this unit has the code {code}.", code=code)
    return export_client(work, who, ids[0], release, reason)


def _slugs(work: "Work", _who: Actor | Person) -> Mapping[str, str]:
    return {unit.slug: unit.name for unit in list_units(work)}


def _plain(code: str) -> str:
    return "".join(filter(str.isalnum, code.upper()))

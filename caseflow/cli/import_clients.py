"""`caseflow import clients`: take in the clients of a provider's present spreadsheet."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from caseflow.cli.acting import Acting, Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.import_report import ImportReport
from caseflow.cli.import_rows import import_rows, member_only
from caseflow.cli.import_sentences import problem_sentence
from caseflow.cli.reader_language import reader_language
from caseflow.cli.sentences import must
from caseflow.identity import memberships
from caseflow.records.imports import (
    Layout,
    may_import,
    mend_file,
    read_file,
    read_layout,
    read_mapping,
)
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from caseflow.database.unit_of_work import Work
    from caseflow.records.imports import Row
    from caseflow.vocabulary.configuration import Configuration
    from caseflow.vocabulary.questions.catalogue import Catalogue

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import")
def import_() -> None:
    """Take in what a provider has kept elsewhere."""


@import_.command("clients")
@click.argument("file", type=_FILE)
@click.option("--dry-run", "try_only", is_flag=True, help="Say what would happen, write nothing.")
@click.option("--unit", help="Slug of the unit; needed where you belong to several.")
@click.option("--mapping", type=_FILE, help="TOML file; left out: FILE.toml, if it is there.")
@click.option("--sheet", help="Of a workbook; left out: the first one that shows.")
@click.option("--language", help="Of the sentences; left out: that of the terminal.")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def clients(  # noqa: PLR0913 - one for each option
    handed: Handed,
    context: click.Context,
    file: Path,
    email: str,
    password_file: Path | None,
    *,
    try_only: bool,
    unit: str | None,
    mapping: Path | None,
    sheet: str | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Import the clients in FILE, a workbook (.xlsx) or CSV, into a unit that you lead.

    The first row says what the columns are: `#caseflow`, then a key for each column, such as
    client_name, birth_date, residence_title.until, entry:note:violence, entry:note:violence:day,
    told_on, anonymous, or - to leave the column out. Notes and further rows that begin with # are
    left out. Or a TOML file beside it maps the headings to keys, in a table [columns].

    Of a workbook one sheet is read. What is merged counts for its first cell, formulas give the
    result that was saved with them; one with a password, with macros or of the old kind (.xls) is
    not taken.

    Each line is imported whole or not at all, and once: the same file again changes nothing. What
    is wrong with a line is said, and the line is written to a CSV file that can be mended and
    imported.

    Example: caseflow import clients liste.xlsx --dry-run --as leitung@example.org
    """
    configuration = handed.read_configuration(handed.settings().config_dir)
    spoken = language or reader_language(configuration.languages)
    complain = partial(_complain, spoken, configuration.catalogue)
    rows = read_file(file.read_bytes(), sheet)
    if isinstance(rows, Problem):
        complain((rows,))
    layout = _layout(rows, mapping or file.with_name(f"{file.name}.toml"), configuration, complain)
    report = ImportReport(layout, configuration.catalogue, spoken)
    with acting(handed, Login(email, password_file)) as someone:
        _enter(someone, unit)
        import_rows(someone, report, try_only=try_only)
    to_mend = None if try_only or not report.bad else _write(file, mend_file(layout, report.bad))
    click.echo(report.json(to_mend) if as_json else report.text(to_mend))
    if report.bad:
        click.echo(f"caseflow: {report.verdict()}", err=True)
        context.exit(1)


def _layout(
    rows: "tuple[Row, ...]",
    mapping: Path,
    configuration: "Configuration",
    complain: "Callable[[tuple[Problem, ...]], NoReturn]",
) -> Layout:
    keys = _keys(mapping)
    if isinstance(keys, Problem):
        complain((keys,))
    layout = read_layout(rows, keys, configuration.catalogue, configuration.categories)
    if isinstance(layout, tuple):
        complain(layout)
    return layout


def _keys(mapping: Path) -> "Mapping[str, str] | Problem | None":
    return read_mapping(mapping.read_bytes()) if mapping.is_file() else None


def _complain(language: str, catalogue: "Catalogue", problems: tuple[Problem, ...]) -> NoReturn:
    raise OperatorError(" ".join(problem_sentence(each, language, catalogue) for each in problems))


def _enter(someone: Acting, unit: str | None) -> None:
    """Act in the unit that is named, or in the only one; a lead's role is asked for there."""
    if unit is not None and not someone.act_in(unit):
        raise OperatorError(
            "You do not belong to a unit {unit}; caseflow unit list names them.", unit=unit
        )
    held = someone.do(_slugs)
    if held:
        raise OperatorError(
            "You belong to several units; name one with --unit: {known}", known=", ".join(held)
        )
    must(someone.do(member_only(may_import)))


def _slugs(work: "Work", who: Actor | Person) -> list[str]:
    """Return the units that she has yet to choose from."""
    if isinstance(who, Actor):
        return []
    return [each.unit.slug for each in memberships(work, who.staff)]


def _write(file: Path, lines: bytes) -> Path:
    """Write the lines beside the file, over nothing that is there, and return where."""
    stem = file.stem.partition("-to-mend")[0]
    number = 1
    while True:
        mend = file.with_name(f"{stem}-to-mend{'' if number == 1 else f'-{number}'}.csv")
        try:
            place = os.open(mend, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if mend != file and mend.read_bytes() == lines:
                return mend
            number += 1
        else:
            with os.fdopen(place, "wb") as out:
                out.write(lines)
            return mend

"""`caseflow restore`: bring an installation back from a backup, or look whether that would work."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.restore_report import checked_text, restored_object, restored_text
from caseflow.cli.say import say
from caseflow.cli.shown_progress import shown_progress
from caseflow.operations.backups.check_backup import check_backup
from caseflow.operations.backups.fill_tables import refuse_unless_empty
from caseflow.operations.backups.found_backup import find_backup
from caseflow.operations.backups.replay import witness_at
from caseflow.operations.backups.restore import Target, restore, restore_content
from caseflow.operations.engine_at import engine_at
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.migrate import connected, upgrade
from caseflow.oversight import verify_at_console
from caseflow.vocabulary.clock import SystemClock

if TYPE_CHECKING:
    from caseflow.operations.backups.found_backup import FoundBackup

_PLACE = click.Path(exists=True, path_type=Path)


@click.command("restore")
@click.option(
    "--from", "place", type=_PLACE, required=True, help="Folder (its newest backup) or manifest."
)
@click.option("--verify", "look_only", is_flag=True, help="Check the backup and write nothing.")
@click.option("--witness", type=_PLACE, help="The officer's witness file.")
@click.option("--content-only", is_flag=True, help="Without keys: out of this nothing opens.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def restore_(  # noqa: PLR0913 - one for each option
    handed: Handed,
    context: click.Context,
    place: Path,
    witness: Path | None,
    *,
    look_only: bool,
    content_only: bool,
    as_json: bool,
) -> None:
    """Restore a backup into an empty database, all of it or nothing, and verify the log.

    What ended after the backup is ended again by the witness file. Without one, sharing is
    suspended until an officer confirms on her page that she has compared.

    Example: caseflow restore --from /var/backups/caseflow --witness witness.json
    """
    found = find_backup(place)
    if look_only:
        context.exit(_look(handed, found, as_json=as_json))
    if content_only:
        context.exit(_content(handed, found))
    context.exit(_all(handed, found, witness, as_json=as_json))


def _look(handed: Handed, found: "FoundBackup", *, as_json: bool) -> int:
    outside = _outside(handed)
    with shown_progress(say("Checking the backup")) as progress:
        checked = check_backup(found, outside, lambda rows: progress(rows, 0))
    told = {
        "sound": checked.sound,
        "rows": checked.rows,
        "broken_seals": checked.broken_count,
        "log_agrees": checked.log_agrees,
    }
    click.echo(json.dumps(told) if as_json else checked_text(found, checked))
    return 0 if checked.sound else 1


def _content(handed: Handed, found: "FoundBackup") -> int:
    with _target(handed) as target:
        rows = restore_content(target, found)
        click.echo(
            say("Restored {rows} rows of content; without keys, nothing of it opens.", rows=rows)
        )
    return 0


def _all(handed: Handed, found: "FoundBackup", witness: Path | None, *, as_json: bool) -> int:
    seen = None if witness is None else witness_at(witness)
    with _target(handed) as target, shown_progress(say("Restoring")) as progress:
        restored = restore(target, found, seen, lambda rows: progress(rows, 0))
    with opened(handed) as installation, work_of(installation) as work:
        report = verify_at_console(work)
    told = restored_object(found, restored, report)
    click.echo(json.dumps(told) if as_json else restored_text(found, restored, report))
    return 0 if report.verified and restored.checked.sound else 1


@contextmanager
def _target(handed: Handed) -> Iterator[Target]:
    """Yield the database to restore into, with its tables made."""
    settings, outside = handed.settings(), _outside(handed)
    configuration = handed.read_configuration(settings.config_dir)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with connected(settings.database_url) as connection:
        refuse_unless_empty(connection)  # first, for what is in it is not to be migrated either
    upgrade(settings.database_url)
    with engine_at(settings.database_url) as engine:
        yield Target(engine, outside, configuration, SystemClock())


def _outside(handed: Handed) -> OutsideKeys:
    settings = handed.settings()
    return OutsideKeys(
        settings.needed_root_key(),
        settings.trustee_key,
        former_root=settings.former_root_key,
        former_trustee=settings.former_trustee_key,
    )

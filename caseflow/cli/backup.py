"""`caseflow backup`: write content, and keys and links, as two files of one instant."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened
from caseflow.cli.say import say
from caseflow.cli.shown_progress import shown_progress
from caseflow.operations.backups.make_backup import make_backup

if TYPE_CHECKING:
    from caseflow.operations.backups.make_backup import Made


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder; made if it is not there.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def backup(handed: Handed, folder: Path, *, as_json: bool) -> None:
    """Back the whole installation up while it runs, into three files that open nothing.

    The root key and the trustee secret are not in it: keep them elsewhere. The file of keys and
    links is deleted by the first backup into the same folder after its time is over, so that an
    erased client does not come back; copies of it elsewhere are yours to delete.

    Example: caseflow backup --to /var/backups/caseflow
    """
    with opened(handed) as installation, shown_progress(say("Writing the backup")) as progress:
        made = make_backup(
            installation,
            handed.settings().database_url,
            folder,
            lambda rows: progress(rows, 0),
        )
    click.echo(_object(made) if as_json else _text(made))


def _object(made: "Made") -> str:
    said = made.manifest
    return json.dumps(
        {
            "backup": str(said.id),
            "manifest": str(made.place),
            "content": said.content.file,
            "keys": said.keys.file,
            "keys_until": said.keys_until.isoformat(),
            "log_size": said.log_size,
            "log_root": said.log_root,
            "deleted": list(made.deleted),
        }
    )


def _text(made: "Made") -> str:
    said = made.manifest
    lines = [
        say(
            "Backed up: {file}, with the log at {size} entries.",
            file=made.place.name,
            size=said.log_size,
        ),
        say(
            "{file} is to be deleted on {day}; the first backup into this folder after that does "
            "it.",
            file=said.keys.file,
            day=said.keys_until.date().isoformat(),
        ),
    ]
    lines += [say("Deleted, for its time was over: {file}", file=name) for name in made.deleted]
    return "\n".join(lines)

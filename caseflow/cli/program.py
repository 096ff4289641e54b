"""Put the commands together, and turn every failure into one sentence and an exit code."""

from collections.abc import Sequence

import click

from caseflow.cli.audit import audit
from caseflow.cli.audit_export import export
from caseflow.cli.audit_prune import prune
from caseflow.cli.audit_witness import witness
from caseflow.cli.backup import backup
from caseflow.cli.db import db
from caseflow.cli.demo.demo import demo
from caseflow.cli.doctor import doctor
from caseflow.cli.export_client import export as export_
from caseflow.cli.handed import Handed
from caseflow.cli.import_clients import import_
from caseflow.cli.init import init
from caseflow.cli.keys import keys, rotate
from caseflow.cli.keys_list import list_keys
from caseflow.cli.keys_rotate_outside import root, trustee
from caseflow.cli.keys_rotate_unit import unit as rotate_unit
from caseflow.cli.openapi import openapi
from caseflow.cli.processing_record import record
from caseflow.cli.recovery import recovery
from caseflow.cli.recovery_open_unit import open_unit
from caseflow.cli.recovery_renew import renew
from caseflow.cli.restore import restore_
from caseflow.cli.retention import retention
from caseflow.cli.say import say
from caseflow.cli.sentences import failure_said
from caseflow.cli.serve import serve
from caseflow.cli.settle import settle
from caseflow.cli.unit import unit
from caseflow.cli.user import user
from caseflow.vocabulary.errors import CaseflowError

COMMANDS: tuple[click.Command, ...] = (
    audit,
    backup,
    db,
    demo,
    doctor,
    export_,
    import_,
    init,
    keys,
    openapi,
    record,
    restore_,
    retention,
    recovery,
    serve,
    settle,
    unit,
    user,
)
DONE, REFUSED = 0, 1


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit code: 0 done, 1 refused or found something wrong, 2 wrong usage.",
)
@click.version_option(package_name="caseflow")
def program() -> None:
    """Caseflow, the record service whose keys follow the consents.

    Settings come from the environment; `caseflow doctor` lists them.
    """


for _command in COMMANDS:
    program.add_command(_command)
audit.add_command(export)
audit.add_command(prune)
audit.add_command(witness)
keys.add_command(list_keys)
rotate.add_command(root)
rotate.add_command(trustee)
rotate.add_command(rotate_unit)
recovery.add_command(open_unit)
recovery.add_command(renew)


def run(handed: Handed, arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a failure is one sentence on stderr."""
    try:
        found = program.main(arguments, "caseflow", standalone_mode=False, obj=handed)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo(f"caseflow: {say('stopped; what was done before stays.')}", err=True)
        return REFUSED
    except (CaseflowError, OSError) as error:
        click.echo(f"caseflow: {failure_said(error)}", err=True)
        return REFUSED
    # in this mode, click returns the code of `context.exit(code)` instead of exiting
    return found if isinstance(found, int) else DONE

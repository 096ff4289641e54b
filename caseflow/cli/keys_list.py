"""`caseflow keys list`: keys from outside in their versions, those under them, and recovery."""

import json
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.say import say
from caseflow.operations.list_outside import list_inside, list_outside, to_be_done
from caseflow.operations.list_recovery import list_recovery
from caseflow.vocabulary.clock import instant_text

if TYPE_CHECKING:
    from caseflow.operations.list_outside import InsideKey, OutsideVersion
    from caseflow.operations.list_recovery import RecoveryKey
    from caseflow.vocabulary.sentences import Sentence


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def list_keys(handed: Handed, *, as_json: bool) -> None:
    """List root and trustee secret in their versions, what lies under each, and the server's keys.

    No key is printed: ids alone.

    Example: caseflow keys list --json
    """
    with opened(handed) as installation, work_of(installation) as work:
        found = (list_outside(work), list_inside(work), list_recovery(work), to_be_done(work))
    click.echo(json.dumps(_object(*found)) if as_json else _text(*found))


def _object(
    outside: "list[OutsideVersion]",
    inside: "list[InsideKey]",
    recovery: "RecoveryKey",
    due: "Sentence | None",
) -> dict[str, object]:
    return {
        "outside": [
            {
                "key": each.what.value,
                "version": each.version,
                "key_id": each.key_id.hex(),
                "since": instant_text(each.since),
                "rows": each.rows,
                "finished": each.finished,
            }
            for each in outside
        ],
        "inside": [
            {
                "key": each.name,
                "version": each.version,
                "key_id": each.key_id.hex(),
                "since": instant_text(each.since),
            }
            for each in inside
        ],
        "recovery": {
            "key_id": recovery.key_id.hex(),
            "shares": recovery.shares,
            "units_left": recovery.units,
            "drawers_left": recovery.drawers,
        },
        "due": None if due is None else say(due),
    }


def _text(
    outside: "list[OutsideVersion]",
    inside: "list[InsideKey]",
    recovery: "RecoveryKey",
    due: "Sentence | None",
) -> str:
    lines = [
        say(
            "{what}, version {version}: {key_id}, since {since}, {rows} keys lie under it",
            what=each.what.value,
            version=each.version,
            key_id=each.key_id.hex(),
            since=instant_text(each.since),
            rows=each.rows,
        )
        for each in outside
    ]
    lines += [
        say(
            "{what}, version {version}: {key_id}, since {since}",
            what=each.name,
            version=each.version,
            key_id=each.key_id.hex(),
            since=instant_text(each.since),
        )
        for each in inside
    ]
    lines.append(
        say(
            "recovery: {key_id}, shares {shares}; former shares still open {units} units and "
            "{drawers} drawers",
            key_id=recovery.key_id.hex(),
            shares=recovery.shares,
            units=recovery.units,
            drawers=recovery.drawers,
        )
    )
    return "\n".join(lines if due is None else [*lines, say(due)])

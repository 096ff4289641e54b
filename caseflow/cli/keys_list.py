"""`caseflow keys list`: the keys from outside in their versions, and those under them."""

import json
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.say import say
from caseflow.operations.list_outside import list_inside, list_outside, to_be_done
from caseflow.vocabulary.clock import instant_text

if TYPE_CHECKING:
    from caseflow.operations.list_outside import InsideKey, OutsideVersion
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
        outside, inside, due = list_outside(work), list_inside(work), to_be_done(work)
    click.echo(
        json.dumps(_object(outside, inside, due)) if as_json else _text(outside, inside, due)
    )


def _object(
    outside: "list[OutsideVersion]", inside: "list[InsideKey]", due: "Sentence | None"
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
        "due": None if due is None else say(due),
    }


def _text(
    outside: "list[OutsideVersion]", inside: "list[InsideKey]", due: "Sentence | None"
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
    return "\n".join(lines if due is None else [*lines, say(due)])

"""`caseflow keys rotate root` and `trustee`: whatever lies under a key from outside follows it."""

import json
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened
from caseflow.cli.say import say
from caseflow.cli.shown_progress import shown_progress
from caseflow.operations.rotate_outside import NoRotation, Outside, Rotated, rotate_outside
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id

SETTINGS: Mapping[Outside, str] = MappingProxyType(
    {Outside.ROOT: "ROOT_KEY", Outside.TRUSTEE: "TRUSTEE_KEY"}
)
NO_ROTATION: Mapping[NoRotation, str] = MappingProxyType(
    {
        NoRotation.KEY_MISSING: "There is no key in CASEFLOW_{name}: nothing was changed.",
        NoRotation.NOTHING_NEW: "The key in CASEFLOW_{name} counts already, and nothing lies under "
        "another. Give the new one as CASEFLOW_{name} and this one as CASEFLOW_{name}_FORMER.",
        NoRotation.FORMER_MISSING: "A rotation is not finished: give the key that counted before "
        "as CASEFLOW_{name}_FORMER, and repeat the command.",
        NoRotation.UNFINISHED: "The rotation before is not finished: give its two keys again and "
        "finish it first.",
    }
)


@click.command("root")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def root(handed: Handed, context: click.Context, *, as_json: bool) -> None:
    """Wrap everything under a new root key, while the service runs.

    Give the new key as CASEFLOW_ROOT_KEY and the present one as CASEFLOW_ROOT_KEY_FORMER (each in
    any of its ways), start the service anew with both, then run this. Killed anywhere, everything
    opens, and the same command goes on. Afterwards take the former key out and destroy it.

    Example: caseflow keys rotate root
    """
    _rotate(handed, context, Outside.ROOT, as_json=as_json)


@click.command("trustee")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def trustee(handed: Handed, context: click.Context, *, as_json: bool) -> None:
    """Wrap the trustee's key under a new trustee secret, while the service runs.

    Give the new secret as CASEFLOW_TRUSTEE_KEY and the present one as CASEFLOW_TRUSTEE_KEY_FORMER,
    start the service anew with both, then run this. The trustee's own pair stays as it is.

    Example: caseflow keys rotate trustee
    """
    _rotate(handed, context, Outside.TRUSTEE, as_json=as_json)


def _rotate(handed: Handed, context: click.Context, what: Outside, *, as_json: bool) -> None:
    with opened(handed) as installation, shown_progress(say("Moving keys")) as progress:
        begin = partial(installation.begin, str(new_id()))
        rotated = rotate_outside(begin, what, progress)
    if isinstance(rotated, NoRotation):
        raise OperatorError(NO_ROTATION[rotated], name=SETTINGS[what])
    click.echo(json.dumps(_object(what, rotated)) if as_json else _text(what, rotated))
    if rotated.left:
        sentence = say(
            "{left} keys do not open and stay under the former one; the alarms in the log name "
            "them. Begin those accounts again.",
            left=rotated.left,
        )
        click.echo(f"caseflow: {sentence}", err=True)
        context.exit(1)


def _object(what: Outside, rotated: Rotated) -> dict[str, object]:
    return {
        "key": what.value,
        "version": rotated.version,
        "moved": rotated.moved,
        "left": rotated.left,
    }


def _text(what: Outside, rotated: Rotated) -> str:
    moved = say(
        "Version {version} of `{what}` counts; {moved} keys were moved to it.",
        version=rotated.version,
        what=what.value,
        moved=rotated.moved,
    )
    if rotated.left:
        return moved
    done = say(
        "Take CASEFLOW_{name}_FORMER out of the settings, start the service anew, and destroy that "
        "key.",
        name=SETTINGS[what],
    )
    return f"{moved}\n{done}"

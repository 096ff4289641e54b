"""`caseflow audit witness`: keep the head of the log outside its host, and cosign it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.passwords import password_file, take_password
from caseflow.cli.remote_log import RemoteLog, log_in_there, over_the_net
from caseflow.cli.say import say
from caseflow.oversight import Contradicted, Contradicts, Watched, source_at_console, watch_log
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from caseflow.audit.log_source import LogSource

CONTRADICTIONS: Mapping[Contradicts, str] = MappingProxyType(
    {
        Contradicts.FILE_BROKEN: "the witness file is not as it was written",
        Contradicts.OTHER_KEY: "the log is signed with another key than the one you have seen",
        Contradicts.HEAD_FORGED: "the head of the log is not signed with its key",
        Contradicts.SHRUNK: "the log is shorter than it was",
        Contradicts.FORKED: "the log does not go on from the head that you have seen",
        Contradicts.LEAF_DIFFERS: "an entry is not the one that the tree holds",
        Contradicts.LEAF_EMPTIED: "an entry was emptied, and none tells that its time was over",
        Contradicts.NOT_RESTORED: "no restore that the log tells of explains the break",
    }
)


@click.command("witness")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--url", metavar="URL", help="Of the running service; left out: the database here.")
@click.option("--as", "email", metavar="EMAIL", help="The officer who looks, with --url.")
@click.option("--code", metavar="CODE", default="", help="Of her second factor, where she has one.")
@click.option("--ca", metavar="FILE", help="Certificates to trust instead of the usual ones.")
@click.option("--hand-in", is_flag=True, help="Let the service keep the cosignature, with --url.")
@click.option("--restored", is_flag=True, help="You know that it was restored from a backup.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@password_file
@click.pass_context
@pass_handed
def witness(
    handed: Handed,
    context: click.Context,
    /,
    *,
    file: Path,
    **asked: str | bool | Path | None,
) -> None:
    """Look at the log from outside its host, cosign its head, and keep it in FILE.

    Run it on a machine that nobody who runs the service can reach, every day. The first look pins
    the key of the log: compare it with the officer's page. Each later one proves that the log goes
    on from the head in FILE; if not, FILE stays as it is and the evidence is written beside it.
    FILE also keeps each withdrawal, erasure and wall, for a restore: keep copies of it.

    Example: caseflow audit witness log.json --url https://cases.example.org --as o@example.org
    """
    with _source(handed, asked) as source:
        found = watch_log(file, source, datetime.now(UTC), restored=bool(asked["restored"]))  # noqa: TID251 - her own machine's clock, not the service's
        left = None
        if isinstance(found, Watched) and asked["hand_in"] and isinstance(source, RemoteLog):
            left = source.hand_in(found.note, found.witness)
    click.echo(json.dumps(_object(found)) if asked["as_json"] else _text(found, left))
    if isinstance(found, Contradicted):
        sentence = say(
            "{how}; keep {evidence} and {file} safe, and trust nothing on that host.",
            how=say(CONTRADICTIONS[found.how]),
            evidence=found.evidence,
            file=file,
        )
        click.echo(f"caseflow: {sentence}", err=True)
        context.exit(1)


@contextmanager
def _source(handed: Handed, asked: Mapping[str, str | bool | Path | None]) -> Iterator["LogSource"]:
    url, email, file = asked["url"], asked["email"], asked["password_file"]
    if not isinstance(url, str):
        with opened(handed) as installation, work_of(installation) as work:
            yield source_at_console(work)
        return
    if not isinstance(email, str):
        raise OperatorError("Say with --as who looks.")
    ca = asked["ca"]
    ask = over_the_net(url, ca if isinstance(ca, str) else None)
    password = take_password(file if isinstance(file, Path) else None)
    there = log_in_there(ask, email, password, str(asked["code"]))
    try:
        yield there
    finally:
        there.leave()


def _object(found: Watched | Contradicted) -> dict[str, object]:
    if isinstance(found, Contradicted):
        return {
            "consistent": False,
            "fault": found.how.value,
            "index": found.position,
            "evidence": str(found.evidence),
        }
    return {
        "consistent": True,
        "first": found.first,
        "key": found.key,
        "witness": found.witness,
        "size": found.size,
        "fresh": found.fresh,
        "ends": found.ends,
        "unread": found.unread,
        "at": found.at.isoformat(),
    }


def _text(found: Watched | Contradicted, left: int | None) -> str:
    if isinstance(found, Contradicted):
        return say("NOT CONSISTENT")
    lines = [
        say("{size} entries seen and cosigned, {fresh} of them new", **_counts(found)),
        say("{ends} ends kept for a restore", ends=found.ends),
    ]
    if found.unread:
        lines.append(
            say(
                "{unread} entries were pruned before this witness saw them; what ended in them, "
                "no restore can end again by this file",
                unread=found.unread,
            )
        )
    if found.first:
        lines += [say("Compare this key with the officer's page, now and only now:"), found.key]
        lines += [say("Your witness's own key:"), found.witness]
    if left is not None:
        lines.append(say("{left} entries have come in since", left=left))
    return "\n".join(lines)


def _counts(found: Watched) -> dict[str, int]:
    return {"size": found.size, "fresh": found.fresh}

"""`caseflow audit`: verify that the log is as it was written."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.say import say
from caseflow.cli.shown_progress import shown_progress
from caseflow.oversight import Fault, verify_at_console

if TYPE_CHECKING:
    from caseflow.oversight import Finding, Report

FAULTS: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.ENTRY_MISSING: "is missing",
        Fault.ENTRY_CHANGED: "was changed after it was written",
        Fault.ENTRY_MISPLACED: "is not the one that the tree holds at this place",
        Fault.ENTRY_UNREADABLE: "cannot be read",
        Fault.COLUMNS_DIFFER: "is filed under something that it does not say",
        Fault.BEYOND_HEAD: "lies behind the end of the tree",
        Fault.TILE_DIFFERS: "a tile of the tree is damaged",
        Fault.HEAD_UNSIGNED: "the present size has no signed head",
        Fault.CHECKPOINT_FORGED: "a head is not signed with the key of this installation",
        Fault.ROOT_DIFFERS: "the entries are not those that a head was signed for",
        Fault.STAGED_FORGED: "a waiting entry was written by somebody else",
        Fault.USE_MISSING: "a use of a basis has no entry",
        Fault.USE_REPEATED: "two entries tell of the same use of a basis",
        Fault.USE_UNCOUNTED: "an entry tells of a use that its basis does not know",
        Fault.END_DIFFERS: "a basis was used after its end, or its last uses are missing",
        Fault.BASIS_GONE: "a basis that was used and never ended is gone",
        Fault.PRUNED_UNTOLD: "was emptied, and no entry tells that it was pruned",
        Fault.PRUNED_DIFFERS: "what a pruning left behind is not what its entry tells of",
        Fault.ROW_ADDED: "a row that no entry tells of",
        Fault.ROW_DELETED: "a row that should be there was deleted",
        Fault.ROW_REVIVED: "a row that was destroyed stands there again",
        Fault.ROW_ROLLED_BACK: "a row was put back as it once was",
        Fault.ROW_SWAPPED: "in a row stands what belongs into another one",
        Fault.ROW_CHANGED: "a row stands there as no entry ever told of it",
    }
)


@click.group()
def audit() -> None:
    """Look after the audit log."""


@audit.command("verify")
@click.option("--records", is_flag=True, help="Compare every row with what the log tells of it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def verify(handed: Handed, context: click.Context, *, records: bool, as_json: bool) -> None:
    """Hash every entry again, and check tree, signed heads and the uses of every basis.

    With --records, rows that were put back as they once were, swapped, deleted or added are named
    too, by table and id.

    A large log is looked at by two processes where more than one core may be used.

    What was changed by someone who holds the server's keys, before any head was taken elsewhere,
    nobody can find here.

    Example: caseflow audit verify --records --json
    """
    with (
        opened(handed) as installation,
        work_of(installation) as work,
        shown_progress(say("Verifying the log")) as progress,
    ):
        report = verify_at_console(work, progress, records=records)
    click.echo(json.dumps(_object(report)) if as_json else _text(report))
    if not report.verified:
        first = _said(report.findings[0])
        sentence = say(
            "the log is not as it was written ({first}); keep this database as it is and call the "
            "data-protection officer.",
            first=first,
        )
        click.echo(f"caseflow: {sentence}", err=True)
        context.exit(1)


def _object(report: "Report") -> dict[str, object]:
    return {
        "verified": report.verified,
        "entries": report.entries,
        "size": report.size,
        "root": report.root.hex(),
        **({} if report.rows is None else {"rows": report.rows}),
        "findings": [
            {"fault": each.fault.value, "index": each.position, "detail": each.detail}
            for each in report.findings
        ],
    }


def _text(report: "Report") -> str:
    hashed = say(
        "{entries} of {size} entries hashed again", entries=report.entries, size=report.size
    )
    lines = [hashed, say("root {root}", root=report.root.hex())]
    if report.rows is not None:
        lines.append(say("{rows} rows compared", rows=report.rows))
    lines += [_said(each) for each in report.findings]
    return "\n".join([*lines, say("verified")] if report.verified else lines)


def _said(finding: "Finding") -> str:
    about = f" [{finding.detail}]" if finding.detail else ""
    number = finding.position
    place = "" if number is None else say("entry {number}: ", number=number)
    return f"{place}{say(FAULTS[finding.fault])}{about}"

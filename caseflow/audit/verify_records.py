"""Verify the records: every row against the newest digest that the log tells of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from caseflow.audit.check_records import RecordCheck
from caseflow.audit.findings import Finding, Findings
from caseflow.database.snapshots import snapshot
from caseflow.database.unit_of_work import Work

if TYPE_CHECKING:
    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class RecordReport:
    """What the comparison saw."""

    rows: int  # compared
    findings: tuple[Finding, ...]


def verify_records(
    work: Work, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> RecordReport:
    """Return which rows are not as the log tells; verify the log itself first, or believe nothing.

    Log and rows are read in one snapshot, in which others' work neither shows nor waits. Finish the
    unit of work before: nothing unfinished is seen.
    """
    engine = cast("Engine", work.session.get_bind())
    findings = Findings()
    with snapshot(engine.url.render_as_string(hide_password=False)) as connection:
        check = RecordCheck(connection, findings, progress)
        check.run()
    return RecordReport(check.rows, findings.in_order())

"""The command lists, prepares, and carries on what was agreed to; it has no right of its own."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.cli.opened import opened, work_of
from caseflow.crypto.client_codes import new_code
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Client
from caseflow.database.tables.retention import RetentionRun
from caseflow.vault.codes import tag_of
from caseflow.vocabulary.ids import new_id
from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import HANDED

RUN = ("retention", "run", "--as", FOUNDER)


def enquiry() -> UUID:
    """Add somebody who asked two years ago and was never admitted."""
    with opened(HANDED) as installation, work_of(installation) as work:
        long_ago = datetime.now(UTC) - timedelta(days=800)  # noqa: TID251 - the command asks the machine
        row = Client(code_tag=tag_of(work, new_code()), created_at=long_ago)
        work.session.add(row)
        return row.id


def agree() -> None:
    """Let somebody else agree to the run there is."""
    with opened(HANDED) as installation, work_of(installation) as work:
        [row] = work.session.scalars(select(RetentionRun))
        change(work, row, answered_by=new_id(), answered_at=work.clock.now())


def test_listed_prepared_and_carried_on(installed: Installed) -> None:
    assert "Nothing is due that is not held." in installed.said(*RUN)
    client = enquiry()
    found: dict[str, Any] = installed.told(*RUN, "--dry-run")
    assert [(each["client"], each["rule"]) for each in found["due"]] == [
        (str(client), "not_admitted")
    ]
    assert str(client) in installed.said(*RUN, "--dry-run")
    run = installed.told(*RUN)["prepared"]
    agree()
    assert installed.told(*RUN) == {"runs": [{"id": run, "done": 1, "left_out": 0}]}
    assert installed.told(*RUN) == {"prepared": None}


def test_what_was_done_is_said_and_nobody_else_does_it(installed: Installed) -> None:
    enquiry()
    assert "a second officer has to agree" in installed.said(*RUN)
    agree()
    assert "1 deleted, 0 left out" in installed.said(*RUN)
    invited = installed.told("user", "invite", "lea@example.org", "--name", "Lea", "--as", FOUNDER)
    installed.take_up(invited["link"], "korrekt pferd batterie")
    said = installed.refused("retention", "run", "--as", "lea@example.org")
    assert "Your role does not allow this" in said

"""Bring an installation back from a backup, in one transaction or not at all.

What was withdrawn, erased or walled after the backup is not in it. So sharing is suspended from
the first instant: only a unit's own drawers open until what ended meanwhile has ended again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.orm import Session

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record, tell_rows
from caseflow.audit.witness_file import Witness
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.engines import sessions_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.backups import Backup
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Surroundings, Work
from caseflow.keys.keyring import RequestKeyring
from caseflow.operations.backups.check_backup import Checked, check_backup, check_files
from caseflow.operations.backups.fill_tables import check_tables, fill_tables, refuse_unless_empty
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.replay import Replayed, check_for, replay
from caseflow.operations.backups.shares import Share
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.migrate import newest_migration
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import OperatorError

Progress = Callable[[int], object]
_REQUEST = "restore"  # what the entries of a restore name as their request


@dataclass(frozen=True, slots=True)
class Target:
    """An empty database with all tables, and what its installation will work with."""

    engine: Engine
    outside: OutsideKeys
    configuration: Configuration
    clock: Clock


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back."""

    rows: int
    checked: Checked
    replayed: Replayed | None
    suspended: bool


def restore(
    target: Target,
    found: FoundBackup,
    witness: Witness | None = None,
    progress: Progress = lambda _rows: None,
) -> Restored:
    """Fill an empty database from both files, and suspend sharing; a witness may end that at once.

    Raises OperatorError, and nothing was written then.
    """
    if not found.has_keys(target.clock.now()):
        raise OperatorError(
            "The file of keys and links is gone, or its time was over on {day}: without it nobody "
            "can log in, and nothing that a client said opens. Restore the content alone with "
            "--content-only, beside another copy of the keys.",
            day=found.manifest.keys_until.date().isoformat(),
        )
    fits(found)
    checked = check_backup(found, target.outside)
    public = checked.keys.signer.public
    head = None if witness is None else check_for(witness, found.manifest.installation, public)
    with sessions_of(target.engine)() as session:
        rows = _fill(session.connection(), found, tuple(Share), progress)
        work = _work(session, target, found, checked)
        try:
            replayed = None
            if witness is not None and head is not None:
                replayed = replay(work, witness, head, found.manifest.log_size)
            suspended = _tell(work, found, replayed)
            work.finish()
        finally:
            work.put_away()
    return Restored(rows, checked, replayed, suspended)


def restore_content(
    target: Target, found: FoundBackup, progress: Progress = lambda _rows: None
) -> int:
    """Fill the tables of content alone, out of which nothing opens; return how many rows.

    Without the server keys nobody can tell who made the backup: its digests alone are checked.
    """
    fits(found)
    check_files(found, (Share.CONTENT,))
    with target.engine.begin() as connection:
        return _fill(connection, found, (Share.CONTENT,), progress)


def fits(found: FoundBackup) -> None:
    """Raise OperatorError where another release of the program made a backup."""
    needed = newest_migration()
    if found.manifest.migration != needed:
        raise OperatorError(
            "The backup was made by caseflow {program} at migration {current}, this program needs "
            "{needed}: restore it with that release, then run: caseflow db upgrade",
            program=found.manifest.program,
            current=found.manifest.migration,
            needed=needed,
        )


def _fill(
    connection: Connection, found: FoundBackup, shares: tuple[Share, ...], progress: Progress
) -> int:
    refuse_unless_empty(connection)
    rows = 0
    for share in reversed(shares):  # keys and links first: content refers to them
        rows += fill_tables(connection, found, share, progress)
        check_tables(connection, found, share)
    return rows


def _work(session: Session, target: Target, found: FoundBackup, checked: Checked) -> Work:
    sealer = RowSealer(checked.keys.row_seal)
    installation = found.manifest.installation
    around = Surroundings(target.clock, target.configuration, installation, sealer, tell_rows)
    return Work(session, around, RequestKeyring(checked.keys), _REQUEST)


def _tell(work: Work, found: FoundBackup, replayed: Replayed | None) -> bool:
    """Write into row and log that this is a restored installation; say whether it is suspended."""
    said = found.manifest
    # One that was revoked after the backup would lead in again.
    work.session.execute(delete(ApiToken))
    installation = _the_one(work)
    # One that was backed up while it was suspended stays so.
    before = installation.suspended_at
    suspended = before is not None or not _caught_up(replayed)
    if suspended and before is None:
        change(work, installation, suspended_at=work.clock.now())
    row = Backup(
        id=said.id,
        taken_at=said.taken_at,
        log_size=said.log_size,
        log_root=bytes.fromhex(said.log_root),
        # Later backups may lie somewhere, with the keys of what is erased from now on.
        keys_until=max(said.keys_until, work.clock.now() + work.configuration.backup.keys),
    )
    work.session.add(row)
    work.session.flush()
    details = {
        "backup": str(said.id),
        "backup_size": str(said.log_size),
        "backup_root": said.log_root,
        "suspended": "yes" if suspended else "no",
    }
    if replayed is not None:
        details["witness_size"] = str(replayed.head.size)
        details["witness_root"] = replayed.head.root.hex()
        details["replayed"] = str(replayed.done)
    rows = (digest_of(installation), digest_of(row))
    record(work, Trace(act=Act.INSTALLATION_RESTORE, rows=rows, details=details))
    return suspended


def _caught_up(replayed: Replayed | None) -> bool:
    """Say whether a witness has seen this log go on behind the backup, and all was done again."""
    return replayed is not None and replayed.further and not replayed.left


def _the_one(work: Work) -> Installation:
    found = intact(work, work.session.scalars(select(Installation)))
    if len(found) != 1:
        raise OperatorError("The backup holds no installation that is as it was written.")
    return found[0]

"""Check a backup without writing anything: bytes, signature, seals of rows, and the log."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from caseflow.audit.heads import SignedHead, is_signed
from caseflow.audit.rebuild import RebuiltTree
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import Base, SealedRow
from caseflow.database.tables.audit_log import Checkpoint, Leaf
from caseflow.keys.server_keys import ServerKeys
from caseflow.merkle.tree import leaf_hash
from caseflow.operations.backups import manifest as manifests
from caseflow.operations.backups.backup_keys import open_backup_keys
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.read_share import broken, check_bytes, read_share
from caseflow.operations.backups.row_records import BrokenRecord, Record, read
from caseflow.operations.backups.shares import SHARES, Share
from caseflow.operations.backups.tally import Tally
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.errors import OperatorError

Progress = Callable[[int], object]  # rows that were read
MOST_NAMED = 20


@dataclass(slots=True)
class Checked:
    """What was seen in a backup whose files are whole and signed."""

    keys: ServerKeys
    rows: int = 0
    broken_seals: list[str] = field(default_factory=list)  # "table id", of the first ones
    broken_count: int = 0
    log_agrees: bool = False

    @property
    def sound(self) -> bool:
        """Say whether all of it is as it was written."""
        return not self.broken_count and self.log_agrees


def check_files(found: FoundBackup, shares: Iterable[Share] = tuple(Share)) -> None:
    """Raise OperatorError where the files are not those that the manifest names."""
    for share in shares:
        check_bytes(found.file(share), found.manifest.of(share))


def check_backup(
    found: FoundBackup, outside: OutsideKeys, progress: Progress = lambda _rows: None
) -> Checked:
    """Return what was found in a backup.

    Raises OperatorError where a file is damaged, or where the manifest, and with it all that it
    names, was not signed with the key of this installation.
    """
    check_files(found)
    keys = open_backup_keys(found, outside)
    if not manifests.is_signed(found.text, keys.signer.public):
        raise OperatorError(
            "{file} is not signed with the key of its installation: somebody else made it, or "
            "changed it.",
            file=found.place.name,
        )
    checked = Checked(keys)
    log = _Log(found, keys)
    for share in Share:
        for row in counted(found, share):
            checked.rows += 1
            _check_seal(checked, row)
            log.see(row)
            progress(checked.rows)
    checked.log_agrees = log.agrees()
    return checked


def counted(found: FoundBackup, share: Share) -> Iterator[Record]:
    """Yield the rows of a file; raises OperatorError where they are not those of the manifest."""
    place, said = found.file(share), found.manifest.of(share)
    tallies = {name: Tally() for name in said.tables}
    for record in read_share(place, share, found.manifest.id):
        try:
            row = read(record)
        except BrokenRecord as error:
            raise broken(place) from error
        if row.table not in tallies or SHARES.get(row.table) is not share:
            raise broken(place)
        tallies[row.table].add(record)
        yield row
    if {name: each.told() for name, each in tallies.items()} != dict(said.tables):
        raise broken(place)


def _check_seal(checked: Checked, row: Record) -> None:
    sealed = _SEALED.get(row.table)
    if sealed is None or _holds(RowSealer(checked.keys.row_seal), sealed, row):
        return
    checked.broken_count += 1
    if len(checked.broken_seals) < MOST_NAMED:
        checked.broken_seals.append(f"{row.table} {row.values.get('id')}")


def _holds(sealer: RowSealer, table: type[SealedRow], row: Record) -> bool:
    later = cast("type[Base]", table).later
    values: dict[str, Any] = {
        name: value
        for name, value in row.values.items()
        if name not in table.uncovered and not (name in later and value is None)
    }
    try:
        return sealer.intact(row.table, values, row.values["row_seal"])
    except (KeyError, TypeError, ValueError):
        return False


_SEALED: dict[str, type[SealedRow]] = {
    str(mapper.local_table.description): mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, SealedRow)
}


class _Log:
    """Builds the tree again from the leaves, and compares it with the head that was signed."""

    def __init__(self, found: FoundBackup, keys: ServerKeys) -> None:
        self._manifest = found.manifest
        self._signed = partial(is_signed, found.manifest.installation, keys.signer.public)
        self._tree = RebuiltTree()
        self._head = found.manifest.log_size == 0

    def see(self, row: Record) -> None:
        """Take in one row of the log; leaves come by their position."""
        if row.table == Leaf.__tablename__:
            payload = row.values["payload"]
            # Of a pruned entry the hash alone is left, and the root is made with it.
            self._tree.add(leaf_hash(payload) if payload else row.values["leaf_hash"])
        if row.table == Checkpoint.__tablename__ and row.values["size"] == self._manifest.log_size:
            values = row.values
            head = SignedHead(values["size"], values["root"], values["note"], values["at"])
            self._head = head.root.hex() == self._manifest.log_root and self._signed(head)

    def agrees(self) -> bool:
        """Say whether size and root are those that were signed."""
        said = self._manifest
        same = self._tree.size == said.log_size
        rooted = said.log_size == 0 or self._tree.root().hex() == said.log_root
        return same and rooted and self._head

"""Read how long the keys in a backup live: as long as an erased client can still come back."""

from datetime import timedelta

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.backup_rule import BackupRule

_LONGEST_DAYS = 90


def read_backup(table: Table) -> BackupRule:
    """Return the rule for backups."""
    table.only({"keys_days"})
    return BackupRule(keys=timedelta(days=table.number("keys_days", 1, _LONGEST_DAYS)))

from datetime import timedelta
from pathlib import Path

import pytest

from caseflow.settings.read_backup import read_backup
from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.backup_rule import BackupRule
from caseflow.vocabulary.errors import BadConfiguration


def _table(**values: object) -> Table:
    return Table(Path("config/provider.toml"), {}, ("backup",), values)


def test_the_days_are_read() -> None:
    assert read_backup(_table(keys_days=30)) == BackupRule(timedelta(days=30))
    assert read_configuration().backup == BackupRule()


@pytest.mark.parametrize("values", [{}, {"keys_days": 0}, {"keys_days": 91}, {"other": 1}])
def test_what_is_no_such_rule_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration):
        read_backup(_table(**values))

from datetime import timedelta

from caseflow.vocabulary.backup_rule import BackupRule


def test_keys_are_kept_for_two_weeks_unless_somebody_says_otherwise() -> None:
    assert BackupRule() == BackupRule(keys=timedelta(days=14))

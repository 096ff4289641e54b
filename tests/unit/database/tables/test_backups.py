from caseflow.database.tables import backups
from tests.unit.database.plain_columns import plain_columns


# Whoever has the file alone sees when backups were made, and how long each can be used.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(backups) == {
        "backups": {
            "deleted_at",
            "id",
            "keys_until",
            "log_root",
            "log_size",
            "row_seal",
            "taken_at",
        },
    }

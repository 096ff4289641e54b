from caseflow.database.tables import audit_log
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(audit_log) == {
        "staged_entries": {"at", "id", "payload", "row_seal"},
        "sealed_reasons": {"entry_id", "sealed"},
        "log_leaves": {
            "act",
            "at",
            "client_id",
            "decision",
            "entry_id",
            "leaf_hash",
            "payload",
            "position",
            "pruned_by",
            "request_id",
            "staff_id",
            "unit_id",
        },
        "log_prunings": {"entry_id", "summary"},
        "log_tiles": {"hashes", "level", "position"},
        "log_head": {"name", "size"},
        "log_checkpoints": {"at", "note", "root", "size"},
    }

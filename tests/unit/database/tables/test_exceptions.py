from caseflow.database.tables import exceptions
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(exceptions) == {
        "emergency_accesses": {
            "categories",
            "client_id",
            "declared_at",
            "ended_at",
            "finding",
            "id",
            "note",
            "reason",
            "reason_digest",
            "reviewed_at",
            "reviewed_by",
            "row_seal",
            "settled_at",
            "staff_id",
            "unit_id",
            "until",
            "uses",
        },
    }

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
        "exception_agreements": {
            "agreed_at",
            "agreed_by",
            "client_id",
            "done_at",
            "exception_id",
            "id",
            "role",
            "row_seal",
            "unit_id",
        },
        "lawful_exceptions": {
            "categories",
            "client_id",
            "declared_at",
            "declared_by",
            "ended_at",
            "ended_by",
            "from_units",
            "grounds",
            "grounds_digest",
            "id",
            "kind",
            "purpose",
            "refused",
            "row_seal",
            "settled_at",
            "unit_id",
            "until",
            "uses",
            "version",
        },
    }

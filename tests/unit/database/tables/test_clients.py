from caseflow.database.tables import clients
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(clients) == {
        "clients": {"code_tag", "created_at", "id", "row_seal"},
        "cases": {
            "assigned",
            "client_id",
            "closed_at",
            "code",
            "code_key_id",
            "generation",
            "id",
            "opened_at",
            "opened_by",
            "restricted",
            "row_seal",
            "unit_id",
            "uses",
        },
        "walls": {
            "client_id",
            "id",
            "lifted_at",
            "lifted_by",
            "reason",
            "recorded_at",
            "recorded_by",
            "row_seal",
            "staff_id",
            "unit_id",
        },
        "desks": {
            "client_id",
            "code",
            "code_key_id",
            "id",
            "opened_at",
            "row_seal",
            "session_id",
            "staff_id",
            "unit_id",
            "until",
            "uses",
        },
    }

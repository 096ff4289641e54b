from caseflow.database.tables import appointments
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(appointments) == {
        "appointments": {
            *("client_id", "drawer_id", "id", "key_version", "staff_id"),
            *("recorded_at", "recorded_by", "seal_revision", "version"),
        },
    }

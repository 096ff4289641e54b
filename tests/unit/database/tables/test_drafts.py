from caseflow.database.tables import drafts
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(drafts) == {
        "drafts": {
            "client_id",
            "id",
            "kept_at",
            "place",
            "sealed",
            "staff_id",
            "unit_id",
            "unit_key_id",
        }
    }

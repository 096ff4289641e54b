from caseflow.database.tables import own_addresses
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(own_addresses) == {
        "own_addresses": {"id", "staff_id", "sealed", "kept_at", "row_seal"},
    }

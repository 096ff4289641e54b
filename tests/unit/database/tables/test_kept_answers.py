from caseflow.database.tables import kept_answers
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(kept_answers) == {
        "kept_answers": {"key_digest", "made_at", "sealed", "staff_id", "unit_id", "unit_key_id"}
    }

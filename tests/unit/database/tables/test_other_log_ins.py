from caseflow.database.tables import other_log_ins
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    own = {"id", "staff_id", "row_seal"}
    assert plain_columns(other_log_ins) == {
        "known_browsers": {*own, "digest", "since", "seen_at", "ends_at"},
        "openid_links": {*own, "identity", "linked_at"},
    }

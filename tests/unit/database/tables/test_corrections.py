from caseflow.database.tables import corrections
from tests.unit.database.plain_columns import plain_columns


# What she said, when, and what became of it are sealed: a thief sees that there is a word of hers.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(corrections) == {
        "corrections": {
            "client_id",
            "drawer_id",
            "id",
            "key_version",
            "piece_id",
            "piece_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "settled_at",
            "version",
        }
    }

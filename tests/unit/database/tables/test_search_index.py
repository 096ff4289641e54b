from caseflow.database.tables import search_index
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(search_index) == {
        "unit_indexes": {
            "complete",
            "done_to",
            "generation",
            "sealed",
            "unit_id",
            "unit_key_id",
        },
        "index_tokens": {"card_id", "client_id", "token", "unit_id"},
    }

from caseflow.database.tables import api_tokens
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    ids = {"id", "staff_id", "pair_id", "membership_id", "row_seal"}
    instants = {"made_at", "ends_at", "last_day"}
    assert plain_columns(api_tokens) == {
        "api_tokens": {
            *ids,
            *instants,
            "role",
            "name",
            "token_digest",
            "root_key_id",
            "wrapped",
        }
    }

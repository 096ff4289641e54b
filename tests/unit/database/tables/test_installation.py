from caseflow.database.tables import installation
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(installation) == {
        "installation": {
            "born_at",
            "id",
            "provider",
            "recovery_key_id",
            "recovery_public",
            "recovery_shares",
            "row_seal",
            "suspended_at",
        },
        "server_keys": {"born_at", "key_id", "name", "root_key_id", "version", "wrapped"},
        "trustee_pairs": {"born_at", "id", "key_id", "public", "row_seal", "version"},
        "trustee_envelopes": {
            "act",
            "id",
            "row_seal",
            "sealed",
            "secret_key_id",
            "trustee_id",
            "unit_pair_id",
        },
        "outside_keys": {
            "finished_at",
            "id",
            "key_id",
            "row_seal",
            "since",
            "version",
            "what",
        },
    }

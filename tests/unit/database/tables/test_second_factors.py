from caseflow.database.tables import second_factors
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    own = {"id", "staff_id"}
    assert plain_columns(second_factors) == {
        "one_time_secrets": {
            *own,
            "sealed",
            "made_at",
            "confirmed_at",
            "last_step",
            "row_seal",
        },
        "passkeys": {
            *own,
            "name",
            "site",
            "credential_id",
            "public",
            "sign_count",
            "added_at",
            "row_seal",
        },
        "recovery_codes": {*own, "digest", "made_at", "used_at", "row_seal"},
        "log_in_steps": {
            *own,
            "token_digest",
            "pair_id",
            "root_key_id",
            "wrapped",
            "tries",
            "ends_at",
        },
        "passkey_challenges": {"challenge", "subject_id", "ends_at"},
    }

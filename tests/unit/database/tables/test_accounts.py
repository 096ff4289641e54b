from caseflow.database.tables import accounts
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(accounts) == {
        "login_failures": {"account", "failures", "last_at"},
        "staff": {
            "administrator",
            "created_at",
            "disabled_at",
            "email",
            "id",
            "language",
            "name",
            "row_seal",
        },
        "staff_pairs": {"born_at", "id", "key_id", "public", "row_seal", "staff_id", "version"},
        "staff_wrappings": {
            "id",
            "kind",
            "pair_id",
            "record",
            "root_key_id",
            "row_seal",
            "wrapped",
        },
        "invitations": {
            "created_at",
            "expires_at",
            "id",
            "invited_by",
            "row_seal",
            "staff_id",
            "token_digest",
            "used_at",
        },
        "staff_sessions": {
            "cookie_digest",
            "ended_at",
            "ends_at",
            "id",
            "membership_id",
            "pair_id",
            "root_key_id",
            "second_factor_at",
            "seen_at",
            "staff_id",
            "started_at",
            "wrapped",
        },
    }

from caseflow.database.tables import received_consents
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(received_consents) == {
        "received_consents": {
            "release",
            "digest",
            "from_units",
            "to_units",
            "categories",
            "purposes",
            "actions",
            "exclusions",
            "last_day",
            "unit_id",
            "received_by",
            "received_at",
            "answered_by",
            "answered_at",
            "consent_id",
            "client_id",
            "id",
            "row_seal",
        }
    }

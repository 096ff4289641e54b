from caseflow.database.tables import handovers
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(handovers) == {
        "handovers": {
            "answer_from",
            "answer_to",
            "client_id",
            "consent_id",
            "decided_at",
            "decided_by",
            "expires_at",
            "from_unit",
            "id",
            "row_seal",
            "sent_at",
            "sent_by",
            "slip_from",
            "slip_to",
            "state",
            "to_unit",
        },
    }

from caseflow.database.tables import merges
from tests.unit.database.plain_columns import plain_columns


# Whoever has the file alone sees that two random ids are one person, since when, and by whom.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(merges) == {
        "merges": {
            "agreed_at",
            "answered_by",
            "first_client",
            "id",
            "proposed_at",
            "proposed_by",
            "refused_at",
            "row_seal",
            "second_client",
            "undone_at",
            "undone_by",
            "unit_id",
        }
    }

from caseflow.database.tables import kept_apart
from tests.unit.database.plain_columns import plain_columns


# Whoever has the file alone sees that two random ids are kept apart, and which of their walls and
# cases follow from it; of none of them does it say who she is.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(kept_apart) == {
        "kept_apart": {
            "cases",
            "client_id",
            "id",
            "lifted_at",
            "lifted_by",
            "other_id",
            "reason",
            "recorded_at",
            "recorded_by",
            "row_seal",
            "unit_id",
            "walls",
        }
    }

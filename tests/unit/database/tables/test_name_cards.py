from caseflow.database.tables import name_cards
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(name_cards) == {
        "name_cards": {
            "category",
            "client_id",
            "consent_id",
            "filed",
            "id",
            "made_at",
            "sealed",
            "unit_id",
            "unit_key_id",
        },
        "card_orders": {"revision", "sealed", "unit_id", "unit_key_id"},
    }

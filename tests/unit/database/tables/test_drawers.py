from caseflow.database.tables import drawers
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(drawers) == {
        "drawers": {
            "born_at",
            "category",
            "client_id",
            "copied_from",
            "copied_under",
            "frozen_at",
            "id",
            "kept_for",
            "key_id",
            "key_version",
            "row_seal",
            "turn_due",
            "unit_id",
            "writes",
        },
        "envelopes": {
            "act",
            "basis_id",
            "client_id",
            "drawer_id",
            "id",
            "key_id",
            "key_version",
            "made_at",
            "reader",
            "reader_id",
            "reader_key_id",
            "row_seal",
            "sealed",
            "symmetric",
        },
    }

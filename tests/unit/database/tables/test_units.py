from caseflow.database.tables import units
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(units) == {
        "units": {"founded_at", "id", "kind", "name", "row_seal", "slug"},
        "unit_pairs": {
            "born_at",
            "id",
            "key_id",
            "previous",
            "public",
            "row_seal",
            "unit_id",
            "version",
        },
        "memberships": {
            "admitted_by",
            "ended_at",
            "id",
            "role",
            "row_seal",
            "since",
            "staff_id",
            "unit_id",
            "uses",
        },
        "unit_envelopes": {
            "act",
            "id",
            "membership_id",
            "reader",
            "reader_id",
            "row_seal",
            "sealed",
            "unit_pair_id",
        },
    }

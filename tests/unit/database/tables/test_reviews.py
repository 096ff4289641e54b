from caseflow.database.tables import reviews
from tests.unit.database.plain_columns import plain_columns


# Whoever has the file alone sees which entries an officer found something in, and never what.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(reviews) == {
        "sign_offs": {
            "counts",
            "findings",
            "first",
            "id",
            "kind",
            "note",
            "of_id",
            "previous_id",
            "queries",
            "queries_version",
            "reviewer_id",
            "root",
            "row_seal",
            "sample",
            "seed",
            "signed_at",
            "size",
        },
        "review_findings": {
            "closed_at",
            "closed_by",
            "done",
            "id",
            "note",
            "noted_at",
            "noted_by",
            "positions",
            "row_seal",
            "rule",
        },
    }

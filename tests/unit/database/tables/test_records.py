from caseflow.database.tables import records
from tests.unit.database.plain_columns import plain_columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(records) == {
        "entries": {
            "client_id",
            "drawer_id",
            "id",
            "key_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
        "facts": {
            "client_id",
            "drawer_id",
            "id",
            "key_version",
            "question_tag",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
        "goals": {
            "client_id",
            "drawer_id",
            "id",
            "key_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
        "progress": {
            "client_id",
            "drawer_id",
            "goal_id",
            "id",
            "key_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
        "summary_paragraphs": {
            "client_id",
            "drawer_id",
            "id",
            "key_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
        "consent_evidence": {
            "client_id",
            "consent_id",
            "drawer_id",
            "id",
            "key_version",
            "recorded_at",
            "recorded_by",
            "seal_revision",
            "version",
        },
    }

from caseflow.database.tables import documents
from tests.unit.database.plain_columns import plain_columns

_PLACE = {
    *("client_id", "drawer_id", "id", "key_version"),
    *("recorded_at", "recorded_by", "seal_revision", "version"),
}


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(documents) == {
        "documents": _PLACE,
        "document_files": _PLACE | {"file_id"},
        "document_chunks": {"client_id", "drawer_id", "file_id", "number"},
    }

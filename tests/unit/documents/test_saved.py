from caseflow.documents.saved import SavedDocument
from caseflow.vocabulary.ids import new_id


def test_what_was_written_is_a_value() -> None:
    document = new_id()
    assert SavedDocument(document, 1) == SavedDocument(document, 1) != SavedDocument(document, 2)

from caseflow.web.documents.document_form import words_of
from caseflow.web.forms import Form


def test_only_what_is_written_about_a_document_goes_to_the_room() -> None:
    form = Form(values={"title": "Pass", "category": "documents", "version": 1})
    assert words_of(form) == {"title": "Pass", "kind": "", "dated": "", "note": ""}

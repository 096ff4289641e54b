from datetime import date

import pytest
from flask import Flask

from caseflow.http.papers.pdf_answer import as_file, asks_for_pdf, pdf_answer
from caseflow.paper import Document, Paragraph


@pytest.mark.parametrize(
    ("asked", "pdf"),
    [
        ("application/pdf", True),
        ("application/json, application/pdf;q=0.5", True),
        ("*/*", False),
        ("application/json", False),
        ("", False),
    ],
)
def test_a_paper_is_given_to_whoever_names_it(app: Flask, asked: str, *, pdf: bool) -> None:
    with app.test_request_context(headers={"Accept": asked}):
        assert asks_for_pdf() is pdf


def test_the_name_of_a_file_tells_nothing() -> None:
    made = Document("Kopie", "de", date(2026, 3, 2), (Paragraph("Samira"),))
    answer = pdf_answer(made)
    assert answer.content_type == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="document.pdf"'
    assert answer.get_data().startswith(b"%PDF-")
    assert (
        'filename="document.json"'
        in as_file(b"{}", "application/json", "json").headers["Content-Disposition"]
    )

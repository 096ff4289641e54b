"""Answer with a paper; what it is called tells nobody what stands in it."""

from flask import Response, request
from werkzeug.http import parse_options_header

from caseflow.paper import Document, make_pdf

MEDIA_TYPE = "application/pdf"


def asks_for_pdf() -> bool:
    """Say whether a program asks for a paper."""
    asked = (parse_options_header(each.strip())[0] for each in _accepted())
    return MEDIA_TYPE in asked


def pdf_answer(document: Document) -> Response:
    """Return the paper, to be kept as a file; it is made whole before anything leaves."""
    return as_file(make_pdf(document), MEDIA_TYPE, "pdf")


def as_file(content: bytes, kind: str, ending: str) -> Response:
    """Return a file to be kept under a name that tells nothing."""
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="document.{ending}"'
    return response


def _accepted() -> list[str]:
    return request.headers.get("Accept", "").split(",")

"""The paper engine: a structured document in, PDF bytes out; no clock, no database, no request."""

from caseflow.paper.directions import isolated, language_rightwards
from caseflow.paper.make_pdf import make_pdf
from caseflow.paper.pieces import Bullets, Document, Heading, Paragraph, Piece, Table

__all__ = [
    "Bullets",
    "Document",
    "Heading",
    "Paragraph",
    "Piece",
    "Table",
    "isolated",
    "language_rightwards",
    "make_pdf",
]

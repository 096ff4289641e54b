"""The paper engine: a structured document in, PDF bytes out; no clock, no database, no request."""

from caseflow.paper.directions import isolated, language_rightwards
from caseflow.paper.make_card import make_card
from caseflow.paper.make_pdf import make_pdf
from caseflow.paper.pieces import (
    Blank,
    Boxes,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Pattern,
    Piece,
    Table,
)

__all__ = [
    "Blank",
    "Boxes",
    "Bullets",
    "Document",
    "Heading",
    "Paragraph",
    "Pattern",
    "Piece",
    "Table",
    "isolated",
    "language_rightwards",
    "make_card",
    "make_pdf",
]

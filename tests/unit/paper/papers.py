"""Papers to try, and what can be read off them again."""

import io
import unicodedata
from datetime import date

from pypdf import PdfReader

from caseflow.paper import Document, Piece, make_pdf


def paper(*pieces: Piece, language: str = "de") -> bytes:
    return make_pdf(Document("Unterlagen", language, date(2026, 11, 28), pieces))


def read_back(made: bytes) -> str:
    """Return the text of all sheets, one line to a line."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def arabic_letters(text: str) -> str:
    """Return the Arabic letters alone: a dot that is drawn apart is read back as some sign."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKC", text)
        if "\u0600" <= each <= "\u06ff" and each.isalpha()
    )

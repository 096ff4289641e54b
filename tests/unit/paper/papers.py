"""Papers to try, and what can be read off them again."""

import io
import unicodedata
from datetime import date

from pypdf import PdfReader

from caseflow.paper import Bullets, Document, Heading, Paragraph, Piece, Table, make_pdf


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


def words_of(document: Document) -> list[str]:
    """Return every text that stands in a document, before it is drawn."""
    found: list[str] = [document.title]
    for each in document.pieces:
        match each:
            case Heading() | Paragraph():
                found.append(each.text)
            case Bullets():
                found.extend(each.items)
            case Table():
                found.extend((*each.head, *(cell for row in each.rows for cell in row)))
            case _:
                pass  # what is filled in by hand
    return found

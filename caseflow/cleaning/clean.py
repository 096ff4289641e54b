"""Clean a file of whichever type."""

from caseflow.cleaning.clean_image import clean_image
from caseflow.cleaning.clean_pdf import clean_pdf
from caseflow.cleaning.clean_text import clean_text
from caseflow.cleaning.outcome import Kind, Limits
from caseflow.cleaning.recognise import recognise


def clean(content: bytes, limits: Limits) -> tuple[Kind, bytes]:
    """Return the type of a file and the file without what is not seen; raises NotTaken."""
    kind = recognise(content)
    match kind:
        case Kind.PDF:
            return kind, clean_pdf(content, limits)
        case Kind.TEXT:
            return kind, clean_text(content, limits)
        case _:
            return kind, clean_image(content, kind, limits)

"""Clean a file of whichever type."""

import warnings

from caseflow.cleaning.clean_image import clean_image
from caseflow.cleaning.clean_pdf import clean_pdf
from caseflow.cleaning.clean_text import clean_text
from caseflow.cleaning.outcome import Kind, Limits
from caseflow.cleaning.recognise import recognise


def clean(content: bytes, limits: Limits) -> tuple[Kind, bytes]:
    """Return the type of a file and the file without what is not seen; raises NotTaken."""
    kind = recognise(content)
    with warnings.catch_warnings(action="ignore"):  # what is odd in it is nobody's to read
        return kind, _cleaned(content, kind, limits)


def _cleaned(content: bytes, kind: Kind, limits: Limits) -> bytes:
    match kind:
        case Kind.PDF:
            return clean_pdf(content, limits)
        case Kind.TEXT:
            return clean_text(content, limits)
        case _:
            return clean_image(content, kind, limits)

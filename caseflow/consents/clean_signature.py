"""Take a signature that was drawn on a screen: a small picture, drawn anew from its pixels."""

from base64 import b64decode, b64encode

from caseflow.cleaning.clean_apart import Bounds, clean_apart
from caseflow.cleaning.outcome import Kind, Limits
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.document_limits import DocumentLimits

MOST_SIGNATURE = 64_000  # letters of base64: a pen leaves a tenth of it
DRAWN = "data:image/png;base64,"  # how a browser says a picture
_FIELD = "form.signature"
_PIXELS = 1_000_000


def clean_signature(sent: str, limits: DocumentLimits) -> str | Problem:
    """Return the picture in base64 as it may be kept, or why it is not taken; nothing of nothing.

    It is opened in a process of its own, as every file of a stranger is.
    """
    if not sent:
        return ""
    try:
        brought = b64decode(sent.removeprefix(DRAWN), validate=True)
    except ValueError:
        return Problem(_FIELD, "no_signature")
    if len(sent) > MOST_SIGNATURE:
        return Problem(_FIELD, "no_signature")
    kept: list[bytes] = []
    bounds = Bounds(Limits(_PIXELS, pages=1, unpacked=0), limits.memory, limits.seconds)
    found = clean_apart([brought], bounds, kept.append)
    if found is not Kind.PNG:
        return Problem(_FIELD, "no_signature")
    return b64encode(b"".join(kept)).decode()

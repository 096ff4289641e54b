"""Take a text as it is: there is nothing in it but what is read."""

from caseflow.cleaning.outcome import Limits, NotTaken, Unclean


def clean_text(content: bytes, limits: Limits) -> bytes:
    """Return the text; raises NotTaken where it is too long."""
    if len(content) > limits.unpacked:
        raise NotTaken(Unclean.UNPACKED)
    return content

"""Take what a program may send and no keyboard types: half a character, which has no bytes."""


def whole_text(text: str) -> str:
    """Return the text with a question mark in place of each half of a character."""
    return text.encode(errors="replace").decode()

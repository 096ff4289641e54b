"""Make the random ids that everything is known by.

Version 4 of RFC 9562: a time-ordered id would tell when a client first came.
"""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Return a random id; it is made by the application, before the insert."""
    return uuid4()


def read_id(text: str) -> UUID | None:
    """Return the id that the text spells, or None when it spells none."""
    try:
        return UUID(text)
    except ValueError:
        return None

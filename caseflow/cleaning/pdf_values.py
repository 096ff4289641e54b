"""Look an entry of a PDF's dictionary up, wherever in the file it stands."""

from pypdf.generic import DictionaryObject, PdfObject


def value_of(entries: DictionaryObject, name: str) -> PdfObject | None:
    """Return the entry itself, never a reference to it; None where there is none."""
    # `get` would return the reference.
    return entries[name] if name in entries else None  # noqa: SIM401

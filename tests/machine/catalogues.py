"""Collect the sentences of pages and programs, and keep their German catalogue beside them.

`python -m tests.machine.catalogues` brings the catalogue up to the pages: new sentences are added
empty, and both files are written. A test fails until every sentence has its German.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

CASEFLOW = Path(__file__).resolve().parents[2] / "caseflow"
SPEAKING = ("api", "http", "web")  # the rooms whose sentences it holds
PO = CASEFLOW / "http" / "translations" / "de" / "LC_MESSAGES" / "messages.po"
_METHODS = [
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2"),
    ("templates/**.html", "jinja2"),
]
_CHATTER = tuple(
    f'"{each}'
    for each in (
        "POT-Cr",
        "PO-Rev",
        "Report-",
        "Last-Tr",
        "Language-Team",
        "Generated",
        "Project-Id",
    )
)
_KEYWORDS = {"gettext": None, "_": None, "mark": None, "told": None}


def sentences() -> Catalog:
    """Return every sentence that can be answered, in English, without a translation."""
    found = Catalog()
    for room in SPEAKING:
        told = extract_from_dir(str(CASEFLOW / room), _METHODS, keywords=_KEYWORDS)
        for _, _, message, _, _ in told:
            found.add(message)
    return found


def german() -> Catalog:
    """Return the German catalogue as people edit it."""
    with PO.open("rb") as file:
        return read_po(file, locale="de")


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the pages read it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def stored() -> Catalog:
    """Return the German catalogue that the pages read."""
    with PO.with_suffix(".mo").open("rb") as file:
        return read_mo(file)


def renew() -> None:
    """Bring both files of the German catalogue up to the pages."""
    known = german() if PO.is_file() else Catalog()
    fresh = Catalog(
        locale="de", project="Caseflow", fuzzy=False, header_comment="# Caseflow, German"
    )
    for message in sentences():
        if message.id:
            old = known.get(message.id)
            fresh.add(message.id, old.string if old else "")
    file = io.BytesIO()
    write_po(file, fresh, width=96, sort_output=True)
    lines = file.getvalue().decode().splitlines()
    kept = [line for line in lines if not line.startswith(_CHATTER)]
    PO.write_text("\n".join(kept) + "\n", encoding="utf-8")
    PO.with_suffix(".mo").write_bytes(compiled(german()))


if __name__ == "__main__":
    renew()

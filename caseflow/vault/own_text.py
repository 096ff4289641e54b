"""Open a field of an own row inside a write; what it says never leaves before the commit."""

from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.vault.content_tables import fields_of
from caseflow.vault.open_drawers import fields_in, key_of
from caseflow.vault.permit import Permit


def own_text(work: Work, given: Permit, row: DrawerContent, column: str) -> str:
    """Return the text of a field; raises BrokenKey when it is not as it was sealed."""
    drawer = given.gathered.drawers[row.drawer_id]
    opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), row)
    sealed: bytes = getattr(row, column)
    return opener.open(column, sealed)

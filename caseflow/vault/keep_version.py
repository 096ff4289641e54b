"""Keep a paragraph of the summary as it stands, before it is written anew.

What is kept lies in the drawer of the paragraph, so it opens to whom the paragraph opens, turns
with it and goes with it.
"""

from caseflow.database.tables.records import SummaryParagraph, SummaryVersion
from caseflow.database.unit_of_work import Work
from caseflow.vault.content_tables import fields_of, sealed_columns
from caseflow.vault.contents import Content, add_row, deeds_of
from caseflow.vault.open_drawers import ready
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.errors import BrokenKey


def keep_version(work: Work, given: Permit, row: SummaryParagraph) -> Deeds:
    """Add the version that an own paragraph has now, under the name of who wrote it then.

    Of one that does not open any more nothing is kept: it is mended by being written anew.
    """
    drawer = given.gathered.drawers[row.drawer_id]
    opened = ready(work, given.gathered, drawer, given.entry, ())
    opener = fields_of(opened.fields, row)
    columns = sealed_columns(SummaryVersion)
    try:
        texts = {column: opener.open(column, getattr(row, column)) for column in columns}
    except BrokenKey:
        return Deeds(keys=opened.keys)
    plain = {"paragraph_id": row.id, "version": row.version}
    kept = add_row(work, given, opened, Content(SummaryVersion, drawer.category, texts, plain))
    kept.recorded_by, kept.recorded_at = row.recorded_by, row.recorded_at
    work.session.flush()
    return deeds_of(opened, kept)

"""Say whether a document must stay as it is: what is held is not destroyed piece by piece."""

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.cleaned import FIELD
from caseflow.vault.erasing.holds import load_holds
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Permit
from caseflow.vault.write_file import file_of
from caseflow.vocabulary.answers import Problem


def kept_back(work: Work, given: Permit) -> Problem | None:
    """Return what stands against destroying one of hers; what it is the officers know.

    Nobody sets a hold on her between this and the end of the act. Raises Stale where she was erased
    meanwhile.
    """
    ids = hold_person(work, given.ask.client).ids
    held = load_holds(work).against(ids, {given.actor.unit})
    return Problem(FIELD, "officer_knows_why") if held else None


def file_kept_back(work: Work, given: Permit, document: Document) -> Problem | None:
    """Return what stands against giving it another file; it may have its first one."""
    if file_of(work, document) is None:
        return None
    return evidence_stays(work, given, document) or kept_back(work, given)


def evidence_stays(work: Work, given: Permit, document: Document) -> Problem | None:
    """Return what stands against destroying what shows how she declared something."""
    category = given.gathered.drawers[document.drawer_id].category
    stays = category in work.configuration.closed_categories
    return Problem(FIELD, "evidence_stays") if stays else None

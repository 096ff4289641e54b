"""List what the unit still owes about what it told partners, or waits for.

Which of them have not said that they received it, and which are to be told of a change since.
"""

from sqlalchemy import and_, or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.views import DisclosureView, view_of_disclosure
from caseflow.vault.client_file import load_file
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

SHOWN_AT_MOST = 100


def list_open(work: Work, actor: Actor) -> Disclosed[tuple[DisclosureView, ...]] | Refused:
    """Return the unit's open disclosures, the oldest first, of clients who are there for her.

    With an erased file go the case and the walls that say from whom she is hidden; what was told
    of it is the officers' to tell anew.
    """
    given = permit_member(work, actor, Act.DISCLOSURE_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    rows = intact(
        work,
        work.session.scalars(
            select(Disclosure)
            .where(
                Disclosure.unit_id == actor.unit,
                or_(
                    Disclosure.acknowledged_at.is_(None),
                    and_(Disclosure.overtaken_at.is_not(None), Disclosure.retold.is_(None)),
                ),
            )
            .order_by(Disclosure.made_at, Disclosure.id)
        ),
    )
    asked, now = {row.client_id for row in rows}, work.clock.now()
    there = load_file(work, actor, closed=True, among=asked, ordered=False).shown_as
    seen = [row for row in rows if row.client_id in there][:SHOWN_AT_MOST]
    views = tuple(view_of_disclosure(row, now) for row in seen)
    shown = tuple(dict.fromkeys(view.client for view in views))
    trace(work, given, Deeds(clients=shown, details={"disclosures": str(len(views))}))
    work.finish()
    return Disclosed(views)

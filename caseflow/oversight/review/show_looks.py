"""Show an officer what another one, who has signed a period off, has done in it herself."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.walk import entries_at
from caseflow.database.unit_of_work import Work
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.oversight.review.look_through import Findings, Whose, look_through
from caseflow.oversight.review.show_review import silent
from caseflow.oversight.review.sign_looks import of_another
from caseflow.oversight.review.view_of import SignOffView, sign_off_view
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Looks:
    """What was found in the entries of the officer who signed a period."""

    signed: SignOffView
    findings: Findings
    sample: tuple[LogLine, ...]


def show_looks(work: Work, actor: Actor, of: UUID) -> Disclosed[Looks] | Refused:
    """Return it; never to herself."""
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = of_another(work, actor, of)
    if isinstance(found, Refused):
        refused = refuse(work, given, found.reason)
        work.finish()
        return refused
    trace(work, given, Deeds(details={"review": "looks", "sign_off": str(of)}))
    work.finish()
    row, period = found
    seen = look_through(work, Whose(row.reviewer_id, hers=True), period, silent)
    sample = log_lines(work, entries_at(work, seen.sample))
    work.finish()
    return Disclosed(Looks(sign_off_view(row), seen, sample))

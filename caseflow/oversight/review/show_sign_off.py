"""Show an officer what was signed off, to be printed and kept elsewhere."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.open_looks import sign_offs
from caseflow.oversight.review.view_of import SignOffView, sign_off_view
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


def show_sign_off(work: Work, actor: Actor, signed: UUID) -> Disclosed[SignOffView] | Refused:
    """Return a sign-off without its note."""

    def find() -> SignOffView | Refused:
        row = sign_offs(work).get(signed)
        return Refused() if row is None else sign_off_view(row)

    return trace_look(work, actor, {"sign_off": str(signed)}, find)

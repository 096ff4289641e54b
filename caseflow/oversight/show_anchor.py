"""Show an officer up to where the log is anchored outside."""

from functools import partial

from caseflow.database.unit_of_work import Work
from caseflow.oversight.anchor import Anchor, anchor_of
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


def show_anchor(work: Work, actor: Actor) -> Disclosed[Anchor] | Refused:
    """Return the last head that a witness has seen; the look is an entry."""
    return trace_look(work, actor, {"anchor": "newest"}, partial(anchor_of, work))

"""Show an officer the entries that a hit, a sample or a finding names."""

from collections.abc import Sequence

from caseflow.audit.look import LAST_POSITION
from caseflow.audit.walk import entries_at
from caseflow.database.unit_of_work import Work
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused

AT_MOST = 200


def named_entries(
    work: Work, actor: Actor, positions: Sequence[int]
) -> Disclosed[tuple[LogLine, ...]] | Refused:
    """Return the entries at these positions, 200 at most; the look is an entry too."""
    asked = sorted({each for each in positions if 0 <= each <= LAST_POSITION})[:AT_MOST]
    named = {"positions": ",".join(map(str, asked))}
    return trace_look(work, actor, named, lambda: log_lines(work, entries_at(work, asked)))

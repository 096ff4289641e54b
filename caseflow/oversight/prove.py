"""Prove to an officer that an entry is in the log, and that the log only grew (RFC 9162)."""

from caseflow.audit.look import newest_checkpoint
from caseflow.audit.proofs import prove_entry, prove_growth
from caseflow.database.unit_of_work import Work
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Refused

Proof = tuple[bytes, ...]


def prove_inclusion(
    work: Work, actor: Actor, index: int, size: int
) -> Disclosed[Proof] | Invalid | Refused:
    """Return the proof that the entry at an index, from 0, is in the log of this size."""

    def find() -> Proof | Invalid:
        problem = _beyond(work, "size", size)
        if problem is None and index >= size:
            problem = Problem("index", "beyond_log", {"size": str(size)})
        return prove_entry(work, index, size) if problem is None else Invalid((problem,))

    asked = {"proof": "inclusion", "index": str(index), "size": str(size)}
    return _proved(trace_look(work, actor, asked, find))


def prove_consistency(
    work: Work, actor: Actor, first: int, second: int
) -> Disclosed[Proof] | Invalid | Refused:
    """Return the proof that the log of the first size is the beginning of that of the second."""

    def find() -> Proof | Invalid:
        problem = _beyond(work, "second", second)
        if problem is None and first > second:
            problem = Problem("first", "log_never_shrinks")
        return prove_growth(work, first, second) if problem is None else Invalid((problem,))

    asked = {"proof": "consistency", "first": str(first), "second": str(second)}
    return _proved(trace_look(work, actor, asked, find))


def _proved(
    answer: Disclosed[Proof | Invalid] | Refused,
) -> Disclosed[Proof] | Invalid | Refused:
    if isinstance(answer, Refused):
        return answer
    return answer.value if isinstance(answer.value, Invalid) else Disclosed(answer.value)


def _beyond(work: Work, field: str, size: int) -> Problem | None:
    """Return the problem of a size at which the log was never signed; it is still to come."""
    head = newest_checkpoint(work)
    most = 0 if head is None else head.size
    return Problem(field, "beyond_log", {"size": str(most)}) if size > most else None

"""Say whether a recovery key can be shared out so: how many of how many restore it together."""

from caseflow.vocabulary.answers import Problem

_MOST_SHARES = 16  # of SLIP-39


def sharing_problem(needed: int, made: int) -> Problem | None:
    """Return what is wrong with a sharing; one share alone is allowed, for whoever has no other."""
    alone = needed == made == 1
    together = 1 < needed <= made <= _MOST_SHARES
    if alone or together:
        return None
    return Problem("recovery_shares", "no_sharing", {"most": str(_MOST_SHARES)})

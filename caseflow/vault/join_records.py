"""Let follow from it that two clients are one person: the keys follow the consents of both.

No row of hers moves, so that it can be undone. Whatever her consents do not open together loses
its envelopes here, and its drawer turns at the owning unit's next request.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.vault.apart_rows import apart_of, assigned_to, present_cases
from caseflow.vault.contents import joined
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.keep_apart import keep_apart
from caseflow.vault.majority import note_majorities
from caseflow.vault.permit import Deeds
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import Person
from caseflow.vocabulary.actors import Actor


def join_records(work: Work, actor: Actor, act: UUID, row: Merge) -> Deeds:
    """Make two clients one person from now on; `act` is the entry that will tell of it.

    Raises Stale when somebody else has answered, or a write of hers was faster.
    """
    change(work, row, answered_by=actor.staff, agreed_at=work.clock.now())
    # From here on she is both: a read that has seen one of them alone has used a case that is
    # counted up now, and decides anew.
    held = hold_writers(work, row.first_client)
    drawers = drawers_of(work, row.first_client)
    keys = close_drawers(work, None, drawers, consent_facts(work, row.first_client), act)
    note_majorities(work, row.first_client)
    joint = Deeds(rows=(digest_of(row), *held), keys=keys)
    return joined(joint, _keep_apart(work, actor, row))


def never_one(work: Work, first: Person, second: Person) -> bool:
    """Say whether two are kept apart, or somebody would work with both sides of such a pair then.

    In doubt they are.
    """
    here = [*present_cases(work, first.ids[0]), *present_cases(work, second.ids[0])]
    return _parted(work, first, second, here) or _parted(work, second, first, here)


def _parted(work: Work, one: Person, other: Person, cases: Iterable[Case]) -> bool:
    apart, staff = apart_of(work, one.ids[0]), assigned_to(cases)
    others = {apart.other_of(pair) for pair in apart.pairs}
    return apart.doubt or any(
        each in other.ids or staff & assigned_to(present_cases(work, each)) for each in others
    )


def _keep_apart(work: Work, actor: Actor, row: Merge) -> Deeds:
    """Let whoever is kept apart from one of the two be so from whoever works with the other."""
    apart = apart_of(work, row.first_client)
    if not apart.any:
        return Deeds()
    cases = present_cases(work, row.first_client)
    followed = joined(*(keep_apart(work, actor, case) for case in cases))
    return joined(followed, Deeds(rows=tuple(digest_of(case) for case in cases)))

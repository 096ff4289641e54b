"""Let a record that turns out to be another person's leave the pairs of clients kept apart.

Its cases were restricted because it was taken for the one who is kept apart. The walls stay until
the pair is lifted: whoever worked with both records meanwhile knows of both. So does all that
follows from a pair that was recorded meanwhile: of which record it was said nobody knows.
"""

from collections.abc import Iterator
from datetime import datetime

from caseflow.audit.entries import RowDigest
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.vault.apart_rows import Apart, apart_of, present_cases
from caseflow.vault.permit import Deeds
from caseflow.vault.same_person import Person


def leave_pairs(work: Work, before: Apart, person: Person, since: datetime) -> Deeds:
    """Open to its unit what was restricted because of pairs that she is in no more; in doubt not.

    `before` are the pairs that she was in while she was taken for somebody else too, from `since`.
    """
    client = person.ids[0]
    now = apart_of(work, client)
    left = [pair for pair in before.pairs if pair not in now.pairs]
    meant = [pair for pair in left if pair.recorded_at < since]
    if before.doubt or now.doubt or not meant:
        return Deeds()
    cases = present_cases(work, client)
    made = {case for pair in meant for case in pair.cases}
    stays = now.pairs or len(meant) < len(left)
    opened = [] if stays else [case for case in cases if case.id in made]
    return Deeds(rows=(*_opened(work, opened), *_taken_off(work, meant, cases)))


def _opened(work: Work, cases: list[Case]) -> Iterator[RowDigest]:
    for case in cases:
        change(work, case, restricted=False, generation=case.generation + 1)
        yield digest_of(case)


def _taken_off(work: Work, pairs: list[KeptApart], cases: list[Case]) -> Iterator[RowDigest]:
    hers = {case.id for case in cases}
    for pair in pairs:
        kept = tuple(case for case in pair.cases if case not in hers)
        if kept != pair.cases:
            change(work, pair, cases=kept)
            yield digest_of(pair)

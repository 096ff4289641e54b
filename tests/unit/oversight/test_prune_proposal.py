from datetime import timedelta
from typing import cast
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.sealed_rows import change
from caseflow.oversight.prune_proposal import PROPOSED, STANDS, Proposal, proposal_for
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.retention import second_officer


def tell(house: House, who: Actor, **details: str) -> UUID:
    work = house.work(who)
    entry = record(work, Trace(act=Act.LOG_PRUNE, details=details, **by(who)))
    work.finish()
    integrated(house)
    cast("StoppedClock", house.around.clock).advance(timedelta(seconds=1))
    return entry


def test_a_proposal_counts_once_and_as_long_as_who_made_it_is_an_officer(house: House) -> None:
    olga, second = house.actor("olga", "datenschutz"), second_officer(house)
    first, newest = (tell(house, olga, **{PROPOSED: upto}) for upto in "79")
    tell(house, second, agreed=str(newest), upto="9")
    work = house.work()
    assert proposal_for(work, second) == Proposal(first, 7)
    change(work, house.memberships["olga", "datenschutz"], ended_at=work.clock.now())
    assert proposal_for(work, second) is None
    work.put_away()


def test_the_newest_proposal_of_another_officer_stands_two_weeks(house: House) -> None:
    olga, second = house.actor("olga", "datenschutz"), second_officer(house)
    clock = cast("StoppedClock", house.around.clock)
    work, proposed = house.work(olga), []
    for details in ({PROPOSED: "7"}, {PROPOSED: "9"}, {"dry_run": "yes"}):
        proposed.append(record(work, Trace(act=Act.LOG_PRUNE, details=details, **by(olga))))
        work.finish()
        clock.advance(timedelta(seconds=1))
    integrated(house)
    clock.advance(STANDS - timedelta(seconds=2))
    work = house.work()
    assert proposal_for(work, second) == Proposal(proposed[1], 9)
    assert proposal_for(work, olga) is None
    clock.advance(timedelta(seconds=1))
    assert proposal_for(work, second) is None
    work.put_away()

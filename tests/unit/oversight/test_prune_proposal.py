from datetime import timedelta
from typing import cast

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.oversight.prune_proposal import PROPOSED, STANDS, Proposal, proposal_for
from caseflow.vocabulary.acts import Act
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.retention import second_officer


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

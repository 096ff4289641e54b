"""What became of a run, and to whom it is shown."""

from caseflow.subject_rights.retention.run_rows import runs_for, view_of_run
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.retention import RunState
from tests.factories.house import House
from tests.factories.retention import (
    agreed_run,
    carried_on,
    closed_client,
    prepared,
    second_officer,
    years_later,
)


def test_its_states_follow_each_other_and_the_second_person_alone_may_answer(house: House) -> None:
    closed_client(house)
    years_later(house, 5)
    orla, olga = second_officer(house), house.actor("olga", "datenschutz")
    assert isinstance(prepared(house), Done)
    assert state(house, olga) == (RunState.WAITING, False)
    assert state(house, orla) == (RunState.WAITING, True)
    run = agreed_run(house, orla)  # prepared anew: the former one gave way
    assert state(house, orla) == (RunState.AGREED, False)
    carried_on(house, run)
    assert state(house, orla) == (RunState.DONE, False)
    work = house.work()
    states = [view_of_run(olga, row).state for row in runs_for(work, olga)]
    assert sorted(states) == [RunState.DONE, RunState.REFUSED]
    work.finish()


def state(house: House, actor: Actor) -> tuple[RunState, bool]:
    """Return what the newest run is to her, and whether she may answer it."""
    work = house.work()
    rows = [row for row in runs_for(work, actor) if not row.refused]
    view = view_of_run(actor, rows[0])
    work.finish()
    assert view.counts == {("case_record", house.units["beratung"]): 1}
    return view.state, view.answerable

"""Whoever accepts at the same instant, one accepts, one case is opened, and the log is whole."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.oversight import verify_at_console
from tests.factories.clients import consented, new_client
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.processes import MACHINE
from tests.factories.reopened_house import address_of
from tests.factories.scale import scaled
from tests.reliability.acceptors import Rush, accept_all

RACES = 3
PEOPLE = ("frieda", "lea") * 4


def test_eight_accept_and_one_does(house: House) -> None:
    handovers = tuple(_sent(house) for _ in range(scaled(RACES)))
    expected = sorted(["accepted"] + ["too_late"] * (len(PEOPLE) - 1))
    for told in zip(*_accepted(house, handovers), strict=True):
        assert sorted(told) == expected
    with house.sessions() as session:
        here = Case.unit_id == house.units["frauenhaus"]
        assert len(session.scalars(select(Case).where(here)).all()) == len(handovers)
    report = verify_at_console(house.work())
    assert report.verified, report.findings


def _sent(house: House) -> UUID:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    return sent(house, berta, known, "frauenhaus", consent)


def _accepted(house: House, handovers: tuple[UUID, ...]) -> list[list[str]]:
    """Return what each process was told, by handover."""
    rush = Rush(address_of(house), handovers, MACHINE.Barrier(len(PEOPLE)))
    house.engine.dispose()  # the processes connect by themselves
    ends, processes = [], []
    for name in PEOPLE:
        mine, theirs = MACHINE.Pipe(duplex=False)
        processes.append(MACHINE.Process(target=accept_all, args=(rush, name, theirs)))
        processes[-1].start()
        theirs.close()
        ends.append(mine)
    answers = [end.recv() for end in ends]
    for process in processes:
        process.join()
    return answers

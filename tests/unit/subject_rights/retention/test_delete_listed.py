"""Slips and evidence go by runs too, each by its own rule."""

from sqlalchemy import select

from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.retention import Erasure
from caseflow.subject_rights.retention import Progress
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.erasing import erased, left_of, two_files
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.retention import agreed_run, carried_on, second_officer, years_later
from tests.unit.vault.reading import newest, read


def test_the_slip_goes_and_the_client_stays(house: House) -> None:
    where = two_files(house)
    sent(house, where.berta, where.known, "wohnen")
    years_later(house, 2)
    run = agreed_run(house, second_officer(house))
    assert carried_on(house, run) == Done(Progress(1, 1, 0))
    with house.sessions() as session:
        assert not list(session.scalars(select(Handover)))
    assert "cases" in left_of(house, where.known.id)


def test_the_evidence_goes_and_the_tombstone_stays(house: House) -> None:
    where = two_files(house)
    read(house, where.frieda, where.known)  # by the consent
    erased(house, where.known.id)
    years_later(house, 5)
    run = agreed_run(house, second_officer(house))
    assert carried_on(house, run) == Done(Progress(1, 1, 0))
    assert left_of(house, where.known.id) == {"erasures"}
    with house.sessions() as session:
        [row] = session.scalars(select(Erasure))
        assert row.evidence_gone_at == house.around.clock.now()
    told = newest(house, Act.EVIDENCE_DELETE)
    assert told["details"]["rows"] == "1"
    assert [each["kind"] for each in told["ended"]] == ["consent"]

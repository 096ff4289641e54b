"""What stayed of an erased client goes after its own period, and the log misses no basis."""

from sqlalchemy import select

from caseflow.audit.findings import Fault
from caseflow.audit.verify import verify
from caseflow.audit.verify_records import verify_records
from caseflow.database.tables.exceptions import LawfulException
from caseflow.vault.bring_in import bring_in
from caseflow.vault.erasing.delete_evidence import delete_evidence
from caseflow.vault.log_signer import log_signer
from caseflow.vault.permit import Permit, permit_member, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.erasing import erased, left_of, rows_naming, two_files
from tests.factories.house import House
from tests.factories.lawful import answered
from tests.unit.vault.erasing.test_unsay_reasons import spoken_of
from tests.unit.vault.reading import read


def test_all_of_it_goes_and_every_use_is_accounted_for(house: House) -> None:
    where, another = spoken_of(house), two_files(house).known
    with house.sessions() as session:
        asked = session.scalars(select(LawfulException.id)).one()
    assert answered(house, house.actor("lea", "beratung"), asked) == Done(None)
    before = rows_naming(house, another.id)
    read(house, where.frieda, where.known)  # by consent and emergency
    erased(house, where.known.id)
    assert "consents" in left_of(house, where.known.id)
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    given = permit_member(work, olga, Act.RETENTION_RUN)
    assert isinstance(given, Permit)
    gone = delete_evidence(work, (where.known.id,))
    assert gone.details == {"rows": "4"}  # and the agreement to the other ground
    assert {each.kind.value for each in gone.ended} == {"consent", "emergency"}
    trace(work, given, gone)
    work.finish()
    assert left_of(house, where.known.id) == {"erasures"}
    assert rows_naming(house, another.id) == before
    work = house.work()
    bring_in(work)
    assert verify(work, log_signer(work).public).findings == ()
    work.finish()
    # What a house is born with nobody has told; what went with her is missed by nobody.
    assert {each.fault for each in verify_records(work).findings} <= {Fault.ROW_ADDED}

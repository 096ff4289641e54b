from uuid import UUID

from caseflow.consents import show_evidence, show_signature
from caseflow.documents import BroughtScan, SealedSpool, attach_scan, delete_document
from caseflow.documents.attach_scan import id_of_paper
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.scans import Scan
from tests.factories.clients import Known, case_at, new_client
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.documents import content_of, listed
from tests.factories.house import House
from tests.factories.planted_files import PLANTED, SEEN, paper, text_of
from tests.unit.records.desk_work import do, done, problems, traces

NUMBER = "sharing-1.ar 7"


def _asked(house: House) -> tuple[Known, Known, UUID]:
    """Return a client who signed on paper in counselling, another one, and the consent."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta), new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "family")
    return known, other, agreed(house, berta, known, declaration(offered)).id


def test_a_scan_is_kept_as_evidence_of_its_consent_and_stays(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, _, consent = _asked(house)
    with SealedSpool() as spool:
        spool.write(paper())
        scan = BroughtScan(consent, NUMBER, spool)
        saved = done(do(house, berta, attach_scan, known.id, scan))
    (found,) = listed(house, berta, known)
    assert (found.id, found.category, found.title) == (saved.id, "evidence", NUMBER)
    content = content_of(house, berta, saved.id)
    assert SEEN in text_of(content)
    assert PLANTED.encode() not in content
    told = {"consent": str(consent), "scan": str(saved.id)}
    assert traces(house, Act.CONSENT_RECORD)[-1]["details"] == told
    answer = do(house, berta, show_evidence, known.id)
    assert isinstance(answer, Disclosed)
    (evidence,) = answer.value
    assert (evidence.on_paper, evidence.scans) == (True, (Scan(saved.id, NUMBER),))
    assert isinstance(do(house, berta, show_signature, known.id, consent), Refused)
    gone = do(house, berta, delete_document, saved.id, saved.version)
    assert problems(gone) == {("file", "evidence_stays")}
    assert len(listed(house, berta, known)) == 1


def test_it_is_brought_to_a_paper_that_the_unit_has_recorded_itself(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other, consent = _asked(house)
    missing = BroughtScan(consent, " ", None)
    for who, whom in ((frieda, known), (berta, other)):
        assert do(house, who, attach_scan, whom.id, missing) == Refused(Reason.NOT_OPEN)
    nobody = BroughtScan(new_id(), NUMBER, None)
    assert do(house, berta, attach_scan, known.id, nobody) == Refused(Reason.NOT_OPEN)
    wrong = {("number", "required"), ("file", "file_missing")}
    assert problems(do(house, berta, attach_scan, known.id, missing)) == wrong
    long = BroughtScan(consent, "7" * 101, None)
    assert ("number", "too_long") in problems(do(house, berta, attach_scan, known.id, long))
    assert listed(house, berta, known) == []


def test_a_number_is_one_papers_whosever_it_was(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, other, consent = _asked(house)
    offered = offer([berta.unit], [house.actor("frieda", "frauenhaus").unit], "family")
    second = agreed(house, berta, other, declaration(offered)).id
    printed = str(new_id())
    taken = {("number", "number_taken")}
    for whom, of, number, wrong in (
        (known, consent, f"sharing-1.ar · {printed}", set()),
        (other, second, printed.upper(), taken),
        (known, consent, f" sharing-1.ar {printed} ", taken),
        (known, consent, f"{printed} 2", set()),
        (other, second, str(new_id()), set()),
    ):
        with SealedSpool() as spool:
            spool.write(paper())
            answer = do(house, berta, attach_scan, whom.id, BroughtScan(of, number, spool))
        if wrong:
            assert problems(answer) == wrong
        else:
            assert isinstance(answer, Done)
    assert [len(listed(house, berta, whom)) for whom in (known, other)] == [2, 1]
    # Nobody tries out which numbers of its own another unit has given.
    work, units = house.work(berta), house.units.values()
    assert len({id_of_paper(work, unit, printed) for unit in units}) == 1
    assert len({id_of_paper(work, unit, NUMBER) for unit in units}) == len(units)

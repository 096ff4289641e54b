from caseflow.database.tables.documents import Document
from caseflow.documents.kept_back import file_kept_back, kept_back
from caseflow.vault.contents import find_row
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem
from tests.factories.clients import permitted
from tests.factories.documents import attached
from tests.factories.house import House
from tests.factories.retention import held
from tests.unit.records.desk_work import create


def test_a_hold_of_another_unit_keeps_nothing_here_and_no_hold_the_first_file(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    bare = attached(house, berta, known, None).id
    for unit, stopped in (("wohnen", None), ("beratung", Problem("file", "officer_knows_why"))):
        held(house, None, house.units[unit])
        work = house.work(berta)
        given = permitted(work, berta, Ask(Act.DOCUMENT_WRITE, known.id))
        assert kept_back(work, given) == stopped
        row = find_row(work, given, Document, bare)
        assert row is not None
        assert file_kept_back(work, given, row) is None
        work.abandon()

from caseflow.records.imports.import_run import finish_import, may_import
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import do, traces

COUNTS = {"imported": 3, "bad": 1}


def test_a_lead_may_and_the_run_is_traced_once(house: House) -> None:
    lea = house.actor("lea", "beratung")
    assert do(house, lea, may_import) == Done(None)
    assert traces(house, Act.IMPORT_RUN) == []
    assert do(house, lea, finish_import, COUNTS) == Done(None)
    (entry,) = traces(house, Act.IMPORT_RUN)
    assert entry["details"] == {"imported": "3", "bad": "1"}
    assert entry["bases"]


def test_nobody_else_may(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert do(house, berta, may_import) == Refused(Reason.NOT_YOUR_ROLE)
    assert do(house, berta, finish_import, COUNTS) == Refused(Reason.NOT_YOUR_ROLE)
    assert [entry["decision"] for entry in traces(house, Act.IMPORT_RUN)] == ["refused"] * 2

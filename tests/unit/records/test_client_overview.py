from caseflow.records.client_overview import client_overview
from caseflow.records.close_case import close_case
from caseflow.records.create_client import create_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, jot, shared, traces


def test_code_units_and_drawers_with_what_opened_them(house: House) -> None:
    known, berta, frieda = shared(house, "violence")
    jot(house, berta, known)
    jot(house, berta, known, category="health")
    jot(house, frieda, known, category="housing")
    answer = client_overview(house.work(frieda), frieda, known.id)
    assert isinstance(answer, Disclosed)
    view = answer.value
    assert (view.id, view.code) == (known.id, known.code)
    assert set(view.units) == {berta.unit, frieda.unit}
    assert {(each.unit, each.category, each.basis.kind) for each in view.drawers} == {
        (berta.unit, "violence", BasisKind.CONSENT),
        (frieda.unit, "housing", BasisKind.OWN_UNIT),
    }
    told = traces(house, Act.CLIENT_READ)[-1]
    assert {drawer["category"] for drawer in told["drawers"]} == {"violence", "housing"}
    assert "fields" not in told


def test_a_client_without_drawers_is_there_all_the_same(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = client_overview(house.work(berta), berta, known.id)
    assert isinstance(answer, Disclosed)
    assert (answer.value.units, answer.value.drawers) == ((berta.unit,), ())


def test_a_closed_case_wants_a_reason(house: House) -> None:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {}))
    done(do(house, berta, close_case, created.case))
    refused = client_overview(house.work(berta), berta, created.id)
    assert refused == Refused(Reason.REASON_NEEDED)
    answer = client_overview(house.work(berta), berta, created.id, "Rückfrage")
    assert isinstance(answer, Disclosed)
    assert answer.value.case == created.case


def test_who_is_not_open_does_not_exist(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    assert client_overview(house.work(frieda), frieda, known.id) == Refused(Reason.NOT_OPEN)

from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import FactState
from tests.factories.clients import case_at, consented
from tests.factories.house import House
from tests.unit.records.desk_work import create, intake, line


def test_the_form_is_filled_in_with_what_was_told_under_a_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta, {"client_name": "Amal Haddad", "safe_phone": "0170 1"})
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    case_at(house, frieda, known)
    form = intake(house, frieda, known)
    assert (form.total, form.already_told) == (35, 1)
    name = line(form, "client_name")
    assert name.value == "Amal Haddad"
    assert name.source is not None
    assert name.source.unit == berta.unit
    assert (name.source.basis.kind, name.source.basis.id) == (BasisKind.CONSENT, consent.id)
    assert line(form, "safe_phone").state is FactState.NOT_ASKED

from datetime import timedelta

from caseflow.records.open_intake import open_intake
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import FactState
from tests.factories.clients import case_at, consented
from tests.factories.house import House, StoppedClock
from tests.unit.records.desk_work import create, intake, keep_back, line, shared, tell, traces


def test_the_form_is_filled_in_with_what_was_told_under_a_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta, {"client_name": "Amal Haddad", "safe_phone": "0170 1"})
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    case_at(house, frieda, known)
    form = intake(house, frieda, known)
    assert (form.total, form.already_told) == (35, 1)
    name = line(form, "client_name")
    assert name.value == "Amal Haddad"
    assert name.shown is not None
    assert name.shown.value == "Amal Haddad"
    assert name.source is not None
    assert name.source.unit == berta.unit
    assert name.source.told_on.isoformat() == "2026-03-02"
    assert (name.source.basis.kind, name.source.basis.id) == (BasisKind.CONSENT, consent.id)
    assert name.own_version is None
    assert line(form, "safe_phone").state is FactState.NOT_ASKED


def test_the_form_holds_the_units_questions_in_their_order(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    form = intake(house, frieda, create(house, frieda))
    asked = [each.question for each in form.questions]
    catalogue = house.around.configuration.catalogue
    assert asked == [each.key for each in catalogue.questions if each.key in asked]
    assert sum(not each.later for each in form.questions) == form.total
    assert line(form, "german_level").later
    assert not line(form, "client_name").later
    assert form.already_told == 0


def test_withheld_and_unknown_are_not_told_and_later_questions_do_not_count(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal", "german_level": "a1"})
    keep_back(house, berta, known, "gender", FactState.WITHHELD)
    keep_back(house, berta, known, "nationality", FactState.UNKNOWN)
    form = intake(house, berta, known)
    assert line(form, "german_level").state is FactState.ANSWERED
    assert form.already_told == 1
    assert line(form, "gender").state is FactState.WITHHELD
    assert line(form, "nationality").own_version == 1


def test_what_may_have_changed_is_asked_again(house: House, clock: StoppedClock) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1")
    tell(house, berta, known, "other_agencies", "Jugendamt")
    assert not line(intake(house, berta, known), "safe_phone").still_true_asked
    assert line(intake(house, frieda, known), "safe_phone").still_true_asked
    assert not line(intake(house, frieda, known), "other_agencies").still_true_asked
    clock.advance(timedelta(days=1))
    assert line(intake(house, berta, known), "safe_phone").still_true_asked
    keep_back(house, berta, known, "safe_phone", FactState.UNKNOWN)
    clock.advance(timedelta(days=1))
    assert not line(intake(house, berta, known), "safe_phone").still_true_asked


def test_what_she_withheld_here_stays_hidden_in_the_form(house: House) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1")
    keep_back(house, frieda, known, "safe_phone", FactState.WITHHELD)
    hidden = line(intake(house, frieda, known), "safe_phone")
    assert (hidden.state, hidden.value, hidden.shown) == (FactState.WITHHELD, None, None)
    assert hidden.differing == ()
    assert hidden.own_version == 1


def test_an_answer_that_differs_is_shown_with_its_source(house: House) -> None:
    known, berta, frieda = shared(house, "contact")
    tell(house, berta, known, "safe_phone", "0170 1", "2026-02-01")
    tell(house, frieda, known, "safe_phone", "0170 2", "2026-03-01")
    phone = line(intake(house, frieda, known), "safe_phone")
    assert phone.value == "0170 2"
    assert [fact.origin.unit for fact in phone.differing] == [berta.unit]


def test_intake_staff_open_the_form_and_the_trace_names_facts_and_her_word_against_them(
    house: House,
) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    assert isinstance(open_intake(house.work(ida), ida, known.id), Disclosed)
    fields = traces(house, Act.INTAKE_READ)[-1]["fields"]
    assert {field.split(".")[0] for field in fields} == {"facts", "corrections"}


def test_another_unit_gets_no_form_of_hers(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    assert open_intake(house.work(frieda), frieda, known.id) == Refused(Reason.NOT_OPEN)

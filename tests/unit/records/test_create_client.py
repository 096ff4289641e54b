from sqlalchemy import func, select

from caseflow.crypto.client_codes import read_code
from caseflow.database.tables.clients import Case, Client
from caseflow.records.create_client import create_client
from caseflow.vault.search import search
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, intake, line, problems, story, traces


def test_a_client_has_a_code_a_case_and_what_she_told(house: House) -> None:
    berta = house.actor("berta", "beratung")
    typed = {"client_name": "Amal Haddad", "mother_tongue": ["Arabisch"], "allergies": "Nüsse"}
    created = done(do(house, berta, create_client, typed))
    assert read_code(created.code) == created.code
    work = house.work(berta)
    case = work.session.scalars(select(Case)).one()
    assert (case.client_id, case.id, case.unit_id) == (created.id, created.case, berta.unit)
    assert case.assigned == (berta.staff,)
    found = search(work, berta, "haddad")
    assert isinstance(found, Disclosed)
    assert [(each.client, each.name) for each in found.value.items] == [(created.id, "Amal Haddad")]


def test_the_trace_names_the_rows_and_the_drawers(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"), {"client_name": "Amal"})
    (told,) = traces(house, Act.CLIENT_CREATE)
    assert told["client"] == str(known.id)
    assert [row["table"] for row in told["rows"]] == ["clients", "cases", "facts", "drawers"]
    assert [drawer["category"] for drawer in told["drawers"]] == ["identity"]


def test_every_bad_answer_is_named_and_nothing_is_written(house: House) -> None:
    berta = house.actor("berta", "beratung")
    typed = {"client_name": "Amal", "birth_date": "31.06.2022", "no_question": "x", "gender": None}
    answer = do(house, berta, create_client, typed)
    assert problems(answer) == {
        ("birth_date", "no_such_day"),
        ("no_question", "no_such_question"),
        ("gender", "empty"),
    }
    with house.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Client)) == 0
    assert traces(house, Act.CLIENT_CREATE) == []


def test_of_an_anonymous_client_the_name_is_withheld(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    created = done(create_client(work, berta, {"gender": "female"}, anonymous=True))
    work.finish()
    known = create(house, berta)
    form = intake(house, berta, type(known)(created.id, created.code))
    assert line(form, "client_name").state is FactState.WITHHELD
    assert form.already_told == 1


def test_nobody_is_anonymous_with_a_name(house: House) -> None:
    work = house.work_as("berta", "beratung")
    berta = house.actor("berta", "beratung")
    answer = create_client(work, berta, {"client_name": "Amal"}, anonymous=True)
    assert problems(answer) == {("client_name", "named_and_anonymous")}


def test_a_client_may_be_known_by_her_code_alone(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    assert story(house, ida, create(house, ida)).facts == ()


def test_an_officer_creates_nobody(house: House) -> None:
    answer = do(house, house.actor("olga", "datenschutz"), create_client, {})
    assert answer == Refused(Reason.NOT_OPEN)

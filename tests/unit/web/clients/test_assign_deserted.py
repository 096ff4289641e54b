import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page

LIST = "/restricted-cases"


@pytest.fixture
def lea(house: House, visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    return visitor


@pytest.fixture
def left(house: House, made: Storied) -> Case:
    """Return her case in counselling, of which only berta knew, who has left."""
    work = house.work()
    here = Case.client_id == made.id, Case.unit_id == house.units["beratung"]
    case = work.session.query(Case).filter(*here).one()
    change(work, case, restricted=True, assigned=(house.staff["berta"],))
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    change(work, member, ended_at=work.clock.now())
    work.finish()
    return case


def _send(visitor: Visitor, case: Case, **typed: str) -> tuple[int, str]:
    answer = visitor.send(f"{LIST}/{case.id}/assignment", "/look-up", **typed)
    return answer.status_code, answer.text


def test_a_lead_finds_it_on_her_work_list_and_assigns_it(
    made: Storied, house: House, lea: Visitor, left: Case
) -> None:
    page = read_page(lea.look("/").text)
    [due] = page.select(f'.due a[href="{LIST}"]')
    assert due.text == "Beschränkte Fälle, die zuzuweisen sind"
    text = lea.look(LIST).text
    assert [each.text for each in read_page(text).select("h2 code")]
    assert "Öztürk" not in text
    assert lea.look(f"/clients/{made.id}").status_code == 404
    typed = {"generation": str(left.generation), "staff": str(house.staff["lea"])}
    assert _send(lea, left, **typed)[0] == 303
    assert "Es gibt keinen solchen Fall." in lea.look(LIST).text
    assert f'href="{LIST}"' not in lea.look("/").text
    assert lea.look(f"/clients/{made.id}").status_code == 200


def test_what_is_wrong_stands_at_the_case(house: House, lea: Visitor, left: Case) -> None:
    generation = str(left.generation)
    status, text = _send(lea, left, generation=generation)
    assert status == 422
    assert read_page(text).select("#staff.wrong")
    assert _send(lea, left, generation=generation, staff=str(house.staff["berta"]))[0] == 422
    assert _send(lea, left, staff=str(house.staff["lea"]))[0] == 422
    older = str(left.generation - 1)
    assert _send(lea, left, generation=older, staff=str(house.staff["lea"]))[0] == 409


def test_for_anybody_else_there_is_nothing(house: House, visitor: Visitor, left: Case) -> None:
    visitor.log_in("frieda")
    assert visitor.look(LIST).status_code == 404
    typed = {"generation": str(left.generation), "staff": str(house.staff["frieda"])}
    assert _send(visitor, left, **typed)[0] == 404

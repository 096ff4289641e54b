from caseflow.records.client_card import client_card
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import create, desk_at, traces


def test_her_card_is_printed_where_she_has_a_case(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    assert client_card(house.work(ida), ida, known.id) == Disclosed(known.code)
    (told,) = traces(house, Act.CARD_PRINT)
    assert (told["client"], told["fields"]) == (str(known.id), ["cases.code"])


def test_and_nowhere_else_not_even_at_a_desk(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    desk_at(house, frieda, known)
    assert client_card(house.work(frieda), frieda, known.id) == Refused(Reason.NOT_OPEN)
    assert traces(house, Act.CARD_PRINT)[-1]["decision"] == "refused"

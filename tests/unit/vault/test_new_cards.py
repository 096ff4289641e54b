from sqlalchemy import func, select

from caseflow.database.tables.name_cards import CardOrder
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import load_order, open_list
from caseflow.vault.name_cards import CardText, file_card, names_of
from caseflow.vault.new_cards import file_new_cards
from caseflow.vault.permit import Permit
from caseflow.vault.permit_newcomers import permit_newcomers
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

NAMES = ("Ziegler", "", "Abel")


def _permits(house: House) -> list[Permit]:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    given = permit_newcomers(work, berta, [new_id() for _ in NAMES])
    assert not isinstance(given, Refused)
    work.put_away()
    return given


def test_new_cards_stand_among_the_others_in_their_order(house: House) -> None:
    given = _permits(house)
    work = house.work_as("berta", "beratung")
    unit = house.units["beratung"]
    for name in ("Bauer", "Müller"):
        file_card(work, unit, new_id(), CardText(name))
    before = work.session.scalar(select(CardOrder.revision)) or 0
    file_new_cards(work, list(zip(given, map(CardText, NAMES), strict=True)))
    keys = ring(work).unit
    assert keys is not None
    ids = open_list(work, keys, load_order(work, unit))
    names = names_of(work, unit, ids)
    assert [names.get(each, "") for each in ids] == ["Abel", "Bauer", "Müller", "Ziegler", ""]
    assert work.session.scalar(select(CardOrder.revision)) == before + 1


def test_without_cards_or_without_the_key_nothing_is_filed(house: House) -> None:
    given = _permits(house)
    work = house.work_as("ida", "wohnen")
    file_new_cards(work, [])
    file_new_cards(work, [(given[0], CardText("Abel"))])
    assert work.session.scalar(select(func.count()).select_from(CardOrder)) == 0

from caseflow.oversight import show_head
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_the_head_holds_the_look_at_it(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    first = show_head(house.work(olga), olga)
    second = show_head(house.work(olga), olga)
    assert isinstance(first, Disclosed)
    assert isinstance(second, Disclosed)
    assert first.value is not None
    assert second.value is not None
    assert second.value.size == first.value.size + 1
    assert second.value.note.startswith(f"caseflow/{house.around.installation}\n")


def test_nobody_but_an_officer_gets_it(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert show_head(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)
    assert newest(house, Act.LOG_READ)["decision"] == "refused"

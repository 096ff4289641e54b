from caseflow.oversight import Anchor, show_anchor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_an_officer_sees_that_nobody_has_seen_the_log(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert show_anchor(house.work(olga), olga) == Disclosed(Anchor(0, None, 0))
    assert newest(house, Act.LOG_READ)["details"] == {"anchor": "newest"}


def test_nobody_else_does(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert show_anchor(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)

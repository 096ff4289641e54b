from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart


def test_the_officer_sees_every_pair_by_ids_and_ends_one(house: House, visitor: Visitor) -> None:
    hers = created(house, house.actor("frieda", "frauenhaus"))
    his = created(house, house.actor("berta", "beratung"))
    visitor.log_in("olga")
    assert "Niemand wird von jemandem ferngehalten" in visitor.look("/kept-apart").text
    pair = str(kept_apart(house, house.actor("wanda", "wohnen"), hers, his))
    shown = visitor.look("/kept-apart").text
    for said in (str(hers.id), str(his.id), "erfasst von Wanda", "Wohnen"):
        assert said in shown
    assert hers.code not in shown
    answer = visitor.send("/kept-apart", pair=pair, reason="")
    assert answer.status_code == 422
    assert f'value="{pair}" checked' in answer.text
    assert visitor.send("/kept-apart", pair=pair, reason="Verwechslung").location == "/kept-apart"
    assert visitor.send("/kept-apart", pair=pair, reason="Verwechslung").status_code == 404
    assert "hielt zwei Klient*innen" in visitor.look("/log").text


def test_nobody_else_does(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.look("/kept-apart").status_code == 404
    answer = visitor.send("/kept-apart", "/look-up", pair="x", reason="x")
    assert answer.status_code == 404

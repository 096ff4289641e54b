from tests.factories.application import Visitor


def test_a_member_of_one_unit_comes_straight_to_it(visitor: Visitor) -> None:
    visitor.log_in("berta")
    text = visitor.look("/").text
    assert "Beratung" in text
    assert "Es wartet nichts auf Sie." in text


def test_who_has_several_units_chooses_first(visitor: Visitor) -> None:
    visitor.log_in("lea")
    assert visitor.look("/").location == "/unit"


def test_nobody_is_sent_to_the_log_in(visitor: Visitor) -> None:
    assert visitor.look("/").location == "/log-in?next=/"

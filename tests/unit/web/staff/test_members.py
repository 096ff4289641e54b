from tests.factories.application import Visitor
from tests.factories.read_page import read_page


def _names(visitor: Visitor, heading: str) -> list[str]:
    page = read_page(visitor.look("/staff").text)
    return [each.text for each in page.select(f"section[aria-labelledby={heading}] .who")]


def test_members_stand_apart_from_whoever_could_come(lea: Visitor, ada: Visitor) -> None:
    assert _names(lea, "members") == ["Berta", "Lea"]
    assert _names(lea, "outside") == ["Frieda", "Ida", "Olga", "Wanda"]
    assert ada.look("/staff").status_code == 404


def test_a_case_worker_manages_nobody(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.look("/staff").status_code == 404

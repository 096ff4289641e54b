import xml.etree.ElementTree as ET

from caseflow.web.clients.show_card import qr
from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def test_the_card_shows_the_code_and_nobody(made: Storied, berta: Visitor) -> None:
    text = berta.look(f"/clients/{made.id}/card").text
    assert text.count(made.code) == 1
    assert "Öztürk" not in text
    assert "<svg" in text


def test_the_pattern_is_a_drawing_that_the_pages_allow() -> None:
    drawn = ET.fromstring(qr("AJSH-CDZB-6CVM-FPY7-YQ"))  # noqa: S314 - drawn by ourselves
    assert drawn.tag == "svg"
    assert drawn.get("viewBox")  # whole at whatever size the page gives it
    assert not any("style" in each.attrib for each in drawn.iter())


def test_another_code_is_another_pattern() -> None:
    assert qr("A") != qr("B")


def test_a_desk_prints_no_card(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("ida")
    visitor.send("/look-up", code=made.code)
    assert visitor.look(f"/clients/{made.id}/card").status_code == 404

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.known_clients import Storied


def test_what_stood_before_stands_beside_what_stands_now(
    made: Storied, house: House, visitor: Visitor
) -> None:
    visitor.log_in("berta")
    typed = {"category": "violence", "text": "Ich bin in Sicherheit.", "approved_on": "2.3.2026"}
    address = f"/clients/{made.id}/summary"
    assert visitor.send(address, version="1", **typed).status_code == 303
    assert f"{address}/versions" in visitor.look(f"/clients/{made.id}/story").text
    assert "Angst um die Kinder" in visitor.look(f"{address}/versions").text
    assert "Angst um die Kinder" not in visitor.look(f"/clients/{made.id}/story").text
    visitor.log_in("frieda")
    assert f"{address}/versions" not in visitor.look(f"/clients/{made.id}/story").text
    text = visitor.look(f"{address}/versions").text
    assert "Ich bin in Sicherheit." in text
    assert "Angst um die Kinder" not in text
    visitor.log_in("wanda")
    assert visitor.look(f"{address}/versions").status_code == 404
    close(house, Known(made.id, made.code))
    visitor.log_in("berta")
    assert "Angst um die Kinder" not in visitor.look(f"{address}/versions").text
    assert visitor.send(f"{address}/versions", reason=" ").status_code == 422
    assert "Angst um die Kinder" in visitor.send(f"{address}/versions", reason="Gericht").text

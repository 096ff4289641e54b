from uuid import uuid4

from tests.factories.application import Visitor
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.known_clients import Storied


def test_a_second_record_is_named_by_its_code(made: Storied, house: House, berta: Visitor) -> None:
    other = new_client(house, house.actor("berta", "beratung"))
    address = f"/clients/{made.id}/merge"
    assert address in berta.look(f"/clients/{made.id}").text
    sent = berta.send(address, code=other.code, reason="Sie hat beide Karten.")
    assert (sent.status_code, sent.location) == (303, "/merges")
    page = berta.look("/merges").text
    assert made.code in page
    assert other.code in page
    assert "It waits for a second person." in page or "zweite Person" in page


def test_what_is_wrong_is_said_at_its_field(made: Storied, berta: Visitor) -> None:
    address = f"/clients/{made.id}/merge"
    answer = berta.send(address, code="nonsense", reason="")
    assert answer.status_code == 422
    assert 'id="code-problem"' in answer.text
    assert 'id="reason-problem"' in answer.text
    assert 'value="nonsense"' in answer.text
    answer = berta.send(address, code=made.code, reason="x" * 5000)
    assert answer.status_code == 422


def test_one_who_is_not_open_is_nobody(made: Storied, house: House, berta: Visitor) -> None:
    hers = new_client(house, house.actor("frieda", "frauenhaus"))
    address = f"/clients/{made.id}/merge"
    for code in (hers.code, "R3MB-7GB7-6VD8-D8FS-EA"):
        assert berta.send(address, code=code, reason="So.").status_code == 404
    # The form is alike for everybody; what is sent with it is not.
    unknown = f"/clients/{uuid4()}/merge"
    assert berta.look(unknown).status_code == 200
    assert berta.send(unknown, code=made.code, reason="So.").status_code == 404

from caseflow.exceptions import record_wall
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied


def test_a_code_opens_a_desk_where_nothing_is_read(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("ida")
    answer = visitor.send("/look-up", code=made.code.lower().replace("-", " "))
    assert answer.location == f"/clients/{made.id}/desk"
    text = visitor.look(answer.location).text
    assert "Am Tisch" in text
    assert "Öztürk" not in text
    assert visitor.look(f"/clients/{made.id}/story").status_code == 404


def test_what_is_no_code_is_told_so(visitor: Visitor) -> None:
    visitor.log_in("ida")
    answer = visitor.send("/look-up", code="guten tag")
    assert answer.status_code == 422
    assert "guten tag ist kein Klientencode" in answer.text
    assert visitor.send("/look-up", code="").status_code == 422


def test_nobody_and_somebody_behind_a_wall_look_alike(
    made: Storied, house: House, visitor: Visitor
) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, made.id, house.staff["ida"]), Done)
    work.finish()
    visitor.log_in("ida")
    walled = visitor.send("/look-up", code=made.code)
    assert walled.status_code == 404
    assert "Diesen Code hat niemand" in walled.text


def test_who_tries_too_often_has_to_wait(made: Storied, house: House, visitor: Visitor) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, made.id, house.staff["ida"]), Done)
    work.finish()
    visitor.log_in("ida")
    found = {visitor.send("/look-up", code=made.code).status_code for _ in range(12)}
    assert 429 in found

from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.merges import proposed


@pytest.fixture
def other(house: House) -> Known:
    return new_client(house, house.actor("berta", "beratung"))


@pytest.fixture
def merge(house: House, made: Storied, other: Known) -> UUID:
    one = Known(made.id, made.code)
    return proposed(house, house.actor("berta", "beratung"), one, other)


def test_a_colleague_agrees_and_undoes(
    house: House, made: Storied, other: Known, merge: UUID, app: Flask
) -> None:
    lea = visiting(app, "lea", house, "beratung")
    answer, undoing = f"/merges/{merge}/answer", f"/merges/{merge}/undoing"
    reason = f"reason.{merge}"
    assert answer in lea.look("/merges").text
    assert lea.send(answer, "/merges", agreed="maybe").status_code == 422
    sent = lea.send(answer, "/merges", agreed="yes")
    assert (sent.status_code, sent.location) == (303, "/merges")
    assert lea.send(answer, "/merges", agreed="yes").status_code == 409
    # Both records are one person on her page, with the code of each.
    page = lea.look(f"/clients/{other.id}").text
    assert made.code in page
    assert other.code in page
    assert lea.send(undoing, "/merges", **{reason: ""}).status_code == 422
    spoken = lea.send(undoing, "/merges", **{reason: "Es waren", "reason.other": "x"}, speak="en")
    assert "Nothing has been saved yet." in spoken.text
    assert "\nEs waren</textarea>" in spoken.text
    assert lea.send(undoing, "/merges", **{reason: "x" * 5000}).status_code == 422
    assert lea.send(undoing, "/merges", **{reason: "Es waren zwei."}).status_code == 303
    assert lea.send(undoing, "/merges", **{reason: "Es waren zwei."}).status_code == 409
    assert made.code not in lea.look(f"/clients/{other.id}").text


def test_an_officer_sees_the_ids_and_refuses(
    made: Storied, other: Known, merge: UUID, app: Flask
) -> None:
    olga = visiting(app, "olga")
    page = olga.look("/merges").text
    assert str(made.id) in page
    assert made.code not in page
    assert str(other.id) in page
    assert olga.send(f"/merges/{merge}/answer", "/merges", agreed="no").status_code == 303
    assert str(other.id) not in olga.look("/merges").text


def test_for_everybody_else_there_is_none(merge: UUID, app: Flask) -> None:
    wanda = visiting(app, "wanda")
    assert str(merge) not in wanda.look("/merges").text
    for one in (merge, uuid4()):
        for typed in ({"agreed": "yes"}, {"agreed": "maybe"}):
            assert wanda.send(f"/merges/{one}/answer", "/merges", **typed).status_code == 404
        for reason in ("So.", "x" * 5000):
            sent = wanda.send(f"/merges/{one}/undoing", "/merges", **{f"reason.{one}": reason})
            assert sent.status_code == 404

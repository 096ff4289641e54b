"""The second client is found by her code only by whoever stands before the first."""

from uuid import uuid4

from flask import Flask
from sqlalchemy import func, select

from caseflow.database.tables.clients import Desk
from tests.factories.house import House
from tests.factories.kept_apart import created
from tests.factories.programs import Program


def test_no_desk_is_opened_for_whoever_does_not_stand_before_the_first(
    app: Flask, house: House
) -> None:
    hers = created(house, house.actor("berta", "beratung"))
    his = created(house, house.actor("frieda", "frauenhaus"))
    berta = Program(app, "berta", "beratung")
    body = {"code": his.code}
    assert berta.send("POST", f"/clients/{uuid4()}/kept-apart", body).status_code == 404
    assert desks(house) == 0
    assert berta.send("POST", f"/clients/{hers.id}/kept-apart", body).status_code == 201
    assert desks(house) == 1


def test_the_desk_stays_whatever_becomes_of_the_act(app: Flask, house: House) -> None:
    lea = house.actor("lea", "beratung")
    hers, his = created(house, lea), created(house, lea)
    program = Program(app, "lea", "beratung")
    answer = program.send("POST", f"/clients/{hers.id}/kept-apart", {"code": his.code})
    assert answer.status_code == 422
    assert desks(house) == 1


def desks(house: House) -> int:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(Desk)) or 0

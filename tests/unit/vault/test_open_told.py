import pytest
from sqlalchemy import update

from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.records import Entry, Fact
from caseflow.vault.open_told import open_told
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.matrices import Action
from tests.factories.clients import permitted
from tests.factories.house import House
from tests.factories.telling import Ready


def asked(ready: Ready, purpose: str = "case_work") -> Ask:
    return Ask(
        Act.DISCLOSURE_MAKE,
        ready.known.id,
        purpose=purpose,
        action=Action.DISCLOSE,
        consent=ready.consent,
    )


def test_the_rows_of_what_the_permit_opens_are_there(house: House) -> None:
    ready = Ready(house)
    work = house.work(ready.berta)
    opened = open_told(work, permitted(work, ready.berta, asked(ready)), (Entry, Fact))
    assert [piece.text("text") for piece in opened.of(Entry)] == ["Er hat gedroht."]
    assert [piece.text("question") for piece in opened.of(Fact)] == ["client_name"]


def test_of_nothing_there_is_nothing(house: House) -> None:
    ready = Ready(house)
    work = house.work(ready.berta)
    opened = open_told(work, permitted(work, ready.berta, asked(ready, "safety")), (Entry, Fact))
    assert opened.pieces == ()


def test_a_drawer_that_does_not_open_is_left_out_with_an_alarm(house: House) -> None:
    ready = Ready(house)
    with house.sessions() as session:
        session.execute(update(Envelope).values(sealed=bytes(200)))
        session.commit()
    work = house.work(ready.berta)
    opened = open_told(work, permitted(work, ready.berta, asked(ready)), (Entry, Fact))
    assert opened.pieces == ()
    assert work.alarms


def test_a_key_that_does_not_open_is_an_alarm_and_the_rest_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenKey("envelopes")

    ready = Ready(house)
    work = house.work(ready.berta)
    given = permitted(work, ready.berta, asked(ready))
    monkeypatch.setattr("caseflow.vault.open_drawers.open_found", broken)
    assert open_told(work, given, (Entry, Fact)).pieces == ()
    assert {alarm.table for alarm in work.alarms} == {"envelopes"}

from datetime import date
from importlib import import_module

import pytest
from sqlalchemy import select

from caseflow.consents import Form, record_consent
from caseflow.consents.received import Agreed, confirm_received, turn_down
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import declaration, offer
from tests.factories.house import House
from tests.unit.consents.received.received import Waiting, waiting
from tests.unit.vault.reading import log, newest, read, texts

UNTIL = date(2026, 6, 30)
ROOM = import_module("caseflow.consents.received.confirm_received")


def confirmed(house: House, there: Waiting, *, free: bool = True, **changed: object) -> object:
    work = house.work(there.berta)
    wider = offer([there.berta.unit], [there.frieda.unit], "violence", "health", "family")
    declared = declaration(wider, **{"valid_until": UNTIL, **changed})
    answer = confirm_received(work, there.berta, there.id, declared, free=free)
    work.finish()
    return answer


def test_her_word_makes_it_a_consent_with_the_matrix_that_was_sent(house: House) -> None:
    there = waiting(house)
    answer = confirmed(house, there)
    assert isinstance(answer, Done)
    assert isinstance(answer.value, Agreed)
    assert answer.value.client == there.known.id
    assert texts(read(house, there.frieda, there.known)) == ["Gewalt"]
    with house.sessions() as session:
        row = session.scalars(select(ReceivedConsent)).one()
        consent = session.scalars(select(Consent)).one()
    assert set(consent.categories) == {"health", "violence"}  # and not what the caller offered
    assert (row.consent_id, row.answered_by) == (consent.id, there.berta.staff)
    told = newest(house, Act.CONSENT_ANSWER)
    assert told["details"] == {
        "received": str(there.id),
        "agreed": "yes",
        "consent": str(consent.id),
    }


def test_what_is_not_free_is_answered_alike_and_traced_as_her_no_is(house: House) -> None:
    there = waiting(house)
    answer = confirmed(house, there, free=False)
    assert isinstance(answer, Done)
    assert isinstance(answer.value, Agreed)
    assert answer.value.recorded.state == "active"
    assert texts(read(house, there.frieda, there.known)) == []
    with house.sessions() as session:
        row = session.scalars(select(ReceivedConsent)).one()
        assert session.scalars(select(Consent)).all() == []
        refusal = session.scalars(select(Refusal)).one()
    assert (row.consent_id, row.answered_by) == (None, there.berta.staff)
    assert set(refusal.categories) == {"health", "violence"}
    forced = [each["act"] for each in log(house)]
    assert newest(house, Act.CONSENT_ANSWER)["details"]["agreed"] == "no"
    again = waiting(house)
    work = house.work(again.berta)
    assert isinstance(turn_down(work, again.berta, again.id), Done)
    work.finish()
    acts = [each["act"] for each in log(house)]
    assert acts[-2:] == [Act.REFUSAL_RECORD, Act.CONSENT_ANSWER]
    assert [each for each in forced if each in acts[-2:]] == acts[-2:]


def test_it_is_answered_once(house: House) -> None:
    there = waiting(house)
    assert isinstance(confirmed(house, there), Done)
    assert confirmed(house, there) == Refused(Reason.TOO_LATE)
    with house.sessions() as session:
        assert len(session.scalars(select(Consent)).all()) == 1


def test_it_holds_no_longer_than_the_other_system_said(house: House) -> None:
    there = waiting(house)
    assert confirmed(house, there, valid_until=date(2026, 7, 1)) == Invalid(
        (Problem("valid_until", "too_late", {"latest": "2026-06-30"}),)
    )


def test_what_is_wrong_with_the_declaration_leaves_it_waiting(house: House) -> None:
    there = waiting(house)
    assert isinstance(confirmed(house, there, form=Form("spoken")), Invalid)
    assert isinstance(confirmed(house, there), Done)


def test_another_unit_never_received_it(house: House) -> None:
    there = waiting(house)
    for received in (there.id, new_id()):
        work = house.work(there.frieda)
        declared = declaration(offer([there.berta.unit], [there.frieda.unit], "violence"))
        assert confirm_received(work, there.frieda, received, declared) == Refused()
        work.finish()


@pytest.mark.parametrize("agrees", [True, False])
def test_whoever_is_slower_records_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, *, agrees: bool
) -> None:
    there = waiting(house)
    recording = record_consent

    def meanwhile(*given: object) -> object:
        monkeypatch.setattr(ROOM, "record_consent", recording)
        if agrees:
            assert isinstance(confirmed(house, there), Done)
        else:
            work = house.work(there.berta)
            assert isinstance(turn_down(work, there.berta, there.id), Done)
            work.finish()
        return recording(*given)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(ROOM, "record_consent", meanwhile)
    assert confirmed(house, there) == Refused(Reason.TOO_LATE)
    with house.sessions() as session:
        assert len(session.scalars(select(Consent)).all()) == int(agrees)


def test_a_loser_of_every_try_is_told_so(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    there = waiting(house)

    def lose(*_given: object, **_values: object) -> None:
        raise Stale("received_consents")

    monkeypatch.setattr(ROOM, "mark_answered", lose)
    with pytest.raises(Stale):
        confirmed(house, there)

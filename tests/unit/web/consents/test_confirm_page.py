from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.consents.received import receive_consents
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.states import Notice
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House, configuration
from tests.unit.consents.received.received import resource

SAID: dict[str, str | list[str]] = {
    "step": "record",
    "language": "de",
    "valid_until": "31.5.2026",
    "form": "signed_paper",
    "notices": [notice.value for notice in Notice],
}


@pytest.fixture
def waits(house: House, known: Known) -> UUID:
    """Return what waits for her word."""
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    sent = resource(house, known)
    sent["provision"]["period"] = {"end": "2026-06-30"}
    answer = receive_consents(work, berta, known.id, sent)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value[0]


def rows(house: House) -> tuple[ReceivedConsent, list[Consent]]:
    with house.sessions() as session:
        return session.scalars(select(ReceivedConsent)).one(), list(
            session.scalars(select(Consent))
        )


def test_first_she_chooses_her_language(berta: Visitor, waits: UUID) -> None:
    page = berta.look(f"/received-consents/{waits}").text
    assert f"/received-consents/{waits}?language=en" in page
    assert "notices" not in page


def test_nothing_is_chosen_beforehand_and_both_answers_are_alike(
    berta: Visitor, waits: UUID
) -> None:
    page = berta.look(f"/received-consents/{waits}?language=de").text
    assert " checked" not in page
    assert page.count('class="big" name="step"') == 2
    assert "30.06.2026" in page
    hers = berta.look(f"/received-consents/{waits}?language=tr").text
    for sentence, ours in (("If she agrees, this opens", "Wenn sie"), ("Last day", "Letzter Tag")):
        told = configuration().tongues["tr"].sentences[sentence]
        assert f'lang="tr" dir="ltr" class="hers">{told}</span><span class="ours">{ours}' in hers


def test_her_yes_is_recorded_with_its_receipt(
    house: House, known: Known, berta: Visitor, waits: UUID
) -> None:
    address = f"/received-consents/{waits}"
    answer = berta.send(address, f"{address}?language=de", **SAID)
    row, (consent,) = rows(house)
    assert answer.status_code == 200
    assert str(consent.id) in answer.text
    assert berta.send(address, f"{address}?language=de", **SAID).text == answer.text
    assert (row.consent_id, consent.language) == (consent.id, "de")
    assert consent.valid_until.date() == date(2026, 5, 31)
    assert berta.look(f"/clients/{known.id}/received-consents").text.count("receipt") == 1


def test_note_7_looks_the_same_and_opens_nothing(house: House, berta: Visitor, waits: UUID) -> None:
    address = f"/received-consents/{waits}"
    assert 'name="note" value="7"' in berta.look(f"{address}?language=de").text
    answer = berta.send(address, f"{address}?language=de", **SAID, note="7")
    assert answer.status_code == 200
    assert "Einwilligung" in answer.text
    row, consents = rows(house)
    assert (row.answered_at is not None, consents) == (True, [])


def test_her_no_is_recorded(house: House, known: Known, berta: Visitor, waits: UUID) -> None:
    address = f"/received-consents/{waits}"
    answer = berta.send(address, f"{address}?language=de", step="no", language="de")
    assert answer.location == f"/clients/{known.id}/received-consents"
    row, consents = rows(house)
    assert (row.answered_at is not None, consents) == (True, [])
    assert berta.send(address, f"{address}?language=de", **SAID).status_code == 409


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"valid_until": "31. Juni 2026"}, "valid_until"),
        ({"valid_until": "1.7.2026"}, "valid_until"),
        ({"valid_until": ""}, "valid_until"),
        ({"form": "spoken"}, "witness"),
        ({"notices": []}, "notices"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    berta: Visitor, waits: UUID, changed: dict[str, str], field: str
) -> None:
    address = f"/received-consents/{waits}"
    answer = berta.send(
        address, f"{address}?language=de", **{**SAID, "interpreter": "Frau Wort", **changed}
    )
    assert answer.status_code == 422
    assert f'id="{field}-problem"' in answer.text
    assert "Frau Wort" in answer.text


def test_an_answer_that_is_neither_yes_nor_no_is_asked_again(berta: Visitor, waits: UUID) -> None:
    address = f"/received-consents/{waits}"
    for said in ({**SAID, "step": "perhaps"}, {"step": "record"}):
        assert berta.send(address, f"{address}?language=de", **said).status_code == 422


def test_another_unit_is_asked_nothing(visitor: Visitor, waits: UUID) -> None:
    visitor.log_in("frieda")
    assert visitor.look(f"/received-consents/{waits}").status_code == 404
    answer = visitor.send(f"/received-consents/{waits}", "/", step="no", language="de")
    assert answer.status_code == 404

import pytest
from sqlalchemy import func, select

from caseflow.database.tables.consents import Consent
from caseflow.operations.kept_answers import kept_answer
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.application import Visitor
from tests.factories.clients import Known, new_client
from tests.factories.desk_forms import consent_form
from tests.factories.house import House
from tests.factories.read_page import read_page

ROOM = "caseflow.web.consents.once"


def _consents(house: House) -> int:
    work = house.work()
    found = work.session.scalar(select(func.count()).select_from(Consent))
    work.finish()
    return found or 0


def _held(page: str) -> dict[str, list[str]]:
    """Return what a preview holds until she has said yes."""
    held: dict[str, list[str]] = {"step": ["record"]}
    for field in read_page(page).select("main input[type=hidden]"):
        if field["name"] not in {"csrf_token", "acting"}:
            held.setdefault(str(field["name"]), []).append(str(field["value"]))
    return held


@pytest.fixture
def address(known: Known) -> str:
    return f"/clients/{known.id}/consents/new"


@pytest.fixture
def page(address: str) -> str:
    return f"{address}?language=de"


@pytest.fixture
def held(house: House, berta: Visitor, address: str, page: str) -> dict[str, list[str]]:
    return _held(berta.send(address, page, **consent_form(house, "family")).text)


def test_what_is_sent_twice_is_recorded_once(
    house: House, berta: Visitor, address: str, page: str, held: dict[str, list[str]]
) -> None:
    """A receipt that was loaded again left a second consent, which no withdrawal of one ends."""
    first = berta.send(address, page, **held)
    second = berta.send(address, page, **held)
    assert (second.status_code, second.text) == (200, first.text)
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert _consents(house) == 1
    # Sent to another of the unit's clients it is a consent of hers, and no receipt of the first.
    other = new_client(house, house.actor("berta", "beratung"))
    whose = f"/clients/{other.id}/consents/new"
    assert berta.send(whose, f"{whose}?language=de", **held).text != first.text
    assert _consents(house) == 2


def test_a_further_preview_is_a_further_consent(
    house: House, berta: Visitor, address: str, page: str, held: dict[str, list[str]]
) -> None:
    berta.send(address, page, **held)
    again = _held(berta.send(address, page, **{**held, "step": ["preview"]}).text)
    assert len(again["once"]) == 1
    assert again["once"] != held["once"]
    berta.send(address, page, **again)
    assert _consents(house) == 2


def test_of_two_at_once_both_get_the_receipt_of_the_one_that_counts(
    monkeypatch: pytest.MonkeyPatch,
    house: House,
    berta: Visitor,
    address: str,
    page: str,
    held: dict[str, list[str]],
) -> None:
    first = berta.send(address, page, **held)
    seen = iter([True])
    monkeypatch.setattr(
        f"{ROOM}.kept_answer", lambda *asked: None if next(seen, None) else kept_answer(*asked)
    )
    assert berta.send(address, page, **held).text == first.text
    assert _consents(house) == 1


def test_whoever_may_not_record_for_her_any_more_sees_no_receipt_again(
    monkeypatch: pytest.MonkeyPatch,
    berta: Visitor,
    address: str,
    page: str,
    held: dict[str, list[str]],
) -> None:
    berta.send(address, page, **held)
    refused = Refused(Reason.NOT_YOUR_ROLE)
    monkeypatch.setattr(f"{ROOM}.knock", lambda *_asked, **_again: refused)
    answer = berta.send(address, page, **held)
    assert answer.status_code == 404
    assert "Sie können Ihre Meinung ändern" not in answer.text

import pytest
from sqlalchemy import func, select

from caseflow.database.tables.consents import Consent, Refusal
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import OFFERED, consent_form
from tests.factories.house import House
from tests.factories.read_page import read_page


def _count(house: House, table: type[Consent] | type[Refusal]) -> int:
    work = house.work()
    found = work.session.scalar(select(func.count()).select_from(table))
    work.finish()
    return found or 0


@pytest.fixture
def address(known: Known) -> str:
    return f"/clients/{known.id}/consents/new"


@pytest.fixture
def page(address: str) -> str:
    return f"{address}?language=de"


def test_she_sees_what_would_open_before_it_is_recorded(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    answer = berta.send(address, page, **consent_form(house, "family", "health"))
    text = read_page(answer.text).main.text  # type: ignore[union-attr]  # found
    assert answer.status_code == 200
    assert "Frauenhaus" in text
    assert "So viele Menschen könnten es dann sehen: 2" in " ".join(text.split())
    assert _count(house, Consent) == 0


def test_what_the_preview_holds_is_recorded_as_it_is(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    preview = read_page(berta.send(address, page, **consent_form(house, "family", "health")).text)
    held: dict[str, str | list[str]] = {}
    for field in preview.select("main input[type=hidden]:not([name=csrf_token])"):
        held.setdefault(str(field["name"]), [])
        held[str(field["name"])] += [str(field["value"])]  # type: ignore[operator]  # a list
    answer = berta.send(address, page, **{**held, "step": "record"})
    assert answer.status_code == 200
    assert "Sie können Ihre Meinung ändern" in answer.text
    assert _count(house, Consent) == 1
    # Each refused pair is a refusal, one row for each receiver.
    assert _count(house, Refusal) == 1
    listed = berta.look(address.removesuffix("/new")).text
    assert "gilt" in listed


def test_the_receipt_is_in_her_language(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    typed = consent_form(house, "family", language="en", step="record")
    answer = berta.send(address, page, **typed)
    assert '<html lang="en"' in answer.text
    assert "You can change your mind" in answer.text


def test_whoever_says_no_to_everything_is_recorded_as_refusing(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    asked = berta.send(address, page, **consent_form(house))
    assert "Sie sagt zu allem Nein" in asked.text
    assert "Ihr Nein" in berta.send(address, page, **consent_form(house, step="record")).text
    assert (_count(house, Consent), _count(house, Refusal)) == (0, 1)


def test_everything_typed_comes_back_with_every_problem(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    typed = consent_form(
        house,
        "family",
        form="spoken",
        notices=["purpose"],
        valid_until="1.1.2020",
        interpreter="Ein Mensch",
    )
    answer = berta.send(address, page, **typed)
    found = read_page(answer.text)
    assert answer.status_code == 422
    for field in ("witness", "reason", "notices", "valid_until"):
        assert found.select_one(f"#{field}-problem") is not None
    assert len(found.select(".yes-no input[checked]")) == len(OFFERED)
    assert found.select_one("#interpreter")["value"] == "Ein Mensch"  # type: ignore[index]  # found
    assert found.select_one("input[name=notices][checked]") is not None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"to_units": []}, "to_units"),
        ({"purposes": []}, "purposes"),
        ({"valid_until": "31. Juni 2026"}, "valid_until"),
        ({"category-health": ""}, "category-health"),
    ],
)
def test_nothing_left_open_means_everything(
    house: House, berta: Visitor, address: str, page: str, changed: dict[str, str], field: str
) -> None:
    answer = berta.send(address, page, **consent_form(house, "family", **changed))
    assert answer.status_code == 422
    assert f'id="{field}-problem"' in answer.text


def test_a_refusal_names_to_whom_and_what_for(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    answer = berta.send(address, page, **consent_form(house, purposes=[], step="record"))
    assert answer.status_code == 422
    assert _count(house, Refusal) == 0


def test_she_can_go_back_with_all_she_said(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    typed = consent_form(house, "family", step="change", note="7")
    answer = berta.send(address, page, **typed)
    assert answer.status_code == 200
    assert 'name="note" value="7"' in answer.text
    assert answer.text.count(" checked") > len(OFFERED)


def test_a_form_that_sends_something_else_is_shown_again(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    assert berta.send(address, page, **consent_form(house, x="1")).status_code == 422


@pytest.mark.parametrize("step", ["preview", "record"])
@pytest.mark.parametrize("agreed", [("family",), ()])
def test_nothing_is_recorded_for_a_client_who_is_not_there(
    house: House, visitor: Visitor, address: str, page: str, step: str, agreed: tuple[str, ...]
) -> None:
    visitor.log_in("ida")  # housing has no case, and she is at no desk
    answer = visitor.send(address, page, **consent_form(house, *agreed, step=step))
    # The preview of a refusal shows what was typed and nothing else.
    assert answer.status_code == (200 if step == "preview" and not agreed else 404)
    assert (_count(house, Consent), _count(house, Refusal)) == (0, 0)


GUARDIAN = {
    "declared_by": "guardian",
    "guardian_name": "Schmidt, Erna",
    "authority": "custody_sole",
    "known_violent": "unknown",
}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"declared_by": ""}, "declared_by"),
        ({"guardian_name": ""}, "guardian_name"),
        ({"authority": ""}, "authority"),
        ({"authority": "none"}, "authority"),
        ({"known_violent": ""}, "known_violent"),
        ({"known_violent": "yes"}, "known_violent"),
    ],
)
def test_who_declares_must_be_said_and_a_guardian_be_asked_about(
    house: House, berta: Visitor, address: str, page: str, changed: dict[str, str], field: str
) -> None:
    typed = consent_form(house, "family", step="record", **{**GUARDIAN, **changed})
    answer = berta.send(address, page, **typed)
    assert answer.status_code == 422
    assert f'id="{field}-problem"' in answer.text
    assert _count(house, Consent) == 0


def test_a_guardian_is_recorded_and_named_on_no_receipt(
    house: House, berta: Visitor, address: str, page: str
) -> None:
    preview = berta.send(address, page, **consent_form(house, "family", **GUARDIAN))
    assert "eine vertretungsberechtigte Person" in preview.text
    typed = consent_form(house, "family", step="record", **GUARDIAN)
    receipt = berta.send(address, page, **typed)
    assert "eine vertretungsberechtigte Person" in receipt.text
    assert "Schmidt" not in receipt.text
    with house.sessions() as session:
        assert session.scalars(select(Consent)).one().declared_by == "guardian"

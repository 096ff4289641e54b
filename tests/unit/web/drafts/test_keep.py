from flask import Flask

from tests.factories.application import LOOPBACK, Visitor, token_on
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.told_log import told


def page_of(made: Storied) -> str:
    return f"/clients/{made.id}/entries/new"


def autosave(visitor: Visitor, place: str, **typed: str) -> tuple[int, str]:
    data = {"csrf_token": token_on(visitor.look("/").text), "form-page": place, **typed}
    answer = visitor.browser.post(
        "/drafts",
        data=data,
        headers={"Sec-Fetch-Site": "same-origin", "Accept": "text/plain"},
        base_url=LOOPBACK,
        buffered=True,
    )
    return answer.status_code, answer.text


def test_the_button_leads_back_to_the_form_as_it_was_typed(made: Storied, berta: Visitor) -> None:
    typed = {"text": "Noch nicht fertig.", "kind": "call"}
    answer = berta.send("/drafts", "/", **{"form-page": f"{page_of(made)}?x=1", **typed})
    assert (answer.status_code, answer.location) == (303, f"{page_of(made)}?x=1")
    assert "Noch nicht fertig." in berta.look(page_of(made)).text


def test_the_script_is_told_when_it_was_kept_and_why_not(
    house: House, made: Storied, berta: Visitor
) -> None:
    assert autosave(berta, page_of(made), text="ja") == (200, "Als Entwurf aufgehoben, 10:00")
    status, said = autosave(berta, page_of(made), text="a" * 300_000)
    assert (status, "höchstens 256 Kilobyte" in said) == (422, True)
    answer = berta.send("/drafts", "/", **{"form-page": page_of(made), "text": "a" * 300_000})
    assert answer.status_code == 422
    assert "höchstens 256 Kilobyte" in answer.text
    assert "a" * 300_000 in answer.text
    # Once for a draft, and nothing of what she typed.
    acts = [each for each in told(house) if each["act"].startswith("draft.")]
    assert [each["act"] for each in acts] == ["draft.keep"]


def test_nobody_learns_by_it_who_is_there(made: Storied, app: Flask) -> None:
    visitor = Visitor(app)
    visitor.log_in("ida")
    unknown = "00000000-0000-4000-8000-000000000000"
    answers = [
        autosave(visitor, f"/clients/{id_}/entries/new", text="x") for id_ in (made.id, unknown)
    ]
    assert answers[0] == answers[1]
    pages = [visitor.look(f"/clients/{id_}/entries/new") for id_ in (made.id, unknown)]
    assert {page.status_code for page in pages} == {404}
    assert all("Entwurf" not in page.text for page in pages)


def test_it_is_discarded(made: Storied, berta: Visitor) -> None:
    autosave(berta, page_of(made), text="Doch nicht.")
    page = berta.look(page_of(made)).text
    assert "Entwurf verwerfen" in page
    answer = berta.send("/drafts/discard", "/", **{"form-page": page_of(made)})
    assert answer.location == page_of(made)
    page = berta.look(page_of(made)).text
    assert "Doch nicht." not in page
    assert "Entwurf verwerfen" not in page


def test_who_acts_in_no_unit_keeps_none(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.log_in("lea")  # of two units, and none chosen yet
    for address in ("/drafts", "/drafts/discard"):
        assert visitor.send(address, "/password", text="x").status_code == 404
    assert "keep-draft" not in visitor.look("/password").text


def test_what_is_typed_in_one_unit_is_no_draft_of_another(
    house: House, made: Storied, app: Flask
) -> None:
    visitor = Visitor(app)
    visitor.log_in("lea")
    there = {"acting": str(house.actor("lea", "frauenhaus").membership)}
    visitor.send("/unit", membership=str(house.actor("lea", "beratung").membership))
    assert autosave(visitor, page_of(made), text="Im Frauenhaus.", **there)[0] == 409
    assert "Im Frauenhaus." not in visitor.look(page_of(made)).text
    autosave(visitor, page_of(made), text="In der Beratung.")
    answer = visitor.send("/drafts/discard", "/", **{"form-page": page_of(made), **there})
    assert answer.status_code == 409
    assert "In der Beratung." in visitor.look(page_of(made)).text


def test_another_address_is_no_page_of_ours(berta: Visitor) -> None:
    answer = berta.send("/drafts", "/", **{"form-page": "https://other.example/", "text": "x"})
    assert answer.location == "/drafts"

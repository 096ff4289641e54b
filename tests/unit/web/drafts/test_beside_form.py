from caseflow.exceptions import record_wall
from caseflow.records import change_entry
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.told_log import told
from tests.unit.web.drafts.test_keep import autosave, page_of

KEPT = "Sie haben das eingegeben und noch nicht abgeschickt"
TYPED = {"category": "violence", "occurred_on": "1.3.2026", "kind": "note", "title": "Anruf"}


def test_a_form_comes_back_with_its_draft_until_it_is_sent(
    house: House, made: Storied, berta: Visitor
) -> None:
    form = {"form-page": page_of(made)}
    assert KEPT not in berta.look(page_of(made)).text
    autosave(berta, page_of(made), **TYPED, text="Sie rief an.")
    page = berta.look(page_of(made)).text
    assert KEPT in page
    assert "10:00" in page
    assert 'name="title" type="text" autocomplete="off" value="Anruf"' in page
    # What is wrong, or is to be read in another language, is not sent yet.
    wrong = berta.send(page_of(made), **{**TYPED, **form, "occurred_on": "1.1.2030", "text": "x"})
    assert wrong.status_code == 422
    assert f'name="form-page" value="{page_of(made)}"' in wrong.text
    berta.send(page_of(made), **{**TYPED, **form, "text": "x", "speak": "de"})
    assert KEPT in berta.look(page_of(made)).text
    sent = berta.send(page_of(made), **{**TYPED, **form, "text": "Sie rief an."})
    assert sent.status_code == 303
    assert KEPT not in berta.look(page_of(made)).text
    acts = [each["act"] for each in told(house) if each["act"].startswith("draft.")]
    assert acts[0] == "draft.keep"
    assert acts.count("draft.discard") == 1


def test_where_the_form_is_not_there_any_more_nothing_tells_of_it(
    house: House, made: Storied, berta: Visitor
) -> None:
    alike = f"/clients/{made.id}/emergency"  # shown for every client, known or not
    autosave(berta, page_of(made), text="Sie rief an.")
    autosave(berta, alike, danger="Er weiß es.")
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, made.id, house.staff["berta"]), Done)
    work.finish()
    page = berta.look(page_of(made))
    assert page.status_code == 404
    assert "Sie rief an." not in page.text
    assert KEPT not in page.text
    page = berta.look(alike)
    assert page.status_code == 200
    assert "Er weiß es." not in page.text
    assert "draft.read" not in [each["act"] for each in told(house)]


def test_what_was_changed_meanwhile_is_said_and_both_texts_stay(
    house: House, made: Storied, berta: Visitor
) -> None:
    address = f"/clients/{made.id}/entries/{made.entry}"
    typed = {"kind": "event", "occurred_on": "14.11.2025", "title": "Vorfall", "text": "Meins."}
    autosave(berta, address, version="1", **typed)
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(change_entry(work, lea, made.entry, 1, {"text": "Leas Text."}), Done)
    work.finish()
    page = berta.look(address).text
    assert "Meins." in page
    assert "stehen beide Texte nebeneinander" in page
    answer = berta.send(address, **{**typed, "version": "1", "form-page": address})
    assert answer.status_code == 409
    assert "Leas Text." in answer.text
    assert "Meins." in answer.text
    assert KEPT in berta.look(address).text  # nothing is saved yet, so the draft stays


def test_a_form_that_only_asks_keeps_nothing(berta: Visitor) -> None:
    page = berta.look("/look-up").text
    assert ' id="typed"' in page
    assert "keep-draft" not in page


def test_two_windows_of_one_form_keep_both_texts(made: Storied, berta: Visitor) -> None:
    words = {"one": "Aus dem ersten Fenster.", "two": "Aus dem zweiten."}
    for window, text in words.items():
        autosave(berta, page_of(made), text=text, **{"form-window": window})
    page = berta.look(page_of(made)).text
    assert all(text in page for text in words.values())
    assert page.count('name="form-window"') == page.count('name="form-seen"') == 1
    sent = {**TYPED, "text": words["two"], "form-page": page_of(made), "form-window": "two"}
    wrong = berta.send(page_of(made), **{**sent, "occurred_on": "1.1.2030"}).text
    assert 'name="form-window" value="two"' in wrong
    assert berta.send(page_of(made), **sent).status_code == 303
    left = berta.look(page_of(made)).text
    assert words["one"] in left
    assert words["two"] not in left


def test_what_leads_on_without_having_done_anything_leaves_the_draft(
    made: Storied, berta: Visitor
) -> None:
    address = f"/clients/{made.id}/letters/new"
    autosave(berta, address, text="Mein Brief.", template="free")
    gone = {"template": "gone", "text": "Mein Brief.", "form-page": address}
    assert berta.send(address, f"{address}?template=free", **gone).status_code == 303
    assert "Mein Brief." in berta.look(f"{address}?template=free").text

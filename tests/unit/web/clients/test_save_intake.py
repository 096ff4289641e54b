import re

from caseflow.records import Told, write_fact
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


def untouched(visitor: Visitor, made: Storied) -> dict[str, str | list[str]]:
    """Return what a browser would send of the untouched form."""
    text = visitor.look(f"/clients/{made.id}/intake").text
    form = read_page(text).select_one("form.intake")
    assert form is not None
    held: dict[str, str | list[str]] = {}
    for field in form.select("input, textarea, select"):
        name, kind = str(field["name"]), field.get("type")
        if kind in {"radio", "checkbox"} and not field.has_attr("checked"):
            continue
        chosen = field.select_one("option[selected]")
        value = str(chosen["value"]) if chosen else str(field.get("value", ""))
        if field.name == "textarea":
            value = re.sub(r"^\n", "", field.text).replace("\n", "\r\n")
        several = kind == "checkbox" or field.find_parent("ol", class_="rows") is not None
        held[name] = [*held.get(name, []), value] if several else value
    del held["csrf_token"]
    return held


def _send(visitor: Visitor, made: Storied, **typed: str | list[str]) -> tuple[int, str, str]:
    held = untouched(visitor, made) | typed
    page = f"/clients/{made.id}/intake"
    answer = visitor.send(f"{page}/answers", page, **held)
    return answer.status_code, answer.location or "", answer.text


def test_an_untouched_form_tells_nothing_anew(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert _send(visitor, made)[1] == f"/clients/{made.id}/intake?saved=0"


def test_new_answers_and_still_true_ones_are_told_to_this_unit(
    made: Storied, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    typed: dict[str, str | list[str]] = {
        "medication": "keine",
        "state.allergies": "unknown",
        "state.pregnancy": "withheld",
        "confirmed": ["danger_now", "safe_phone"],
    }
    assert _send(visitor, made, **typed)[1] == f"/clients/{made.id}/intake?saved=5"
    text = visitor.look(f"/clients/{made.id}/story?unit=").text
    assert "keine" in text
    assert "weiß es nicht" in text
    assert "sagt es hier nicht" in text
    assert "aus dem eigenen Bereich" in text


def test_another_row_loses_nothing_and_rows_are_told_and_shown(
    made: Storied, berta: Visitor
) -> None:
    address = f"/clients/{made.id}/intake"
    rows: dict[str, str | list[str]] = {
        "children.first_name": ["Deniz", "Ela", "Mia"],
        "children.born": ["1.2.2018", "12.9.2021", "morgen"],
        "children.lives_with": ["ihr", "", ""],
    }
    status, _, text = _send(berta, made, **rows, safe_phone="0170 9", another_row="children")
    page = read_page(text)
    assert status == 200
    assert page.select_one("[name=safe_phone]").text.strip() == "0170 9"  # type: ignore[union-attr]  # found
    names = [str(each["value"]) for each in page.select("[name='children.first_name']")]
    (begun,) = page.select("[autofocus]")
    assert (names, begun["id"]) == (["Deniz", "Ela", "Mia", ""], "children.4.first_name")
    status, _, text = _send(berta, made, **rows)
    assert status == 422
    assert read_page(text).select_one(".problems a[href='#children.3.born']")
    rows["children.born"] = ["1.2.2018", "12.9.2021", ""]
    assert _send(berta, made, **rows)[1] == f"{address}?saved=1"
    shown = "geboren am: 12.09.2021\nVorname: Mia"
    assert shown in berta.look(address).text
    assert shown in berta.look(f"/clients/{made.id}/story").text
    assert _send(berta, made)[1] == f"{address}?saved=0"


def test_a_wrong_day_loses_nothing(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    typed = {
        "residence_title.until": "31.6.2027",
        "medication": "Eisen",
        "state.allergies": "unknown",
    }
    status, _, text = _send(visitor, made, **typed)
    assert status == 422
    page = read_page(text)
    assert "31.6.2027 gibt es nicht" in text
    assert page.select_one("textarea[name=medication]").text.strip() == "Eisen"  # type: ignore[union-attr]  # found
    assert page.select_one("[name='state.allergies'][value=unknown][checked]") is not None
    assert page.select_one(".problems a[href='#residence_title.until']") is not None
    assert page.select_one("fieldset:has([id='residence_title.until']) details[open]") is not None


def test_an_answer_that_others_changed_is_shown_and_may_be_sent_again(
    made: Storied, house: House, berta: Visitor
) -> None:
    held = untouched(berta, made) | {"own_fear": "2"}
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(write_fact(work, lea, made.id, "own_fear", Told("answered", "10")), Done)
    work.finish()
    page = f"/clients/{made.id}/intake"
    answer = berta.send(f"{page}/answers", page, **held)
    assert answer.status_code == 422
    assert "Jemand hat diese Antwort geändert" in answer.text
    form = read_page(answer.text)
    field = form.select_one("[name=own_fear][checked]")
    version = form.select_one("[name='version.own_fear']")
    assert field is not None
    assert version is not None
    assert (field["value"], version["value"]) == ("2", "2")
    again = held | {"version.own_fear": "2"}
    assert berta.send(f"{page}/answers", page, **again).status_code == 303


def test_what_the_form_does_not_ask_for_is_refused(made: Storied, berta: Visitor) -> None:
    status, _, text = _send(berta, made, shoe_size="38")
    assert status == 422
    assert "nicht fragt" in text or "nicht gefragt" in text


def test_nobody_saves_for_a_client_who_is_not_open(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    address = f"/clients/{made.id}/intake/answers"
    assert visitor.send(address, "/look-up", client_name="x").status_code == 404
    assert visitor.send(address, "/look-up", shoe_size="x").status_code == 404

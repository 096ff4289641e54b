from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from caseflow.database.tables.consents import Consent, Refusal
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import OFFERED, consent_form, interpreted
from tests.factories.drawn import drawn
from tests.factories.house import House

Page = BeautifulSoup
BEHIND_CATEGORIES = (
    *("purposes", "actions", "valid_until", "declared_by", "form", "receipt", "notices"),
    f"category-{OFFERED[-1]}",
)


@pytest.fixture
def address(known: Known) -> str:
    return f"/clients/{known.id}/consents/new"


def _held(page: Page) -> dict[str, list[str]]:
    """Return what a page sends again, hidden or shown as it is filled in."""
    held: dict[str, list[str]] = {}
    for field in page.select("main form input"):
        checked = field["type"] not in {"radio", "checkbox"} or field.has_attr("checked")
        if field["name"] not in {"csrf_token", "acting", "shown"} and checked:
            held.setdefault(str(field["name"]), []).append(str(field["value"]))
    return held


def _go(visitor: Visitor, page: Page, address: str, **typed: Any) -> Page:  # noqa: ANN401 - any field
    answer = visitor.send(address, f"{address}?language=de", **{**_held(page), **typed})
    assert answer.status_code in {200, 422}
    return Page(answer.text, "html.parser")


def _at(page: Page) -> str:
    found = page.select_one("main input[name=at]")
    return "" if found is None else str(found["value"])


def _through(visitor: Visitor, page: Page, address: str, answers: dict[str, Any]) -> list[Page]:
    """Answer each question with the fields that its own page shows; return all pages."""
    pages = [page]
    while pages[-1].select_one(".question-number") is not None:
        shown = {str(each["name"]) for each in pages[-1].select("main .point [name]")}
        mine = {name: value for name, value in answers.items() if name in shown}
        pages.append(_go(visitor, pages[-1], address, **mine, step="next"))
        assert len(pages) < 40, "a question comes again and again"
    return pages


def test_one_question_follows_the_other_up_to_what_it_opens(
    house: House, berta: Visitor, address: str
) -> None:
    answers = consent_form(house, "family", "health")
    behind = {key: answers.pop(key) for key in BEHIND_CATEGORIES}
    begun = {**answers, "at": f"category-{OFFERED[-2]}", "step": "next"}
    first = Page(berta.send(address, f"{address}?language=de", **begun).text, "html.parser")
    last = {f"category-{OFFERED[-1]}": "no", **behind, **interpreted("Frau Wort")}
    pages = _through(berta, first, address, {**last, "form": "signed_screen"})
    numbers = [each.select_one(".question-number") for each in pages[:-1]]
    of = 12 + len(OFFERED)
    assert [each.text for each in numbers if each] == [
        f"Frage {n} von {of}" for n in range(4 + len(OFFERED), of + 1)
    ]
    assert all(page.select("main .point [checked]") == [] for page in pages)
    assert "So viele Menschen könnten es dann sehen: 2" in " ".join(pages[-1].main.text.split())  # type: ignore[union-attr]  # found
    unsigned = _go(berta, pages[-1], address, step="record")
    assert unsigned.select_one(".problems a[href='#signature']") is not None
    receipt = _go(berta, unsigned, address, step="record", signature=drawn())
    assert "Sie können Ihre Meinung ändern" in receipt.text
    with house.sessions() as session:
        consent = session.scalars(select(Consent)).one()
        assert set(consent.categories) == {"family", "health"}


def test_a_wrong_answer_stays_at_its_question_and_nothing_said_before_is_lost(
    berta: Visitor, house: House, address: str
) -> None:
    first = Page(berta.look(f"{address}?language=de").text, "html.parser")
    second = _go(berta, first, address, step="next")
    wrong = _go(berta, second, address, step="next")
    assert _at(wrong) == "from_units"
    assert wrong.select_one("#from_units-problem") is not None
    assert len(wrong.select(".problems li")) == 1
    unit = str(house.units["beratung"])
    third = _go(berta, wrong, address, from_units=[unit], step="next")
    assert (_at(third), _held(third)["from_units"]) == ("to_units", [unit])
    # Back again, whatever is missing here, with all that was said.
    back = _go(berta, third, address, step="back")
    assert back.select_one(f"input[name=from_units][value='{unit}']")["checked"] == ""  # type: ignore[index]  # found


def test_from_all_of_it_one_answer_is_changed_and_all_of_it_comes_back(
    house: House, berta: Visitor, address: str
) -> None:
    whole = consent_form(house, "family", at="all", step="preview")
    preview = Page(berta.send(address, f"{address}?language=de", **whole).text, "html.parser")
    changed = _go(berta, preview, address, go="until", note="7")
    assert (_at(changed), _held(changed)["note"]) == ("until", ["7"])
    again = _go(berta, changed, address, valid_until="1.6.2026", step="preview")
    assert "01.06.2026" in again.main.text  # type: ignore[union-attr]  # found
    # What was ticked of her is not lost on the way, or a consent would be recorded after all.
    assert _held(again)["note"] == ["7"]
    # What is wrong brings its own question back, wherever she was.
    broken = _go(
        berta, _go(berta, again, address, go="form"), address, form="spoken", step="preview"
    )
    assert _at(broken) == "form"
    assert broken.select_one("#witness-problem") is not None
    language = _go(berta, again, address, go="language")
    assert {str(each["value"]) for each in language.select("button[name=language]")} >= {"de", "en"}
    english = _go(berta, language, address, language="en")
    assert (_at(english), _held(english)["valid_until"]) == ("about", ["1.6.2026"])
    # None of it has been read in English: there is no way past it to the signature.
    assert changed.select_one("button[value=preview]") is not None
    assert english.select_one("button[value=preview]") is None


def test_who_says_no_to_everything_comes_to_the_end_sooner(
    house: House, berta: Visitor, address: str
) -> None:
    last = consent_form(house, at="purposes", step="next")
    pages = [Page(berta.send(address, f"{address}?language=de", **last).text, "html.parser")]
    assert "Sie sagt zu allem Nein" in pages[-1].text
    _go(berta, pages[-1], address, step="record")
    with house.sessions() as session:
        assert len(session.scalars(select(Refusal)).all()) == 1


def test_the_questions_are_the_same_for_a_client_who_does_not_exist(
    known: Known, house: House, berta: Visitor
) -> None:
    seen = set()
    for client in (known.id, uuid4()):
        address = f"/clients/{client}/consents/new"
        typed = consent_form(house, "family", at="until", step="next")
        page = Page(berta.send(address, f"{address}?language=de", **typed).text, "html.parser")
        for token in page.select("[name=csrf_token], [name=shown], [name=form-window]"):
            token.decompose()
        seen.add(str(page.main).replace(str(client), ""))
    assert len(seen) == 1

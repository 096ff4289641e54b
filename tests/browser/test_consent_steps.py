"""The consent desk question by question: in Arabic with a pen, in German by keyboard alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_consent_pages import good, log_in
from tests.factories.desk_forms import OFFERED, consent_form, interpreted, visiting
from tests.factories.house import House
from tests.factories.known_clients import Storied, storied

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import WSGIApplication

LAST = f"category-{OFFERED[-1]}"
ANSWERED_LATER = (LAST, "purposes", "actions", "declared_by", "form", "receipt", "notices")
BEHIND_INTERPRETER = ("declared_by", "form", "receipt", "notices")
NEXT, RECORD, AT = "main button[value=next]", "main button[value=record]", "main input[name=at]"


@pytest.fixture
def made(house: House) -> Storied:
    return storied(house)


@pytest.fixture
def url(app: Flask, live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(app)


def begun(app: Flask, house: House, made: Storied, language: str) -> str:
    """Let somebody begin a consent and be interrupted at the last category; return where."""
    address = f"/clients/{made.id}/consents/new"
    typed = consent_form(house, "family", language=language, **interpreted("Frau Wort"))
    typed["at"] = f"category-{OFFERED[-2]}"
    said = {name: value for name, value in typed.items() if name not in ANSWERED_LATER}
    berta = visiting(app, "berta")
    answer = berta.send(address, f"{address}?language={language}", **{**said, "step": "next"})
    assert answer.status_code == 200
    return address


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until this is where the keys go."""
    for _ in range(40):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no key leads to {selector}")


def answer_by_keys(page: Page, asked: str, keys: Mapping[str, str]) -> None:
    """Answer a question, and go on by the key that sends a form."""
    expect(page.locator(f"{AT}[value={asked}]")).to_have_count(1)
    expect(page.locator("main h1")).to_be_focused()  # so that no key is lost on the way there
    for selector, key in keys.items():
        tab_to(page, f"main .point {selector}")
        page.keyboard.press(key)
    page.keyboard.press("Enter")


def test_by_keyboard_alone_and_without_scripts(
    browser: Browser, app: Flask, house: House, made: Storied, url: str
) -> None:
    address = begun(app, house, made, "de")
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    log_in(page, url, "berta")
    page.goto(f"{url}{address}")
    tab_to(page, "main button[name=go]")
    page.keyboard.press("Enter")
    answer_by_keys(page, LAST, {f"[name={LAST}]": "ArrowDown"})
    for asked in ("purposes", "actions"):
        answer_by_keys(page, asked, {f"li:first-child [name={asked}]": "Space"})
    expect(page.locator(f"{AT}[value=until]")).to_have_count(1)
    expect(page.locator("#valid_until")).to_have_value("31.12.2026")
    answer_by_keys(page, "until", {"#valid_until": "End"})
    answer_by_keys(page, "interpreter", {"#interpreter": "End"})
    answer_by_keys(page, "declared_by", {"[name=declared_by]": "Space"})
    # Nothing can be drawn here: only what works is offered.
    expect(page.locator("[name=form] >> visible=true")).to_have_count(2)
    answer_by_keys(page, "form", {"[name=form][value=signed_paper]": "Space"})
    answer_by_keys(page, "receipt", {"[name=receipt]": "Space"})
    expect(page.locator(f"{AT}[value=notices]")).to_have_count(1)
    notices = page.locator("[name=notices]").count()
    answer_by_keys(
        page, "notices", {f"li:nth-child({n + 1}) [name=notices]": "Space" for n in range(notices)}
    )
    expect(page.locator(".receiver")).to_contain_text("Frauenhaus")
    tab_to(page, RECORD)
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Einwilligung: Wer darf was von mir wissen?")
    context.close()


def test_in_arabic_she_signs_what_she_has_seen(
    page: Page, app: Flask, house: House, made: Storied, url: str
) -> None:
    address = begun(app, house, made, "ar")
    log_in(page, url, "berta")
    page.goto(f"{url}{address}")
    page.click("main button[name=go]")
    expect(page.locator(".category-question .hers[lang=ar][dir=rtl]").first).to_be_visible()
    for asked in (LAST, "purposes", "actions", "until", "interpreter", *BEHIND_INTERPRETER):
        expect(page.locator(f"{AT}[value={asked}]")).to_have_count(1)
        choice = page.locator(f"main .point label [name={asked}] >> visible=true")
        for each in choice.all() if asked == "notices" else choice.all()[:1]:
            each.check()  # of the forms that is the screen
        page.click(NEXT)
    expect(page.locator("[data-no-pen]")).to_be_hidden()
    page.click(RECORD)
    expect(page.locator(".problems a[href='#signature']")).to_be_visible()
    draw(page)
    good(page, "consent-signed")
    page.click(RECORD)
    expect(page.locator("main [lang=ar][dir=rtl] h1")).to_be_visible()
    page.goto(f"{url}/clients/{made.id}/declarations")
    loaded = "image => image.complete && image.naturalWidth"
    assert page.locator(".drawn img").evaluate(loaded) == 640


def draw(page: Page) -> None:
    """Draw a stroke where she signs."""
    canvas = page.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 40, steps=4)
    page.mouse.up()
    assert page.input_value("[name=signature]").startswith("data:image/png;base64,")

"""The consent desk and all that follows from it, as somebody with a browser meets it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page

from tests.factories.clients import Known
from tests.factories.desk_forms import OFFERED, administrator
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import PASSWORD, House, configuration
from tests.factories.kept_apart import created
from tests.factories.known_clients import Storied, storied

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import WSGIApplication

PICTURES = Path(__file__).resolve().parents[2] / ".screenshots"
_GRAVE = {"serious", "critical"}
_STICKS_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_LOOKS = {"wide": (1280, "light"), "narrow": (360, "light"), "dark": (1280, "dark")}
_AGREED = {"family", "housing"}


@pytest.fixture
def made(house: House) -> Storied:
    return storied(house)


@pytest.fixture
def url(app: Flask, live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(app)


def log_in(page: Page, url: str, name: str, unit: str = "") -> None:
    """Log in, and choose the unit of somebody who has several."""
    page.context.clear_cookies()
    page.goto(f"{url}/log-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    page.click("main button.primary")
    if unit:
        page.click(f"main button.choice:has-text('{unit}')")


def good(page: Page, name: str) -> None:
    """Take pictures; nothing may stick out, and axe may find nothing grave."""
    PICTURES.mkdir(exist_ok=True)
    page.emulate_media(reduced_motion="reduce")
    for look, (width, scheme) in _LOOKS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.screenshot(path=PICTURES / f"{name}-{look}.png", full_page=True)
        assert page.evaluate(_STICKS_OUT) <= 0, f"{name} is too wide"
        found = Axe().run(page).response["violations"]
        grave = [each["nodes"][0]["html"] for each in found if each["impact"] in _GRAVE]
        assert grave == [], (name, look)


def consent_title(tag: str) -> str:
    """Return what her form is called in her language."""
    text = configuration().consent_text("sharing", tag)
    assert text is not None
    return text.title


def agree(page: Page, house: House, declarer: str = "client") -> None:
    """Fill the form of a consent in, as the client answers."""
    page.check(f"#from_units [value='{house.units['beratung']}']")
    page.check(f"#to_units [value='{house.units['wohnen']}']")
    for key in OFFERED:
        page.check(f"[name=category-{key}][value={'yes' if key in _AGREED else 'no'}]")
    for field in ("purposes", "actions", "receipt"):
        page.locator(f"[name={field}]").first.check()
    page.check("[name=form][value=signed_paper]")
    page.check(f"[name=declared_by][value={declarer}]")
    page.fill("#valid_until", "31.12.2026")
    for each in page.locator("[name=notices]").all():
        each.check()
    page.click("text=Zeigen, was sich damit öffnet")


def test_the_form_asks_in_her_language_and_loses_nothing(
    page: Page, url: str, made: Storied
) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{made.id}/consents")
    good(page, "consents")
    page.click("text=Einwilligung aufnehmen")
    good(page, "consent-language")
    page.click("main >> text=English")
    page.click("text=Alle Fragen auf einer Seite")
    assert page.inner_text("h1") == "Consent: who may know what about me?"
    good(page, "consent-form")
    page.check("[name=category-health][value=no]")
    page.fill("#valid_until", "31. Juni 2026")
    page.click("text=Zeigen, was sich damit öffnet")
    assert "31. Juni 2026 gibt es nicht" in page.inner_text(".problems")
    assert page.is_checked("[name=category-health][value=no]")
    assert page.input_value("#valid_until") == "31. Juni 2026"
    good(page, "consent-form-problems")


def test_a_consent_is_seen_before_it_is_recorded_and_goes_in_two_clicks(
    page: Page, url: str, house: House, made: Storied
) -> None:
    title = consent_title("ar")
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{made.id}/consents/new?language=ar&whole=yes")
    agree(page, house)
    assert "Wohnen" in page.inner_text(".receiver")
    good(page, "consent-preview")
    page.click("text=Ja, festhalten")
    assert page.inner_text("h1") == title
    good(page, "consent-receipt")
    page.goto(f"{url}/clients/{made.id}/consents")
    page.click("article:has-text('Wohnen') a:has-text('Ihre Quittung')")
    assert page.inner_text("h1") == title
    page.go_back()
    page.click("article:has-text('Wohnen') a:has-text('Widerrufen')")
    good(page, "withdrawal")
    page.click("text=Jetzt ganz widerrufen")
    assert page.inner_text("h1") == "Widerrufen"
    good(page, "withdrawn")
    page.emulate_media(media="print")
    assert page.get_attribute(".on-paper", "dir") == "rtl"
    assert page.is_visible(".on-paper [lang=ar]")
    assert not page.is_visible("h1")


def test_a_refusal_and_the_end_of_everything(page: Page, url: str, made: Storied) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{made.id}/refusal")
    good(page, "refusal")
    page.goto(f"{url}/clients/{made.id}/withdrawal")
    good(page, "withdraw-everything")


def test_a_handover_is_sent_and_waits(page: Page, url: str, house: House, made: Storied) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{made.id}/handover")
    page.check(f"[name=to_unit][value='{house.units['frauenhaus']}']")
    page.locator("[name=consent]").nth(1).check()
    page.check("[name=urgency][value=today]")
    page.fill("#languages", "Türkisch, Deutsch")
    page.fill("#children", "2")
    page.fill("#note", "Sie kommt mit dem Taxi.")
    good(page, "handover")
    page.click("text=Übergabe senden")
    assert "wartet auf Antwort" in page.inner_text("main")
    log_in(page, url, "frieda")
    page.goto(f"{url}/handovers")
    good(page, "handovers")
    page.click("text=Ablehnen")
    good(page, "handover-decline")


def test_an_emergency_is_declared(page: Page, url: str, made: Storied) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{made.id}/emergency")
    page.fill("#danger", DANGER.danger)
    page.fill("#threatened", DANGER.threatened)
    page.fill("#why_no_other_way", DANGER.why_no_other_way)
    page.check("[name=needed_categories][value=family]")
    good(page, "emergency")
    page.click("text=Notfall erklären und lesen")
    assert page.inner_text("h1") == "Der Notfallzugriff läuft"
    good(page, "emergency-runs")


def test_the_officer_sees_who_and_why(page: Page, url: str, house: House, made: Storied) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    declared(house, frieda, Known(made.id, made.code), "family")
    log_in(page, url, "olga")
    good(page, "officer")
    page.goto(f"{url}/emergencies")
    good(page, "emergencies")
    page.click("main a:has-text('Prüfen')")
    good(page, "review")
    page.goto(f"{url}/log")
    good(page, "log")
    page.fill("#client", made.code)
    page.click("text=Wer hat diese Klientin gesehen")
    page.goto(f"{url}/log/verification")
    page.click("text=Das ganze Protokoll jetzt prüfen")
    assert "Alles ist so, wie es geschrieben wurde" in page.inner_text("main")
    good(page, "verification")


def test_the_desk_shows_ways_and_nothing_of_her(page: Page, url: str, made: Storied) -> None:
    log_in(page, url, "ida")
    page.goto(f"{url}/look-up")
    page.fill("#code", made.code)
    page.click("main button.primary")
    assert "Öztürk" not in page.inner_text("body")
    good(page, "desk")


def test_what_was_typed_waits_beside_the_field_for_her_card(
    page: Page, url: str, made: Storied
) -> None:
    log_in(page, url, "ida")
    page.goto(f"{url}/clients/{made.id}/refusal")
    for field in ("to_units", "categories", "purposes", "language"):
        page.locator(f"main [name={field}]").first.check()
    page.click("main button.primary")
    good(page, "desk-again")
    page.fill("#desk-card", made.code)
    page.click("main button.primary")
    assert page.inner_text("h1") == "Ihr Nein ist festgehalten"


def test_a_wall_is_lifted_and_a_password_changed(
    page: Page, url: str, house: House, made: Storied
) -> None:
    log_in(page, url, "lea", "Beratung")
    page.goto(f"{url}/clients/{made.id}/wall")
    page.select_option("#staff", str(house.staff["frieda"]))
    page.click("main button.primary")
    page.click("main a:has-text('Sperren')")
    page.click("main button.danger")
    good(page, "walls")
    page.check("[name=wall]")
    page.fill("#reason", "Der Name war nur ähnlich.")
    page.click("main button.danger")
    assert "keine Sperre" in page.inner_text("main")
    page.click("header >> text=Passwort")
    good(page, "password")
    page.fill("#old_password", PASSWORD)
    for field in ("#password", "#password_again"):
        page.fill(field, "sieben lose ziegel am weg")
    page.click("main button.primary")
    assert "Ihr Passwort ist geändert" in page.inner_text("main")
    page.click("main a.button")
    assert page.inner_text("h1") == "Arbeitsliste"


def test_two_clients_are_kept_apart_and_an_officer_ends_it(
    page: Page, url: str, house: House
) -> None:
    hers, his = (created(house, house.actor("lea", unit)) for unit in ("beratung", "frauenhaus"))
    log_in(page, url, "lea", "Beratung")
    page.goto(f"{url}/clients/{hers.id}")
    page.click("main a:has-text('Von jemandem fernhalten')")
    good(page, "keep-apart")
    page.fill("#code", his.code)
    page.click("main button.primary")
    assert "Jemand arbeitet mit beiden" in page.inner_text("main")
    good(page, "works-with-both")
    page.fill("#code", created(house, house.actor("ida", "wohnen")).code)
    page.click("main button.primary")
    assert page.inner_text("h1") == "Arbeitsliste"
    page.goto(f"{url}/clients/{hers.id}/kept-apart")
    good(page, "apart")
    log_in(page, url, "olga")
    page.click("header >> text=Ferngehalten")
    good(page, "all-apart")
    page.check("[name=pair]")
    page.fill("#reason", "Es war eine Verwechslung.")
    page.click("main button.danger")
    assert "Niemand wird von jemandem ferngehalten" in page.inner_text("main")


def test_people_are_invited_compared_and_admitted(
    page: Page, url: str, app: Flask, house: House
) -> None:
    administrator(app, house)
    log_in(page, url, "lea", "Beratung")
    page.goto(f"{url}/staff")
    good(page, "staff")
    page.goto(f"{url}/staff/{house.staff['frieda']}/admission")
    good(page, "admission")
    log_in(page, url, "ada")
    page.goto(f"{url}/accounts/new")
    page.fill("#email", "neu@example.org")
    page.fill("#name", "Neu")
    page.check("[name=language][value=de]")
    good(page, "invite")
    page.click("text=Link erstellen")
    assert "/invitation/" in page.inner_text(".link")
    page.goto(f"{url}/accounts")
    good(page, "accounts")

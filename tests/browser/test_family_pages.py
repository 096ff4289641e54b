"""Guardians, children and the question who declares, as somebody with a browser meets them."""

from typing import TYPE_CHECKING

import pytest
from flask import Flask
from playwright.sync_api import Page

from caseflow.vocabulary.states import Kin
from tests.browser.test_consent_pages import agree, good, log_in
from tests.factories.clients import Known, new_client
from tests.factories.guardians import linked, written_down
from tests.factories.house import House

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import WSGIApplication


@pytest.fixture
def url(app: Flask, live_server: "Callable[[WSGIApplication], str]") -> str:
    return live_server(app)


@pytest.fixture
def child(house: House) -> Known:
    """Return a child with a mother, a guardian, and a father who may never declare."""
    berta = house.actor("berta", "beratung")
    mother, child = new_client(house, berta, "Öztürk, Aylin"), new_client(house, berta, "Sami")
    linked(house, berta, child, mother, Kin.MOTHER)
    linked(house, berta, mother, child)
    written_down(house, berta, child)
    written_down(house, berta, child, "Schmidt, Erna", blocked="")
    return child


def test_the_family_of_a_child(page: Page, url: str, child: Known) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{child.id}/family")
    good(page, "family")
    page.click("article:has-text('Karim') >> text=Ändern")
    good(page, "guardian")
    page.fill("#name", "")
    page.click("main button.primary")
    good(page, "guardian-problem")
    page.goto(f"{url}/clients/{child.id}/family")
    page.click("text=Öztürk, Aylin")
    page.click("nav.tabs >> text=Familie")
    page.click("text=Sami")
    assert page.url.endswith(str(child.id))


def test_a_guardian_declares_and_a_blocked_one_does_not(
    page: Page, url: str, house: House, child: Known
) -> None:
    log_in(page, url, "berta")
    page.goto(f"{url}/clients/{child.id}/consents/new?language=de&whole=yes")
    assert page.locator("[name=declared_by]:checked, [name=authority]:checked").count() == 0
    page.check("[name=declared_by][value=guardian]")
    page.fill("#guardian_name", "karim beispiel")
    page.check("[name=authority][value=custody_joint]")
    page.check("[name=known_violent][value=no]")
    agree(page, house, declarer="guardian")
    page.click("text=Ja, festhalten")
    good(page, "guardian-blocked")
    page.fill("#guardian_name", "Erna Schmidt")
    page.click("text=Zeigen, was sich damit öffnet")
    page.click("text=Ja, festhalten")
    good(page, "guardian-receipt")
    assert "eine vertretungsberechtigte Person" in page.inner_text("main")

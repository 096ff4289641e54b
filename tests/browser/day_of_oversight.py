"""Who watches: the lead admits somebody, the officer reviews the day and signs it off."""

from playwright.sync_api import expect

from tests.browser.hands import Hands
from tests.browser.whole_day import Day
from tests.factories.emergencies import DANGER
from tests.unit.paper.papers import read_back


def somebody_is_admitted(day: Day) -> None:
    """Compare the six words, and admit her."""
    hands = day.comes("lea")
    page = hands.page
    hands.go(page.get_by_role("button", name="Frauenhaus"))
    hands.go(page.get_by_role("navigation").get_by_role("link", name="Team"))
    hands.go(page.get_by_role("link", name="Ida aufnehmen"))
    expect(page.locator(".words li")).to_have_count(6)
    hands.tick(page.locator("[name=compared]"))
    hands.tick(page.locator("[name=role][value=intake]"))
    hands.go(page.get_by_role("button", name="Aufnehmen"))
    expect(page.get_by_role("region", name="Mitglieder")).to_contain_text("Ida")


def the_day_is_signed_off(day: Day) -> None:
    """Review the emergency, then the log: its sample, a finding, and the sign-off on paper."""
    hands = day.comes("olga")
    page = hands.page
    hands.go(page.get_by_role("link", name="Notfallzugriffe, die auf Ihre Prüfung warten"))
    hands.go(page.get_by_role("link", name="Prüfen", exact=True))
    expect(page.get_by_role("main")).to_contain_text(DANGER.danger)
    hands.tick(page.locator("[name=finding][value=justified]"))
    hands.say(page.locator("[name=note]"), "Sie war bewusstlos.")
    hands.go(page.get_by_role("button", name="Ergebnis festhalten"))
    hands.tick(page.locator("[name=told][value=yes]"))
    hands.go(page.get_by_role("button", name="Festhalten, ob sie es weiß"))
    expect(page.get_by_role("main")).to_contain_text("Ja, sie weiß es.")
    hands.go(page.get_by_role("link", name="Caseflow"))
    _log_is_signed_off(hands)


def _log_is_signed_off(hands: Hands) -> None:
    page = hands.page
    hands.go(page.get_by_role("link", name="Prüfung des Protokolls"))
    hands.go(page.get_by_role("button", name="Beginnen"))
    sample = page.get_by_role("region", name="Stichprobe").get_by_role("article")
    expect(sample.locator(".log-why")).not_to_have_count(0)
    hands.go(sample.first.get_by_role("link", name="Feststellung festhalten"))
    hands.say(page.get_by_label("Was festgestellt wurde"), "Gefragt, warum; alles in Ordnung.")
    hands.go(page.get_by_role("button", name="Feststellung festhalten"))
    hands.go(page.get_by_role("link", name="Zurück"))
    hands.tick(page.get_by_label("Ich habe jeden Treffer"))
    hands.go(page.get_by_role("button", name="Bis zu diesem Prüfpunkt freigeben"))
    signed = page.get_by_role("region", name="Früher freigegeben").get_by_role("article")
    expect(signed).to_contain_text("Olga")
    root = signed.locator("code").inner_text()
    paper = "".join(read_back(hands.fetch(signed.get_by_role("link", name="Drucken"))).split())
    assert root in paper
    assert "Olga" in paper

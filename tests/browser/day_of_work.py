"""From unit to unit: counselling finds, reads, writes and hands over; the shelter receives her."""

from playwright.sync_api import expect

from tests.browser.day_at_the_desk import ILLNESS, NAME, jump, tab
from tests.browser.hands import Hands
from tests.browser.whole_day import Day
from tests.factories.emergencies import DANGER

HAPPENED = "Er wartet vor ihrer Tür."
TOLD = 6  # of what the shelter asks
SOURCE = "Beratung · 02.03.2026 · mit ihrer Einwilligung"


def she_is_handed_over(day: Day) -> None:
    """Find her, read what she told, write down what happened, and hand her over."""
    hands = day.comes("berta")
    page = hands.page
    hands.say(page.get_by_role("searchbox"), "kalil")
    hands.go(page.get_by_role("button", name="Suchen"))
    hands.go(page.locator("#hits").get_by_role("link", name=NAME))
    hands.go(tab(page, "Geschichte"))
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    hands.go(page.get_by_role("link", name="Neuer Eintrag"))
    hands.tick(page.locator("[name=category][value=violence]"))
    hands.say(page.get_by_label("Tag"), "2.3.2026")
    hands.say(page.get_by_label("Text"), HAPPENED)
    hands.go(page.get_by_role("button", name="Speichern", exact=True))
    expect(page.locator(".timeline")).to_contain_text(HAPPENED)
    hands.go(tab(page, "Übergabe"))
    hands.tick(page.get_by_role("group", name="An welchen Bereich?").get_by_label("Frauenhaus"))
    hands.tick(page.locator("[name=consent]").nth(1))
    hands.tick(page.locator("[name=urgency][value=today]"))
    hands.say(page.locator("[name=languages]"), "Arabisch")
    hands.say(page.locator("[name=children]"), "0")
    hands.say(page.locator("[name=note]"), "Sie kommt mit dem Taxi.")
    hands.go(page.get_by_role("button", name="Übergabe senden"))
    expect(page.get_by_role("main")).to_contain_text("wartet auf Antwort")


def she_is_spared_questions(day: Day) -> None:
    """Accept her; the form of the shelter is filled in with what she has told already."""
    hands = day.comes("frieda")
    page = hands.page
    hands.go(page.get_by_role("link", name="Übergaben, die auf Antwort warten"))
    expect(page.get_by_role("article")).to_contain_text("Sie kommt mit dem Taxi.")
    hands.go(page.get_by_role("button", name="Annehmen"))
    expect(page.locator(".timeline")).to_contain_text(HAPPENED)
    hands.go(tab(page, "Aufnahmebogen"))
    told = page.locator(".told")
    expect(told).to_have_count(TOLD)
    expect(told.locator(".source")).to_have_text([SOURCE] * TOLD)
    expect(page.locator(".told-line")).to_contain_text(f"{TOLD} von 35 schon erzählt")
    assert ILLNESS not in page.content()
    danger = page.get_by_role("group", name="Ist sie jetzt in Gefahr?")
    hands.use(jump(page, "Gewalt"))
    hands.tick(danger.get_by_label("stimmt heute noch"))
    hands.use(jump(page, "Gesundheit"))
    hands.say(page.locator("[name=allergies]"), "Penicillin")
    save = page.get_by_role("button", name="Bogen speichern")
    hands.send(page.locator("[name='state.allergies'][value=answered]"), save)
    expect(page.locator(".told-line")).to_contain_text(f"{TOLD + 1} von 35 schon erzählt")
    _she_is_in_danger(hands)


def _she_is_in_danger(hands: Hands) -> None:
    """Declare an emergency, and read what she had closed."""
    page = hands.page
    hands.go(tab(page, "Notfall"))
    hands.say(page.locator("[name=danger]"), DANGER.danger)
    hands.say(page.locator("[name=threatened]"), DANGER.threatened)
    hands.say(page.locator("[name=why_no_other_way]"), DANGER.why_no_other_way)
    hands.tick(page.locator("[name=needed_categories][value=health]"))
    hands.go(page.get_by_role("button", name="Notfall erklären und lesen"))
    hands.go(page.get_by_role("link", name="Lesen", exact=True))
    expect(page.get_by_role("region", name="Was sie erzählt hat")).to_contain_text(ILLNESS)
    expect(page.get_by_role("main")).to_contain_text("durch den Notfall, den Sie erklärt haben")

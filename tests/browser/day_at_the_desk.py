"""Her desk: she is received, tells, agrees in Arabic, and takes a part of it back."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hands
from tests.browser.test_consent_pages import consent_title
from tests.browser.whole_day import Day
from tests.factories.desk_forms import OFFERED
from tests.factories.house import configuration
from tests.unit.paper.papers import arabic_letters, read_back

NAME = "Khalil, Amal"
ILLNESS = "Diabetes, spritzt Insulin"
TITLE = consent_title("ar")
AGREED = ("identity", "contact", "family", "violence", "health")
# Where the first word of a text begins for whoever reads it from right to left, and the last one.
_ENDS = """here => {
  const [text, word] = [here.firstChild, document.createRange()];
  const begins = (from, to) => {
    word.setStart(text, from);
    word.setEnd(text, to);
    return word.getBoundingClientRect().right;
  };
  const [first, last] = [text.data.indexOf(" "), text.data.lastIndexOf(" ")];
  return [begins(0, first), begins(last + 1, text.length)];
}"""


def she_is_received(day: Day) -> None:
    """Receive her, write down what she tells, record her consent, and withdraw a part of it."""
    hands = day.comes("ines")
    page = hands.page
    hands.go(page.get_by_role("navigation").get_by_role("link", name="Neu aufnehmen"))
    hands.say(page.locator("[name=client_name]"), NAME)
    hands.say(page.locator("[name=mother_tongue]"), "Arabisch")
    hands.tick(page.locator("[name='interpreter_need.yes_no'][value=yes]"))
    hands.say(page.locator("[name=safe_phone]"), "01520 0000000")
    hands.go(page.get_by_role("button", name="Anlegen"))
    hands.go(page.locator(".waits").get_by_role("link", name="Aufnahmebogen"))
    _tells(hands)
    _agrees(day, hands)
    _keeps_her_copy(hands)
    _takes_back(hands)


def jump(part: Page | Locator, name: str) -> Locator:
    """Return the link to the questions of a category."""
    return part.locator("nav.jumps").first.get_by_role("link", name=name)


def tab(page: Page, name: str) -> Locator:
    """Return the link to one of the pages of a client."""
    return page.locator("nav.tabs").get_by_role("link", name=name, exact=True)


def _tells(hands: Hands) -> None:
    page = hands.page
    save = page.get_by_role("button", name="Bogen speichern")
    hands.say(page.locator("[name=birth_date]"), "1990")
    hands.use(jump(page, "Gewalt"))
    hands.tick(page.locator("[name=danger_now][value=yes]"))
    hands.send(page.locator("[name=danger_now][value=yes]"), save)
    expect(page.locator(".saved")).to_contain_text("Gespeicherte Antworten: 2.")
    hands.use(jump(page, "Erste Wochen"))
    hands.use(page.locator("summary", has_text="Erste Wochen"))
    hands.use(jump(page.locator("details.later"), "Gesundheit"))
    hands.say(page.locator("[name=health_now]"), ILLNESS)
    hands.send(page.locator("[name='state.health_now'][value=answered]"), save)


def _agrees(day: Day, hands: Hands) -> None:
    """Ask her every question in Arabic, with an interpreter, and record what she says.

    With scripts each question has a page of its own, without them all stand on one.
    """
    page = hands.page
    hands.go(tab(page, "Einwilligungen"))
    hands.go(page.get_by_role("link", name="Einwilligung aufnehmen"))
    hands.go(page.get_by_role("link", name="العربية"))
    expect(page.locator("main .hers[lang=ar][dir=rtl]").first).to_be_visible()
    if day.scripts:
        _answer(hands, "about")
    else:
        hands.go(page.get_by_role("link", name="Alle Fragen auf einer Seite"))
    for asked, slugs in (("from_units", ["beratung"]), ("to_units", ["frauenhaus", "wohnen"])):
        chosen = (f"[name={asked}][value='{day.house.units[slug]}']" for slug in slugs)
        _answer(hands, asked, *chosen)
    for key in OFFERED:
        said = "yes" if key in AGREED else "no"
        _answer(hands, f"category-{key}", f"[name=category-{key}][value={said}]")
    _answer(hands, "purposes", "[name=purposes][value=case_work]")
    _answer(hands, "actions", "[name=actions][value=view]")
    _declares(hands)
    if not day.scripts:
        hands.go(page.get_by_role("button", name="Zeigen, was sich damit öffnet"))
    for slug in ("Frauenhaus", "Wohnen"):
        expect(page.locator(".receiver h2").get_by_text(slug)).to_be_visible()
    hands.go(page.locator("button[value=record]"))


def _declares(hands: Hands) -> None:
    page = hands.page
    hands.say(page.locator("[name=valid_until]"), "31.12.2026")
    _answer(hands, "until")
    hands.say(page.locator("[name=interpreter]"), "Frau Wort")
    hands.say(page.locator("[name=interpreter_language]"), "Arabisch")
    _answer(hands, "interpreter", "[name=interpreter_promised]", "[name=interpreter_wanted]")
    _answer(hands, "declared_by", "[name=declared_by][value=client]")
    _answer(hands, "form", "[name=form][value=signed_paper]")
    _answer(hands, "receipt", "[name=receipt][value=printed]")
    told = range(1, page.locator("[name=notices]").count() + 1)
    _answer(hands, "notices", *(f"#notices li:nth-child({n}) [name=notices]" for n in told))


def _answer(hands: Hands, asked: str, *chosen: str) -> None:
    """Answer a question of the desk, and go on to the next one if that has a page of its own."""
    page = hands.page
    on = page.locator("main button[value=next]")
    turning = on.count() == 1
    if turning:
        expect(page.locator(f"main input[name=at][value={asked}]")).to_have_count(1)
    for each in chosen:
        hands.tick(page.locator(f"main {each}"))
    if turning:
        hands.go(on)


def _keeps_her_copy(hands: Hands) -> None:
    """Print her receipt, and fetch the same as a file."""
    page = hands.page
    printed = _printed(page, ".paper")
    assert all(arabic_letters(word) in printed for word in TITLE.split())
    first, last = page.locator(".paper h1").evaluate(_ENDS)
    assert first > last
    hands.go(page.get_by_role("link", name="Zur Klientin, wenn Ihr Bereich einen Fall von ihr hat"))
    hands.go(tab(page, "Einwilligungen"))
    hands.go(page.get_by_role("link", name="Ihre Quittung"))
    paper = hands.fetch(page.get_by_role("link", name="Als PDF"))
    assert arabic_letters(TITLE) in arabic_letters(read_back(paper))
    hands.go(page.get_by_role("link", name="Zu ihren Einwilligungen"))


def _takes_back(hands: Hands) -> None:
    """Withdraw for one unit what one category opens, and print what is hers of that."""
    page = hands.page
    hands.go(page.get_by_role("link", name="Widerrufen", exact=True))
    hands.use(page.locator("summary", has_text="Nur einen Teil widerrufen"))
    hands.tick(page.locator("[name=categories][value=health]"))
    hands.tick(page.get_by_role("group", name="Für welche Bereiche?").get_by_label("Frauenhaus"))
    hands.go(page.get_by_role("button", name="Den gewählten Teil jetzt widerrufen"))
    expect(page.get_by_role("heading", name="Widerrufen")).to_be_visible()
    part = page.locator(".on-paper").get_by_text("Frauenhaus")
    expect(part).to_have_count(1)
    label = configuration().categories["health"].labels["ar"]
    assert arabic_letters(label) in _printed(page, ".on-paper")


def _printed(page: Page, part: str) -> str:
    """Return the Arabic that the printer gets of a page: hers, and nothing of ours around it."""
    page.emulate_media(media="print")
    expect(page.locator(part)).to_have_attribute("dir", "rtl")
    expect(page.locator(part)).to_be_visible()
    expect(page.locator(".on-screen:visible, button:visible, nav:visible")).to_have_count(0)
    made = page.pdf()
    page.emulate_media(media="screen")
    return arabic_letters(read_back(made))

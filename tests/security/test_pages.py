"""Every page that anybody is shown is sound HTML that a screen reader can use (T29).

Everybody goes everywhere, in both languages; every other test that looks at a page through a
`Visitor` checks it by the same rules. How the pages look is in tests/browser.
"""

from uuid import UUID

import pytest

from tests.factories.application import application
from tests.factories.house import House
from tests.factories.page_rules import faults
from tests.factories.page_skeletons import skeleton
from tests.machine.kept import Kept
from tests.security.kept_pages import english, german
from tests.security.matrix import doors
from tests.security.page_walk import OK, Shown

HERS = frozenset({"consents/receipt.html"})  # in the language in which she decided, which is German
DECIDING = {  # who says yes or no, or what opens
    "consents/form.html",
    "consents/refusal.html",
    "emergencies/form.html",
    "exceptions/answer.html",
    "handovers/form.html",
    "oversight/review.html",
    "staff/admission.html",
}
# Only a journey leads there: a provider of log-ins must be there, and a consent be named.
ELSEWHERE = {
    "GET /curtain",  # as long as it is drawn
    "GET /log-in/openid",
    "GET /factor/openid",
    "GET /openid/return",
    "GET /clients/<uuid:client>/disclosures/new",
    "GET /consent-forms/paper",  # a paper, drawn only once a language is named
    "GET /clients/<uuid:client>/scans/new",
}
SOUND = """<!doctype html>
<html lang="de"><head><title>Caseflow</title></head>
<body><h1>Fall</h1>
<form method="post"><input type="hidden" name="csrf_token"><input type="hidden" name="shown">
<label for="day">Tag</label><input id="day" name="day" aria-describedby="hint">
<p id="hint">wie 4.3.2022</p>
<ul><li><label><input type="radio" name="yes"> <bdi>Ja</bdi></label></li></ul>
<button>Speichern</button></form>
<a href="/log">Log</a> <a href="#day">Tag</a>
</body></html>"""
SEEDED = {  # what is put in, in the place of what, and what is said of it
    "a tag that closes nothing": ("</label>", "</labl>", "labl"),
    "a second attribute": ('name="yes"', 'name="yes" name="no"', "attribute"),
    "no doctype": ("<!doctype html>\n", "", "DOCTYPE"),
    "an id that is there twice": ('id="hint"', 'id="day"', "2 times id 'day'"),
    "a hint that is not there": ('id="hint"', "", "nothing is 'hint'"),
    "a link to nowhere": ('"#day"', '"#night"', "nothing is 'night'"),
    "a control without a label": ('<label for="day">Tag</label>', "", "no label: <input id='day'"),
    "a label without words": ("<bdi>Ja</bdi>", "", "no label: <input type='radio'"),
    "a button without words": ("Speichern", "", "no words: <button>"),
    "a picture without alt": ("Speichern", '<img src="/x.svg">', "no alt: <img"),
    "another language": ('lang="de"', 'lang="en"', "the page is in 'de' and says 'en'"),
    "no language": ('lang="de"', "", "the page is in 'de' and says None"),
    "a language that is none": ("<bdi>", '<bdi lang="?">', "no language: <bdi"),
    "a style": ("<bdi>", '<bdi style="color: red">', "inline style: <bdi"),
    "a handler": ("<button>", '<button onclick="x()">', "inline onclick: <button"),
    "a script": ("<h1>", "<script>x()</script><h1>", "inline script: <script>"),
    "a sheet of styles": ("<h1>", "<style>p { color: red }</style><h1>", "inline style: <style>"),
    "an address elsewhere": ('"/log"', '"https://example.org/"', "leads away: <a"),
    "an address of another house": ('"/log"', '"//example.org/"', "leads away: <a"),
    "an address that is a script": ('"/log"', '"javascript:x()"', "leads away: <a"),
    "two headings": ("<button>", "<h1>Noch einer</h1><button>", "2 headings h1"),
    "no heading": ("<h1>Fall</h1>", "", "0 headings h1"),
    "a heading left out": ("</h1>", "</h1><h3>Teil</h3>", "h3 follows h1"),
    "her name in the title": ("Caseflow", "Kanarinja", "the title says ['Kanarinja']"),
    "a list of something else": ("<li>", "<div>x</div><li>", "<div> in <ul>"),
    "an item of no list": ("<button>", "<li>x</li><button>", "<li> in <form>"),
    "a block in a line": ("<bdi>Ja", "<bdi><div>Ja</div>", "<div> in <bdi>"),
    "a button in a link": ("Log</a>", "<button>Log</button></a>", "<button> in <a>"),
    "a form without its mark": ('name="shown"', 'name="hidden"', "no mark: <form"),
    "a password for all to see": (
        "<button>",
        '<input aria-label="x" name="password">',
        "a password",
    ),
    "a password that no manager knows": (
        "<button>",
        '<input type="password" name="password" aria-label="x" autocomplete="off"><button>',
        "no manager knows",
    ),
    "no way out": ("<h1>", '<dialog id="time-out"></dialog><h1>', "no way to log out"),
    "a mark in an address": ('method="post"', 'method="get"', "marks in an address: <form"),
}


@pytest.fixture(scope="module")
def shown(kept: Kept) -> list[Shown]:
    walked, _ = german(kept)
    return [*walked, *english(kept)]


@pytest.fixture(scope="module")
def pages(shown: list[Shown]) -> list[Shown]:
    return [each for each in shown if each.template]


def test_every_page_is_sound(pages: list[Shown]) -> None:
    assert len(pages) > 500
    different = {(skeleton(page.text), language(page)): page for page in pages}
    wrong = {
        f"{page.door}, {page.template}: {fault}"
        for page in different.values()
        for fault in faults(page.text, language(page))
    }
    assert sorted(wrong) == []


def language(page: Shown) -> str:
    """Return what language a page has to be in."""
    return "de" if page.template in HERS else page.language


def test_nothing_is_ticked_beforehand_where_somebody_decides(pages: list[Shown]) -> None:
    asked = [each for each in pages if each.door.startswith("GET ") and each.template in DECIDING]
    assert {each.template for each in asked} == DECIDING
    ticked = {each.template for each in asked if " checked" in each.text.partition("<main")[2]}
    assert ticked == set()


def test_every_door_to_look_through_was_looked_through(
    first_house_on_sqlite: House, shown: list[Shown]
) -> None:
    """Else a page nobody is let in to would count as sound."""
    to_look = {
        door.name
        for door in doors(application(first_house_on_sqlite))
        if door.method == "GET" and door.rule.endpoint.startswith("web.")
    }
    assert to_look - {each.door for each in shown if each.status == OK} == ELSEWHERE


def test_a_sound_page_has_no_fault() -> None:
    assert faults(SOUND, "de") == faults(SOUND) == []


@pytest.mark.parametrize(("part", "instead", "said"), SEEDED.values(), ids=SEEDED)
def test_a_fault_is_found(part: str, instead: str, said: str) -> None:
    assert SOUND.count(part)
    broken = SOUND.replace(part, instead, 1)
    found = faults(broken, "de")
    assert any(said in fault for fault in found), found
    # Nor is it left out of what is compared before a page is looked through.
    left = faults(skeleton(broken), "de")
    assert len(left) == len(found), left
    assert any(said in fault for fault in left), left


def test_pages_that_keep_every_rule_alike_are_looked_through_once() -> None:
    alike = SOUND.replace("Fall", "Fälle &amp; mehr").replace('"/log"', '"/log/7?of=8"')
    assert skeleton(alike) == skeleton(SOUND) != SOUND
    assert faults(skeleton(SOUND), "de") == []


def test_what_points_at_what_stays() -> None:
    one, other = (
        SOUND.replace("day", f"day-{UUID(int=1)}"),
        SOUND.replace("day", f"day-{UUID(int=2)}"),
    )
    crossed = one.replace(str(UUID(int=1)), str(UUID(int=2)), 1)
    assert skeleton(one) == skeleton(other)
    assert faults(skeleton(one)) == []
    assert faults(skeleton(crossed)) != []

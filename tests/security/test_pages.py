"""Every page that anybody is shown is sound HTML that a screen reader can use (T29).

Everybody goes everywhere, in both languages; every other test that looks at a page through a
`Visitor` checks it by the same rules. How the pages look is in tests/browser.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine, event

from caseflow.http.form_marks import MARKS
from tests.factories.filled_forms import filled_in, standing
from tests.factories.page_rules import faults
from tests.machine.kept import Kept
from tests.security.kept_pages import english, german
from tests.security.matrix import Knocker, Street, doors, nothing_kept
from tests.security.page_walk import OK, Shown, peopled_street, walkers, way

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
MANY_FORMS = 30
# A look at the review brings its own entry into the tree before it shows anything.
TRACES = frozenset({"staged_entries", "readings", "log_leaves", "log_checkpoints"})
_WRITES = re.compile(
    r"(?:INSERT INTO|DELETE FROM|UPDATE(?= \w+ SET .*row_seal.* WHERE)) (\w+)", re.DOTALL
)
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
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    with peopled_street(tmp_path_factory.mktemp("pages")) as (_, made):
        made.everyone.update(walkers(made.app, "en"))
        yield made


@pytest.fixture(scope="module")
def shown(kept: Kept) -> list[Shown]:
    walked, _ = german(kept)
    return [*walked, *english(kept)]


@pytest.fixture(scope="module")
def pages(shown: list[Shown]) -> list[Shown]:
    return [each for each in shown if each.template]


def test_every_page_is_sound(pages: list[Shown]) -> None:
    assert len(pages) > 500
    wrong = {
        f"{page.door}, {page.template}: {fault}"
        for page in pages
        for fault in faults(page.text, "de" if page.template in HERS else page.language)
    }
    assert sorted(wrong) == []


def test_nothing_is_ticked_beforehand_where_somebody_decides(pages: list[Shown]) -> None:
    asked = [each for each in pages if each.door.startswith("GET ") and each.template in DECIDING]
    assert {each.template for each in asked} == DECIDING
    ticked = {each.template for each in asked if " checked" in each.text.partition("<main")[2]}
    assert ticked == set()


def test_in_another_language_a_page_keeps_what_was_typed_and_does_nothing(
    street: Street, pages: list[Shown]
) -> None:
    forms = {
        page.template: page
        for page in pages
        if page.door.startswith("GET ") and (page.language, page.status) == ("en", OK)
        if ' form="typed"' in page.text
    }
    assert len(forms) > MANY_FORMS
    by_name = {door.name: door for door in doors(street.app)}
    wrong = [
        f"{name}: {said}"
        for name, page in forms.items()
        for said in _in_german(street.everyone[page.who], way(street, by_name[page.door]))
    ]
    assert not wrong, "\n".join(wrong)


def _in_german(who: Knocker, address: str) -> Iterator[str]:
    """Fill in the form of a page, ask for it in German; yield what is wrong with what comes."""
    with nothing_kept():
        page = BeautifulSoup(who.knock("GET", address, {}).text, "html.parser")
    form = page.select_one("form#typed")
    assert form is not None
    typed = {name: said for name, said in filled_in(form).items() if name not in MARKS}
    sent_to = str(form.get("action") or address.partition("?")[0])
    with nothing_kept(), written() as tables:
        answer = who.knock("POST", sent_to, {**typed, "speak": ["de"]})
    again = BeautifulSoup(answer.text, "html.parser")
    shown_again = again.select_one("form#typed")
    if answer.status_code != OK or shown_again is None or again.select_one("html[lang=de]") is None:
        yield f"{answer.status_code}, {again.select_one('h1')}"
        return
    stands = standing(shown_again)
    # A table that was filled in has one empty row more.
    kept = {name: [each for each in stands.get(name, ()) if each] for name in typed}
    lost = {name: kept[name] for name, said in typed.items() if kept[name] != [*filter(None, said)]}
    if lost or tables:
        yield f"lost {lost}, wrote {sorted(tables)}"


@contextmanager
def written() -> Iterator[set[str]]:
    """Yield a set of the tables that get rows, lose some, or have some sealed anew."""
    found: set[str] = set()

    def note(*executed: object) -> None:
        said = _WRITES.match(str(executed[2]))
        if said is not None and said[1] not in TRACES:
            found.add(said[1])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_every_door_to_look_through_was_looked_through(street: Street, shown: list[Shown]) -> None:
    """Else a page nobody is let in to would count as sound."""
    to_look = {
        door.name
        for door in doors(street.app)
        if door.method == "GET" and door.rule.endpoint.startswith("web.")
    }
    assert to_look - {each.door for each in shown if each.status == OK} == ELSEWHERE


def test_a_sound_page_has_no_fault() -> None:
    assert faults(SOUND, "de") == faults(SOUND) == []


@pytest.mark.parametrize(("part", "instead", "said"), SEEDED.values(), ids=SEEDED)
def test_a_fault_is_found(part: str, instead: str, said: str) -> None:
    assert SOUND.count(part)
    found = faults(SOUND.replace(part, instead, 1), "de")
    assert any(said in fault for fault in found), found

"""What is typed into any form is not lost: in another language, logged out, elsewhere, restarted.

Taken from the pages that everybody is shown, so that a new form is among them by itself. That both
texts stay where somebody else was quicker is tried in tests/unit, at each form where that can be.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Engine, event
from typing_extensions import override

from caseflow.http.form_marks import FORM_PAGE, MARKS
from caseflow.vocabulary.ids import new_id
from tests.factories.application import application, resting
from tests.factories.filled_forms import Typed, filled_in, standing
from tests.factories.house import House
from tests.machine.kept import Kept
from tests.security.kept_pages import english
from tests.security.matrix import Knocker, Street, doors, nothing_kept
from tests.security.page_walk import OK, Shown, peopled_street, walkers, way

MANY_FORMS = 30
KEPT = 'id="keep-draft"'
NEVER = frozenset({"code"})  # of her card, of a factor: whatever leads to something
RESUMED = frozenset({"consents/form.html"})  # on a page that asks whether to go on with it
NOWHERE = frozenset({"", "nobody", "administrator", "unchosen"})  # act in no unit, whose key seals
# Fields for words that no draft is kept of, and why.
UNKEPT = {
    ("clients/look_up.html", "code"): "from the card in her hand",
    ("factors/factor.html", "code"): "good once",
    ("factors/factors.html", "name"): "of a thing that has to be at hand as well",
    ("log_in.html", "email"): "nobody is logged in",
    ("oversight/log.html", "basis"): "asks, and stands in the form that asks on",
    ("oversight/log.html", "client"): "asks",
    ("oversight/log.html", "since"): "asks",
    ("oversight/log.html", "until"): "asks",
    ("work_list.html", "q"): "asks",
}
BACK = {401, 409, 422}  # with the form, or with all that was typed beside a way to go on
# A look at the review brings its own entry into the tree before it shows anything.
TRACES = frozenset({"staged_entries", "readings", "log_leaves", "log_checkpoints"})
_WRITES = re.compile(
    r"(?:INSERT INTO|DELETE FROM|UPDATE(?= \w+ SET .*row_seal.* WHERE)) (\w+)", re.DOTALL
)
_CHOSEN = frozenset({"hidden", "radio", "checkbox", "submit", "button", "file", "password"})


@dataclass(frozen=True)
class Written:
    """A form into each of whose fields somebody has typed, and where it stands and goes."""

    template: str
    who: str
    address: str
    sent_to: str
    typed: Typed
    marks: Typed
    kept: bool  # while it is typed

    @property
    def again(self) -> str:
        """Where it stands once it was kept."""
        return self.address.partition("?")[0] if self.template in RESUMED else self.address

    def lost(self, text: str, never: frozenset[str] = frozenset()) -> Typed:
        """Return what stands in the form of a page in the place of what was typed."""
        page = BeautifulSoup(text, "html.parser")
        form = page.select_one("form#typed") or page.select_one("main form")
        stands = {} if form is None else standing(form)
        # A table that was filled in has one empty row more.
        found = {name: [each for each in stands.get(name, ()) if each] for name in self.typed}
        return {
            name: found[name]
            for name, said in self.typed.items()
            if name not in never and found[name] != [*filter(None, said)]
        }


@pytest.fixture(scope="module")
def pages(kept: Kept) -> list[Shown]:
    return [each for each in english(kept) if each.template and each.status == OK]


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, Street]]:
    with peopled_street(tmp_path_factory.mktemp("typed")) as (house, made):
        made.everyone.update(walkers(made.app, "en"))
        yield house, made


@pytest.fixture(scope="module")
def forms(peopled: tuple[House, Street], pages: list[Shown]) -> list[Written]:
    """Return the form of each template that somebody types into, of who acts in a unit if any."""
    _, street = peopled
    shown = [each for each in pages if ' id="typed"' in each.text.partition("<main")[2]]
    shown.sort(key=lambda each: KEPT in each.text)
    by_name = {door.name: door for door in doors(street.app)}
    return [
        _written(street.everyone[each.who], each, way(street, by_name[each.door]))
        for each in {each.template: each for each in shown}.values()
    ]


def _written(who: Knocker, shown: Shown, address: str) -> Written:
    with nothing_kept():
        text = who.knock("GET", address, {}).text
    form = BeautifulSoup(text, "html.parser").select_one("form#typed")
    assert form is not None, shown.door
    filled = filled_in(form)
    marks = {name: filled.pop(name) for name in [*filled] if name in MARKS}
    marks[FORM_PAGE] = [address]
    sent_to = str(form.get("action") or address.partition("?")[0])
    return Written(shown.template, shown.who, address, sent_to, filled, marks, KEPT in text)


def test_every_field_for_words_lies_in_a_form_that_is_kept(pages: list[Shown]) -> None:
    found = {
        (page.template, name)
        for page in pages
        if page.who not in NOWHERE
        for name in _outside(page.text)
    }
    assert found == UNKEPT.keys()


def _outside(text: str) -> set[str]:
    """Return the fields for words on a page that stand in no form that is kept."""
    found = _Fields()
    found.feed(text.partition("<main")[2].partition("</main>")[0])
    return found.others if KEPT in text else found.others | found.typed


class _Fields(HTMLParser):
    """Reads which fields for words stand in the one form that is typed into, and which do not."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: set[str] = set()
        self.others: set[str] = set()
        self._form = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            self._form = has.get("id") or ""
        wordy = tag == "textarea" or (tag == "input" and has.get("type", "text") not in _CHOSEN)
        if wordy and "hidden" not in has:
            inside = (has.get("form") or self._form) == "typed"
            (self.typed if inside else self.others).add(has.get("name") or "")


def test_in_another_language_a_page_keeps_what_was_typed_and_does_nothing(
    peopled: tuple[House, Street], forms: list[Written]
) -> None:
    assert len(forms) > MANY_FORMS
    wrong = [said for form in forms for said in _in_german(peopled[1].everyone[form.who], form)]
    assert not wrong, "\n".join(wrong)


def _in_german(who: Knocker, form: Written) -> Iterator[str]:
    """Ask for a form that was filled in in German; yield what is wrong with what comes."""
    with nothing_kept(), written() as tables:
        answer = who.knock("POST", form.sent_to, {**form.typed, "speak": ["de"]})
    if answer.status_code != OK or '<html lang="de"' not in answer.text:
        yield f"{form.template}: {answer.status_code}"
    elif (lost := form.lost(answer.text)) or tables:
        yield f"{form.template}: lost {lost}, wrote {sorted(tables)}"


def test_whoever_is_logged_out_or_acts_elsewhere_meanwhile_has_all_of_it_before_her(
    peopled: tuple[House, Street], forms: list[Written]
) -> None:
    everyone, nobody = peopled[1].everyone, Knocker(peopled[1].app, "nobody", "en")
    elsewhere = {"acting": [str(new_id())]}
    wrong = []
    for form in forms:
        with nothing_kept():
            out = nobody.knock("POST", form.sent_to, form.typed)
            away = everyone[form.who].knock("POST", form.sent_to, {**form.typed, **elsewhere})
        wrong += [(form.template, each.status_code, form.lost(each.text)) for each in (out, away)]
    assert [each for each in wrong if each[1] not in BACK or each[2]] == []


def test_it_stands_there_again_after_another_log_in_and_a_restart(
    peopled: tuple[House, Street], forms: list[Written]
) -> None:
    house, street = peopled
    kept = [form for form in forms if form.kept]
    assert len(kept) > MANY_FORMS
    for form in kept:
        answer = street.everyone[form.who].knock("POST", "/drafts", {**form.typed, **form.marks})
        assert answer.status_code == 303, form.template
    app = resting(application(house))
    again = {name: Knocker(app, name, "en") for name in {form.who for form in kept}}
    stands = {form.template: again[form.who].knock("GET", form.again, {}).text for form in kept}
    lost = {form.template: form.lost(stands[form.template], NEVER) for form in kept}
    assert {name: missing for name, missing in lost.items() if missing} == {}


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

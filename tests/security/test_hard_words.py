"""Whatever words are sent, through pages or as JSON, they come back as they were, or a sentence.

Nothing breaks, no word runs as a script on a page, and no answer holds a trace of the program.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, urlsplit
from uuid import UUID

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from marshmallow import Schema, fields

from caseflow.api.call import Call
from caseflow.api.calls import CALLS
from tests.factories.application import LOOPBACK, Visitor, application, resting
from tests.factories.clients import new_client
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import API, Program
from tests.factories.scale import scaled
from tests.security.filled_house import SECRETS, Filled, filled
from tests.security.hard_words import HARD_WORDS, LONE, RAW, kept_line, kept_text
from tests.security.matrix import nothing_kept
from tests.security.test_described_calls import ids_of
from tests.security.visits import pages

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

EACH = 3  # words that are tried in a form or call; before a release all of them
NAMES = ("berta", "wanda", "olga")
SHOWN_AGAIN = {409, 422}  # a page of hers that is open, with what was typed
# They end or change who asks; a password is worked on slowly, and stands on every page.
NOT_SENT = (
    *("/log-out", "/leave", "/curtain", "/curtain/lift", "/password", "/unit", "/language"),
    "/stay",
)
Found: TypeAlias = tuple[str, dict[str, str], list[str]]
_ID = re.compile(r"[0-9a-f-]{36}")
TYPED = {"text", "search", "email", "tel", "number", "date", "password", None}


@pytest.fixture(scope="module")
def house(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path_factory.mktemp("words")) as made:
        yield made


@pytest.fixture(scope="module")
def life(house: House) -> Filled:
    found = filled(house)
    integrated(house)
    return found


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    return resting(application(house))


@pytest.fixture(scope="module")
def berta(app: Flask, life: Filled) -> Program:
    assert life.known.code
    return Program(app, "berta", "beratung")


def unwell(answer: "TestResponse", word: str) -> list[str]:
    """Return what an answer holds that it must not."""
    text = answer.get_data().decode(errors="replace")
    found = ["an error of the server"] if answer.status_code >= 500 else []
    found += ["a traceback"] if "Traceback" in text else []
    if answer.mimetype == "text/html":
        found += [f"{raw} unescaped" for raw in RAW if raw in text]
    if answer.status_code >= 400 and (answer.is_json or answer.status_code not in SHOWN_AGAIN):
        found += [f"{each} in a refusal" for each in SECRETS if each in text and each not in word]
    if answer.status_code == 422 and answer.is_json:
        told = answer.get_json()["errors"].values()
        found += [] if told and all(all(each) for each in told) else ["no sentence"]
    return found


def entry_of(word: str) -> dict[str, Any]:
    return {
        "unit": "beratung",
        "category": "family",
        "occurred_on": "2026-03-01",
        "kind": "note",
        "fields": {"title": "Titel", "text": word},
    }


def story(berta: Program, client: UUID) -> Any:  # noqa: ANN401 - JSON
    return berta.get(f"/clients/{client}/story").get_json()


def as_entry(berta: Program, client: UUID, word: str) -> tuple["TestResponse", Callable[[], str]]:
    answer = berta.send("POST", f"/clients/{client}/entries", entry_of(word))

    def back() -> str:
        return str(berta.get(f"/entries/{answer.get_json()['id']}").get_json()["fields"]["text"])

    return answer, back


def as_title(berta: Program, client: UUID, word: str) -> tuple["TestResponse", Callable[[], str]]:
    body = entry_of("Text")
    body["fields"]["title"] = word
    answer = berta.send("POST", f"/clients/{client}/entries", body)

    def back() -> str:
        return str(berta.get(f"/entries/{answer.get_json()['id']}").get_json()["fields"]["title"])

    return answer, back


def as_fact(berta: Program, client: UUID, word: str) -> tuple["TestResponse", Callable[[], str]]:
    body = {"unit": "beratung", "state": "answered", "value": word}
    answer = berta.send("PUT", f"/clients/{client}/facts/form_of_address", body)

    def back() -> str:
        told = story(berta, client)["facts"]
        [value] = [each["value"] for each in told if each["question"] == "form_of_address"]
        return str(value["text"] if isinstance(value, dict) else value)

    return answer, back


@pytest.mark.parametrize(
    ("send", "kept"),
    [(as_entry, kept_text), (as_title, kept_line), (as_fact, kept_text)],
    ids=["text", "title", "answer"],
)
def test_words_that_programs_send_come_back_as_they_were(
    berta: Program,
    life: Filled,
    send: Callable[..., tuple["TestResponse", Callable[[], str]]],
    kept: Callable[[str], str | None],
) -> None:
    for word in HARD_WORDS:
        answer, back = send(berta, life.known.id, word)
        assert unwell(answer, word) == [], word
        should = kept(word)
        if should is None and not (send is as_title and not word.split()):
            assert answer.status_code == 422, word
        elif should is not None:
            assert answer.status_code in {200, 201}, (word, answer.text)
            assert back() == should, word


def test_halves_of_characters_are_no_text(berta: Program, life: Filled) -> None:
    for word in LONE:
        for send in (as_entry, as_title, as_fact):
            answer, _ = send(berta, life.known.id, word)
            assert answer.status_code == 400, word


def test_words_that_are_typed_come_back_as_they_were(app: Flask, house: House) -> None:
    visitor = Visitor(app)
    visitor.log_in("berta")
    for word in HARD_WORDS:
        hers = f"/clients/{new_client(house, house.actor('berta', 'beratung')).id}"
        typed = {"category": "family", "kind": "note", "occurred_on": "1.3.2026", "text": word}
        answer = visitor.send(f"{hers}/entries/new", **typed)
        assert unwell(answer, word) == [], word
        should = kept_text(word)
        if should is None:
            assert answer.status_code == 422, word
            assert BeautifulSoup(answer.text, "html.parser").select(".problems, [role=alert]")
            continue
        assert answer.status_code == 303, (word, answer.text)
        story = visitor.look(f"{hers}/story")
        assert unwell(story, word) == [], word
        texts = [each.get_text() for each in BeautifulSoup(story.text, "html.parser").select("p")]
        assert any(should == each.strip("\n") for each in texts), word


def leaves(schema: Schema, word: object) -> dict[str, Any]:
    """Return what a schema takes, with this word wherever a word can stand."""
    return {
        field.data_key or name: _leaf(field, word) for name, field in schema.load_fields.items()
    }


def _leaf(field: fields.Field[Any], word: object) -> Any:  # noqa: ANN401 - JSON
    match field:
        case fields.Nested():
            return leaves(field.schema, word)
        case fields.List():
            return [_leaf(field.inner, word)]
        case fields.Dict():
            return {"client_name": word, str(word): word}
        case _:
            return word


def some(number: int) -> list[str]:
    """Return a few of the words, others for each number; all of them before a release."""
    many = min(scaled(EACH), len(HARD_WORDS))
    return [HARD_WORDS[(number * EACH + each) % len(HARD_WORDS)] for each in range(many)]


def send_leaves(program: Program, call: Call, ids: dict[str, object], word: str) -> "TestResponse":
    address = call.address
    spelled = quote(word[:50], safe="")
    for name, id_ in {**ids, "question": spelled, "report": spelled, "path": "0/0"}.items():
        for kind in ("<uuid:", "<int:", "<path:", "<"):
            address = address.replace(f"{kind}{name}>", str(id_))
    body = None if call.takes is None else {**leaves(call.takes(), word), "unit": "beratung"}
    query = None if call.asks is None else leaves(call.asks(), word)
    header = word.replace("\r", "").replace("\n", "").encode()[:150].decode("latin-1")
    told = {"If-Match": '"1"', "Idempotency-Key": header, "Accept-Language": header}
    return program.send(call.method, address, body, told, query)


def test_no_word_breaks_a_call(app: Flask, house: House, life: Filled, berta: Program) -> None:
    ids = ids_of(house, life)
    olga = Program(app, "olga", "datenschutz")
    calls = [call for call in CALLS if call.takes or call.asks]
    assert len(calls) > 25
    with nothing_kept():
        for number, call in enumerate(calls):
            program = olga if "audit" in call.address or "review" in call.address else berta
            for word in some(number):
                answer = send_leaves(program, call, ids, word)
                assert unwell(answer, word) == [], (call.name, word)


def forms_on(page: "TestResponse", address: str) -> Iterator[Found]:
    """Yield where each form of a page is sent, what it holds already, and what is typed."""
    for form in BeautifulSoup(page.text, "html.parser").select("form[method=post]"):
        held: dict[str, str] = {}
        typed: list[str] = []
        for field in form.select("input[name], textarea[name], select[name]"):
            _take(field, held, typed)
        action = urlsplit(str(form.get("action") or address)).path
        if action not in NOT_SENT:
            yield action, held, typed


def _take(field: Tag, held: dict[str, str], typed: list[str]) -> None:
    name, kind = str(field["name"]), field.get("type")
    if field.name == "textarea" or (field.name == "input" and kind in TYPED):
        typed.append(name)
    elif field.name == "select":
        option = field.select_one("option[value]")
        held[name] = "" if option is None else str(option["value"])
    elif kind == "hidden":
        held[name] = str(field.get("value") or "")


def forms_of(app: Flask, name: str, asked: list[str]) -> Iterator[tuple[Visitor, Found]]:
    """Yield every form that somebody comes upon, each kind once."""
    visitor, known = Visitor(app), set()
    visitor.log_in(name)
    for address in asked:
        page = visitor.look(address)
        shown = page.status_code == 200 and page.mimetype == "text/html"  # papers hold no forms
        for found in forms_on(page, address) if shown else ():
            kind = (_ID.sub("", found[0]), *found[2])
            if kind not in known:
                known.add(kind)
                yield visitor, found


def test_no_word_breaks_a_form(app: Flask, house: House, life: Filled) -> None:
    asked = dict.fromkeys(page.address for page in pages(app, house, life))
    pages_alone = [each for each in asked if not each.startswith(API)]
    sent = 0
    for name in NAMES:
        for visitor, found in forms_of(app, name, pages_alone):
            sent += 1
            for word in some(sent):
                assert unwell(_type(visitor, found, word), word) == [], (found[0], word)
    assert sent > 40


def _type(visitor: Visitor, found: Found, word: str) -> "TestResponse":
    action, held, typed = found
    with nothing_kept():
        return visitor.browser.post(
            action,
            data={**held, **dict.fromkeys(typed, word)},
            headers={"Sec-Fetch-Site": "same-origin"},
            base_url=LOOPBACK,
            buffered=True,
        )


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("caseflow.vocabulary.questions.texts._clean", lambda text, _: text.replace("\u200b", "")),
        ("caseflow.vocabulary.questions.texts._clean", lambda text, _: text.upper()),
    ],
    ids=["dropped", "changed"],
)
def test_a_word_that_comes_back_otherwise_is_found(
    berta: Program, life: Filled, monkeypatch: pytest.MonkeyPatch, place: str, fault: object
) -> None:
    monkeypatch.setattr(place, fault)
    word = "zero\u200bwidth"
    _, back = as_entry(berta, life.known.id, word)
    assert back() != kept_text(word)

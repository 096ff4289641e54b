from flask import Flask

from caseflow.http.schemas import read
from caseflow.records import IntakeQuestion, Told
from caseflow.vocabulary.answers import Invalid
from caseflow.vocabulary.states import FactState
from caseflow.web.clients.answer_form import (
    answer_value,
    held_answer,
    schema_of,
    shown_form,
    told_anew,
)
from caseflow.web.clients.typed_answers import Typed
from tests.factories.house import configuration

CATALOGUE = configuration().catalogue
FEAR, POLICE = CATALOGUE.by_key["own_fear"], CATALOGUE.by_key["police"]
CHILDREN, RULES = CATALOGUE.by_key["children"], CATALOGUE.by_key["safe_contact_rules"]
ANSWERED = IntakeQuestion("own_fear", later=False, state=FactState.ANSWERED, value=8, own_version=3)


def _shown(app: Flask, line: IntakeQuestion) -> Typed:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        return shown_form(CATALOGUE.by_key[line.question], line)


def test_what_was_not_touched_is_not_told_anew(app: Flask) -> None:
    assert told_anew([FEAR], _shown(app, ANSWERED)) == {}
    assert told_anew([FEAR], _shown(app, IntakeQuestion("own_fear", later=False))) == {}


def test_what_was_changed_is_told_anew_over_the_version_on_the_screen(app: Flask) -> None:
    typed = {**_shown(app, ANSWERED), "own_fear": "5"}
    assert told_anew([FEAR], typed) == {"own_fear": Told("answered", "5", version=3)}


def test_a_first_answer_needs_no_more_than_to_be_typed(app: Flask) -> None:
    typed = {**_shown(app, IntakeQuestion("own_fear", later=False)), "own_fear": "5"}
    assert told_anew([FEAR], typed) == {"own_fear": Told("answered", "5", version=0)}


def test_who_takes_an_answer_back_leaves_none_beside_it(app: Flask) -> None:
    typed = {**_shown(app, ANSWERED), "state.own_fear": "withheld"}
    assert told_anew([FEAR], typed) == {"own_fear": Told("withheld", None, version=3)}


def test_an_answer_typed_beside_does_not_say_is_not_swallowed(app: Flask) -> None:
    typed = {**_shown(app, ANSWERED), "state.own_fear": "unknown", "own_fear": "5"}
    assert told_anew([FEAR], typed) == {"own_fear": Told("unknown", "5", version=3)}


def test_an_answer_that_was_wiped_out_is_empty_and_not_forgotten(app: Flask) -> None:
    typed = {**_shown(app, ANSWERED), "own_fear": ""}
    assert told_anew([FEAR], typed) == {"own_fear": Told("answered", None, version=3)}


def test_what_she_withholds_stays_withheld_until_she_answers(app: Flask) -> None:
    line = IntakeQuestion("own_fear", later=False, state=FactState.WITHHELD, own_version=1)
    assert told_anew([FEAR], _shown(app, line)) == {}
    typed = {**_shown(app, line), "state.own_fear": "answered", "own_fear": "5"}
    assert told_anew([FEAR], typed) == {"own_fear": Told("answered", "5", version=1)}


def test_line_ends_of_a_browser_are_no_change(app: Flask) -> None:
    value = ["Deniz", "Ela"]
    line = IntakeQuestion("goals", later=False, state=FactState.ANSWERED, value=value)
    typed = {**_shown(app, line), "goals": "Deniz\r\nEla"}
    assert told_anew([CATALOGUE.by_key["goals"]], typed) == {}


def test_rows_are_told_anew_when_one_of_them_has_changed(app: Flask) -> None:
    value = [{"first_name": "Deniz"}, {"first_name": "Ela", "born": "2021-03-04"}]
    line = IntakeQuestion("children", later=False, state=FactState.ANSWERED, value=value)
    shown = _shown(app, line)
    names = ["Deniz ", "", "Ela", ""]
    born = ["", "", "4.3.2021", ""]
    typed = {**shown, "children.first_name": names, "children.born": born}
    typed["children.lives_with"] = ["", "", "", ""]
    assert told_anew([CHILDREN], typed) == {}
    told = told_anew([CHILDREN], {**typed, "children.born": ["1.2.2018", "", "4.3.2021", ""]})
    rows = [
        {"first_name": "Deniz", "born": "1.2.2018", "lives_with": ""},
        {"first_name": "Ela", "born": "4.3.2021", "lives_with": ""},
    ]
    assert told == {"children": Told("answered", rows, version=0)}
    wiped = {name: each for name, each in shown.items() if not name.startswith("children.")}
    assert told_anew([CHILDREN], wiped) == {"children": Told("answered", None, version=0)}


def test_files_that_stay_ticked_are_told_and_those_that_do_not_go(app: Flask) -> None:
    files = [{"document": each, "title": each} for each in ("a", "b")]
    line = IntakeQuestion(
        "evidence",
        later=False,
        state=FactState.ANSWERED,
        value={"list": ["bei ihr"], "file": files},
    )
    asked, shown = [CATALOGUE.by_key["evidence"]], _shown(app, line)
    assert told_anew(asked, shown) == {}
    told = told_anew(asked, {**shown, "evidence.file": ["b"]})
    anew = {"list": "bei ihr", "file": ["b"]}
    assert told == {"evidence": Told("answered", anew, version=0)}


def test_a_form_that_was_meddled_with_is_read_as_an_empty_one() -> None:
    for was in ("", "x", "[]", '{"state": 1}', "null", "[" * 150_000):
        typed = {"was.own_fear": was, "own_fear": "5"}
        assert told_anew([FEAR], typed) == {"own_fear": Told("answered", "5", version=0)}


def test_parts_stand_together() -> None:
    held = held_answer(POLICE, {"police.until": "1.4.2026 ", "police.reference": ""})
    assert held == {"police.until": "1.4.2026"}
    assert answer_value(POLICE, held) == {"until": "1.4.2026"}
    assert answer_value(POLICE, {}) is None
    assert answer_value(RULES, {"safe_contact_rules": ["sms"]}) == ["sms"]


def test_the_form_takes_its_own_fields_and_no_others() -> None:
    schema = schema_of([FEAR, POLICE, RULES])
    sent = {"own_fear": "5", "police.until": "x", "safe_contact_rules": ["sms"], "state.police": ""}
    assert not isinstance(read(schema, sent), Invalid)
    found = read(schema, {"children": "x", "version.police": "y", "own_fear": "x" * 20_001})
    assert isinstance(found, Invalid)
    assert {(each.field, each.code) for each in found.problems} == {
        ("children", "unknown_field"),
        ("version.police", "not_readable"),
        ("own_fear", "too_long"),
    }

from caseflow.http.schemas import read
from caseflow.vocabulary.answers import Invalid
from caseflow.vocabulary.states import EntryKind
from caseflow.web.clients.entry_form import ChangedEntry, NewEntry, words_of
from caseflow.web.forms import Form
from tests.factories.application import Visitor
from tests.factories.known_clients import Storied


def test_what_is_left_out_is_empty() -> None:
    assert words_of(Form({}, {"title": "x"})) == {
        "kind": "",
        "occurred_on": "",
        "title": "x",
        "text": "",
    }


def test_a_change_names_the_version_on_the_screen() -> None:
    assert not isinstance(read(NewEntry(), {}), Invalid)
    found = read(ChangedEntry(), {"text": "x"})
    assert isinstance(found, Invalid)
    assert [(each.field, each.code) for each in found.problems] == [("version", "required")]


def test_an_empty_form_begins_with_a_note_of_today(made: Storied, berta: Visitor) -> None:
    text = berta.look(f"/clients/{made.id}/entries/new?category=health").text
    assert 'value="2.3.2026"' in text
    assert f'value="{EntryKind.NOTE}" selected' in text
    assert 'value="evidence"' not in text
    assert 'value="health" required checked' in text

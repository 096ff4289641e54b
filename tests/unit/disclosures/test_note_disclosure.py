import pytest

from caseflow.disclosures import note_disclosure, show_disclosure
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.merges import later
from tests.factories.telling import Ready


def test_notes_are_sealed_and_shown_the_oldest_first(ready: Ready) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    for kind, text in (("answer", "Sie kommen."), ("difficulty", " Niemand hob ab. ")):
        assert note_disclosure(work, ready.berta, made.id, kind, text) == Done(ready.known.id)
        work.finish()
        later(ready.house)
    answer = show_disclosure(work, ready.berta, ready.known.id, made.id)
    assert isinstance(answer, Disclosed)
    notes = [(note.kind, note.text, note.author) for note in answer.value.notes]
    assert notes == [("answer", "Sie kommen.", "Berta"), ("difficulty", "Niemand hob ab.", "Berta")]


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        ("answer", "  ", Problem("text", "required")),
        ("song", "x", Problem("kind", "not_a_choice")),
    ],
)
def test_what_is_wrong_is_named(ready: Ready, kind: str, text: str, problem: Problem) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    assert note_disclosure(work, ready.berta, made.id, kind, text) == Invalid((problem,))


def test_what_another_unit_told_is_not_there(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    case_at(ready.house, frieda, ready.known)
    work = ready.house.work(frieda)
    for disclosure in (made.id, new_id()):
        answer = note_disclosure(work, frieda, disclosure, "answer", "x")
        assert answer == Refused(Reason.NOT_OPEN)
        work.finish()

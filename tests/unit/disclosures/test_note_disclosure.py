import pytest

from caseflow.disclosures import (
    RETELLING,
    DisclosureView,
    acknowledge,
    list_open,
    note_disclosure,
    show_disclosure,
)
from caseflow.records.change_entry import change_entry
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.merges import later
from tests.factories.telling import Ready
from tests.unit.vault.reading import newest, rows_of


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
        ("change_told", "x", Problem("kind", "nothing_to_retell")),
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


def test_that_a_change_was_told_or_why_not_ends_the_duty_to_tell_it(ready: Ready) -> None:
    house, berta, made = ready.house, ready.berta, ready.told()
    work = house.work(berta)
    acknowledge(work, berta, made.id)
    for version, (kind, retold) in enumerate(RETELLING.items(), start=1):
        change_entry(work, berta, ready.entry, version, {"text": f"Er hat nicht gedroht. {kind}"})
        work.finish()
        assert [view.id for view in open_ones(ready)] == [made.id]
        assert note_disclosure(work, berta, made.id, kind, "Angerufen.") == Done(ready.known.id)
        work.finish()
        assert open_ones(ready) == ()
        [row] = ready.disclosures()
        assert (row.retold, row.retold_by) == (retold, berta.staff)
        assert ("disclosures", str(made.id)) in rows_of(newest(house, Act.DISCLOSURE_NOTE))
        later(house)


def open_ones(ready: Ready) -> tuple[DisclosureView, ...]:
    work = ready.house.work(ready.berta)
    answer = list_open(work, ready.berta)
    assert isinstance(answer, Disclosed)
    assert all(view.is_to_be_retold for view in answer.value)
    return answer.value

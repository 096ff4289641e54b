from uuid import uuid4

from sqlalchemy import update

from caseflow.database.tables.records import Entry
from caseflow.records.change_row import Target, change_row
from caseflow.records.write_entry import write_entry
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Problem, Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import (
    create,
    do,
    done,
    jot,
    note,
    problems,
    shared,
    story,
    traces,
)


def test_the_checked_fields_are_written_anew_and_the_rest_stays(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = create(house, berta)
    entry = done(do(house, berta, write_entry, known.id, note())).id
    target = Target(Act.ENTRY_WRITE, Entry, entry, 1)
    changed = done(do(house, lea, change_row, target, lambda: ({"text": "neu"}, [])))
    assert (changed.id, changed.version) == (entry, 2)
    (found,) = story(house, berta, known).entries
    assert (found.title, found.text, found.origin.author) == ("Gespräch", "neu", "Lea")


def test_an_older_version_is_a_conflict_and_a_problem_leaves_all_as_it_was(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    entry = done(do(house, berta, write_entry, known.id, note())).id
    old = Target(Act.ENTRY_WRITE, Entry, entry, 2)
    assert do(house, berta, change_row, old, lambda: ({}, [])) == Conflict(1)
    bad = Target(Act.ENTRY_WRITE, Entry, entry, 1)
    answer = do(house, berta, change_row, bad, lambda: ({}, [Problem("text", "empty")]))
    assert problems(answer) == {("text", "empty")}
    assert story(house, berta, known).entries[0].origin.version == 1
    assert len(traces(house, Act.ENTRY_WRITE)) == 1


def test_what_another_unit_wrote_is_closed_however_open_to_read(house: House) -> None:
    known, berta, frieda = shared(house, "violence")
    jot(house, berta, known)
    (theirs,) = story(house, frieda, known).entries
    for row in (theirs.origin.id, uuid4()):
        target = Target(Act.ENTRY_WRITE, Entry, row, 1)
        answer = do(house, frieda, change_row, target, lambda: ({}, []))
        assert answer == Refused(Reason.NOT_OPEN)
    assert [each["decision"] for each in traces(house, Act.ENTRY_WRITE)][1:] == ["refused"] * 2


def test_a_change_that_meets_another_in_the_same_moment_is_made_again(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    entry = done(do(house, berta, write_entry, known.id, note())).id
    work = house.work(berta)
    checks: list[int] = []

    def check() -> tuple[dict[str, str], list[Problem]]:
        checks.append(1)
        if len(checks) == 1:
            # As if another request had written between the load and the flush.
            faster = update(Entry).values(seal_revision=Entry.seal_revision + 1)
            work.session.execute(faster.execution_options(synchronize_session=False))
        return {"text": "neu"}, []

    target = Target(Act.ENTRY_WRITE, Entry, entry, 1)
    assert isinstance(change_row(work, berta, target, check), Done)
    work.finish()
    assert len(checks) == 2
    assert story(house, berta, known).entries[0].text == "neu"

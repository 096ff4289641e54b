from importlib import import_module
from uuid import uuid4

import pytest

from caseflow.records import (
    Draft,
    close_case,
    knock,
    knock_at_case,
    knock_at_entry,
    knock_at_goal,
    list_cases,
    set_goal,
    write_entry,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.reading import log


@pytest.mark.parametrize("again", [False, True])
def test_what_is_permitted_is_traced_only_where_an_answer_is_given_again(
    house: House, *, again: bool
) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    before = len(log(house))
    work = house.work(berta)
    assert knock(work, berta, Act.ENTRY_WRITE, known.id, again=again) is None
    work.finish()
    assert len(log(house)) == before + again


def test_closed_and_unknown_are_refused_and_traced(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, house.actor("berta", "beratung"))
    before = len(log(house))
    for client in (known.id, uuid4()):
        work = house.work(frieda)
        assert knock(work, frieda, Act.ENTRY_WRITE, client) == Refused()
        work.finish()
    assert len(log(house)) == before + 2


def test_the_role_is_a_reason_only_where_she_is_open(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    work = house.work(ida)
    known = new_client(house, ida)
    assert knock(work, ida, Act.ENTRY_WRITE, known.id) == Refused(Reason.NOT_YOUR_ROLE)
    assert knock(work, ida, Act.ENTRY_WRITE, uuid4()) == Refused()


def test_pieces_are_the_own_units(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(berta)
    draft = Draft("violence", "2026-03-01", "note", {"title": "Anruf"})
    entry = write_entry(work, berta, known.id, draft)
    goal = set_goal(work, berta, known.id, "Wohnung")
    assert isinstance(entry, Done)
    assert isinstance(goal, Done)
    work.finish()
    assert knock_at_entry(work, berta, entry.value.id) is None
    assert knock_at_goal(work, berta, goal.value.id) is None
    for wrong in (goal.value.id, uuid4()):
        assert knock_at_entry(work, berta, wrong) == Refused()
    work.finish()
    other = house.work(frieda)
    assert knock_at_entry(other, frieda, entry.value.id) == Refused()
    assert knock_at_goal(other, frieda, goal.value.id) == Refused()


def test_a_case_is_the_present_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    lea, frieda = house.actor("lea", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, lea)
    work = house.work(lea)
    listed = list_cases(work, lea, known.id)
    assert isinstance(listed, Disclosed)
    case = listed.value[0].id
    assert knock_at_case(work, lea, Act.CASE_CLOSE, case) is None
    assert knock_at_case(work, lea, Act.CASE_CLOSE, uuid4()) == Refused()
    work.finish()
    other = house.work(frieda)
    assert knock_at_case(other, frieda, Act.CASE_CLOSE, case) == Refused()
    other.finish()
    monkeypatch.setattr(import_module("caseflow.records.knock"), "client_of", lambda *_: known.id)
    assert knock_at_case(work, lea, Act.CASE_CLOSE, uuid4()) == Refused()
    close_case(work, lea, case)
    work.finish()
    assert knock_at_case(work, lea, Act.CASE_CLOSE, case) == Refused(Reason.TOO_LATE)

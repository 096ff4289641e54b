"""A lead sees what waits for clients of her unit; the officers see tombstones too."""

import sys
from uuid import UUID

import pytest

from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure import list_erasures, show_erasure
from caseflow.subject_rights.erasure.last_copy import Backups, load_backups
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import case_at, new_client
from tests.factories.erasing import erased, two_files
from tests.factories.house import House
from tests.factories.retention import answered_erasure, erasure_of


def listed(house: House, actor: Actor, *, done: bool = True) -> list[tuple[UUID, bool]]:
    work = house.work(actor)
    answer = list_erasures(work, actor, done=done)
    assert isinstance(answer, Disclosed), answer
    return [(view.id, view.answerable) for view in answer.value]


def test_each_sees_what_is_hers_to_answer_or_to_know(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    lea, there = house.actor("lea", "beratung"), house.actor("lea", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    whole = erasure_of(house, olga, where.known.id)
    of_one = erasure_of(house, olga, where.known.id, where.berta.unit)
    assert sorted(listed(house, lea)) == sorted([(whole, True), (of_one, True)])
    assert listed(house, there) == [(whole, True)]
    assert listed(house, wanda) == []
    assert sorted(listed(house, olga)) == sorted([(whole, False), (of_one, False)])


def test_a_tombstone_is_the_officers_and_what_waited_for_the_same_goes(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    lea = house.actor("lea", "beratung")
    erasure_of(house, lea, where.known.id, lea.unit)
    whole = erasure_of(house, olga, where.known.id)
    new_client(house, house.actor("berta", "beratung"))
    assert len(listed(house, olga)) == len(listed(house, olga, done=False)) == 2
    answered_erasure(house, lea, whole)
    assert listed(house, olga) == [(whole, False)]
    assert listed(house, olga, done=False) == []
    assert listed(house, lea) == []


def test_a_lead_is_not_told_that_another_unit_knows_her(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    wanda, lea = house.actor("wanda", "wohnen"), house.actor("lea", "beratung")
    case_at(house, wanda, where.known)
    hers = erasure_of(house, lea, where.known.id)
    assert listed(house, lea) == [(hers, False)]
    assert listed(house, wanda) == []
    work = house.work(wanda)
    assert show_erasure(work, wanda, hers) == Refused()
    work.finish()
    own = erasure_of(house, wanda, where.known.id)
    assert own != hers
    assert listed(house, wanda) == [(own, False)]
    assert sorted(listed(house, olga)) == sorted([(hers, True), (own, True)])
    answered_erasure(house, olga, own)
    assert listed(house, lea) == []


def test_backups_are_looked_at_once_for_all_tombstones(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        erased(house, new_client(house, house.actor("berta", "beratung")).id)
    looked: list[Work] = []

    def once(work: Work) -> Backups:
        looked.append(work)
        return load_backups(work)

    monkeypatch.setattr(sys.modules[list_erasures.__module__], "load_backups", once)
    assert len(listed(house, house.actor("olga", "datenschutz"))) == 2
    assert len(looked) == 1


def test_nobody_else_lists_any(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert list_erasures(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)

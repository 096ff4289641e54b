"""Somebody before whom both are open proposes it; everybody else is told nothing."""

from typing import Any

import pytest

from caseflow.records import look_up_client
from caseflow.records.merges import OtherRecord, propose_merge
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, new_client
from tests.factories.house import House
from tests.factories.kept_apart import kept_apart
from tests.factories.merges import REASON, merged, proposed
from tests.unit.vault.reading import log, newest, read, texts

NOBODY_S = "R3MB-7GB7-6VD8-D8FS-EA"


def asked(house: House, actor: Actor, about: object, /, **other: Any) -> object:  # noqa: ANN401 - code or id
    work = house.work(actor)
    reason = other.pop("reason", REASON)
    answer = propose_merge(work, actor, about, OtherRecord(**other), reason)  # type: ignore[arg-type]
    work.finish()
    return answer


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta)


def test_by_code_or_by_id_and_once(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, one, other)
    assert asked(house, berta, one.id, client=other.id) == Done(merge)
    assert asked(house, lea, other.id, code=one.code.lower()) == Done(merge)
    # Nothing has changed yet.
    assert texts(read(house, berta, one)) == []
    entries = [each for each in log(house) if each["act"] == Act.MERGE_PROPOSE]
    assert any("reason_digest" in each for each in entries)
    assert REASON not in str(entries)


def test_whoever_is_not_open_does_not_exist(house: House, pair: tuple[Known, Known]) -> None:
    one, _ = pair
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    hers = new_client(house, frieda)
    closed = Refused(Reason.NOT_OPEN)
    for other in ({"code": hers.code}, {"client": hers.id}, {"client": new_id()}):
        assert asked(house, berta, one.id, **other) == closed
    assert asked(house, berta, one.id, code=NOBODY_S) == closed
    assert asked(house, berta, hers.id, code=one.code) == closed
    assert asked(house, berta, hers.id, code="nonsense") == closed
    assert asked(house, frieda, one.id, code=hers.code, reason="") == closed
    assert newest(house, Act.MERGE_PROPOSE)["decision"] == "refused"


def test_what_is_wrong_with_it(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta = house.actor("berta", "beratung")
    no_code = Problem("code", "no_client_code", {"given": "nonsense"})
    assert asked(house, berta, one.id, code="nonsense", reason=" ") == Invalid(
        (Problem("reason", "required"), no_code)
    )
    assert asked(house, berta, one.id, client=other.id, reason="") == Invalid(
        (Problem("reason", "required"),)
    )
    for herself in ({"code": one.code}, {"client": one.id}):
        assert asked(house, berta, one.id, **herself) == Invalid((Problem("code", "herself"),))


def test_one_of_them_may_be_at_a_desk_but_not_both(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    frieda = house.actor("frieda", "frauenhaus")
    hers = new_client(house, frieda)
    for known in (one, other):
        work = house.work(frieda)
        assert isinstance(look_up_client(work, frieda, known.code), Done)
        work.finish()
    assert asked(house, frieda, one.id, code=other.code) == Refused(Reason.NOT_OPEN)
    assert isinstance(asked(house, frieda, hers.id, code=one.code), Done)


def test_two_who_are_kept_apart_and_two_who_are_one(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merged(house, berta, lea, one, other)
    assert asked(house, berta, one.id, code=other.code) == Refused(Reason.TOO_LATE)
    third = new_client(house, house.actor("wanda", "wohnen"))
    fourth = new_client(house, house.actor("wanda", "wohnen"))
    kept_apart(house, house.actor("wanda", "wohnen"), third, fourth)
    wanda = house.actor("wanda", "wohnen")
    assert asked(house, wanda, third.id, code=fourth.code) == Refused(Reason.NOT_OPEN)

import pytest

from caseflow.vault.attempt import attempt
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Reason, Refused
from caseflow.vocabulary.errors import Stale
from tests.factories.house import House
from tests.unit.records.desk_work import create, traces


def uses(house: House) -> int:
    return sum(len(each["bases"]) for each in traces(house, Act.FACT_WRITE))


def test_what_is_done_stays_with_its_trace(house: House) -> None:
    berta = house.actor("berta", "beratung")
    ask = Ask(Act.FACT_WRITE, create(house, berta).id)
    work = house.work(berta)

    def act(given: Permit) -> Done[int]:
        trace(work, given, Deeds())
        return Done(7)

    assert attempt(work, berta, ask, act) == Done(7)
    work.finish()
    assert [each["decision"] for each in traces(house, Act.FACT_WRITE)] == ["permitted"]


def test_an_act_is_done_again_after_somebody_was_faster(house: House) -> None:
    berta = house.actor("berta", "beratung")
    ask = Ask(Act.FACT_WRITE, create(house, berta).id)
    work = house.work(berta)
    tries = []

    def act(given: Permit) -> Done[int]:
        tries.append(given.entry)
        if len(tries) < 3:
            raise Stale("facts")
        trace(work, given, Deeds())
        return Done(len(tries))

    assert attempt(work, berta, ask, act) == Done(3)
    work.finish()
    assert len(set(tries)) == 3
    assert len(traces(house, Act.FACT_WRITE)) == 1


def test_who_is_always_slower_is_told_so(house: House) -> None:
    berta = house.actor("berta", "beratung")
    ask = Ask(Act.FACT_WRITE, create(house, berta).id)

    def act(_: Permit) -> Done[int]:
        raise Stale("facts")

    with pytest.raises(Stale):
        attempt(house.work(berta), berta, ask, act)


def test_a_refusal_that_is_found_late_is_traced_and_uses_no_basis(house: House) -> None:
    berta = house.actor("berta", "beratung")
    ask = Ask(Act.FACT_WRITE, create(house, berta).id)
    work = house.work(berta)
    answer = attempt(work, berta, ask, lambda _: Refused(Reason.TOO_LATE))
    assert answer == Refused(Reason.TOO_LATE)
    work.finish()
    (told,) = traces(house, Act.FACT_WRITE)
    assert (told["decision"], told["reason"]) == ("refused", "too_late")
    assert "bases" not in told


def test_a_conflict_leaves_nothing(house: House) -> None:
    berta = house.actor("berta", "beratung")
    ask = Ask(Act.FACT_WRITE, create(house, berta).id)
    work = house.work(berta)
    assert attempt(work, berta, ask, lambda _: Conflict(4)) == Conflict(4)
    work.finish()
    assert traces(house, Act.FACT_WRITE) == []

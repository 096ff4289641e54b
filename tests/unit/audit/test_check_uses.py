from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from caseflow.audit.check_uses import COUNTED, UseNumbers, check_uses, load_counters
from caseflow.audit.findings import Fault, Findings
from caseflow.audit.prunings import ranges_of
from caseflow.audit.quick_entries import UseTold
from caseflow.database.base import Base, CountedRow
from caseflow.vocabulary.bases import BasisKind
from tests.factories.log import Log

Counts = dict[str, int]


def faults(
    uses: list[int], before: Counts, after: Counts | None = None, *, end: int | None = None
) -> list[Fault]:
    one_by_one, at_once = UseNumbers(Findings()), UseNumbers(Findings())
    told = [*(("bases", use) for use in uses), *([] if end is None else [("ended", end)])]
    for position, (where, use) in enumerate(told):
        one_by_one.see({where: [{"id": "b", "kind": "consent", "use": use}]}, position)
    used = [(basis(use),) if where == "bases" else () for where, use in told]
    ended = [(at, basis(use)) for at, (where, use) in enumerate(told) if where == "ended"]
    at_once.see_all(used, ended, 0)
    for numbers in (one_by_one, at_once):
        check_uses(numbers, before, before if after is None else after)
    assert one_by_one == at_once
    return [each.fault for each in one_by_one.findings.in_order()]


def basis(use: int) -> UseTold:
    return UseTold(id="b", kind=BasisKind.CONSENT, use=use)


@given(st.integers(min_value=0, max_value=8).flatmap(lambda n: st.permutations(range(1, n + 1))))
def test_every_use_once_in_any_order_is_sound(uses: list[int]) -> None:
    assert faults(uses, {"b": len(uses)}) == []
    assert faults(uses, {"b": len(uses)}, end=len(uses)) == []


@given(st.data())
def test_one_missing_or_repeated_use_is_found(data: st.DataObject) -> None:
    count = data.draw(st.integers(min_value=1, max_value=8))
    uses = data.draw(st.permutations(range(1, count + 1)))
    which = data.draw(st.sampled_from(uses))
    assert faults([use for use in uses if use != which], {"b": count}) == [Fault.USE_MISSING]
    assert faults([*uses, which], {"b": count}) == [Fault.USE_REPEATED]


@given(st.lists(st.integers(min_value=0, max_value=9)), st.sets(st.integers(0, 9)))
def test_uses_that_another_gathered_count_as_if_each_was_seen(
    seen: list[int], gathered: set[int]
) -> None:
    numbers, one_by_one = UseNumbers(Findings()), UseNumbers(Findings())
    for each in (numbers, one_by_one):
        each.see_all([(basis(use),) for use in seen], [], 0)
    before = deepcopy(numbers)
    taken = numbers.see_gathered({"b": ranges_of(gathered)} if gathered else {}, {"b": (9, 70)})
    assert taken is (0 not in gathered and gathered.isdisjoint(seen))
    if not taken:
        assert numbers == before
        return
    one_by_one.see_all([(basis(use),) for use in sorted(gathered)], [(70, basis(9))], 0)
    assert (numbers.upto, numbers.ended) == (one_by_one.upto, one_by_one.ended)
    assert numbers.ahead.get("b", set()) == one_by_one.ahead.get("b", set())


def test_a_use_that_the_basis_does_not_know_is_found() -> None:
    assert faults([1, 2], {"b": 1}) == [Fault.USE_UNCOUNTED]
    assert faults([0], {"b": 1}) == [Fault.USE_REPEATED, Fault.USE_MISSING]


def test_uses_that_come_while_the_log_is_read_are_no_fault() -> None:
    assert faults([1, 2], {"b": 1}, {"b": 3}) == []
    assert faults([2], {}, {"b": 2}) == []
    assert faults([2], {"b": 1}, {"b": 2}) == [Fault.USE_MISSING]


def test_a_basis_that_is_gone_must_have_ended_with_its_last_use() -> None:
    assert faults([1, 2], {}) == [Fault.BASIS_GONE]
    assert faults([1, 2], {}, end=2) == []
    assert faults([2], {}, end=2) == [Fault.USE_MISSING]
    assert faults([1, 2], {}, end=3) == [Fault.END_DIFFERS]
    assert faults([], {}, end=0) == []


def test_a_use_after_the_end_is_found() -> None:
    assert faults([1, 2, 3], {"b": 3}, end=2) == [Fault.END_DIFFERS]


def test_every_row_that_counts_its_uses_is_asked() -> None:
    mapped = {each.class_ for each in Base.registry.mappers}
    assert {each for each in mapped if issubclass(each, CountedRow)} == set(COUNTED)


def test_the_counters_are_those_of_the_rows(log: Log) -> None:
    case, desk = log.case(), log.desk()
    log.case()
    for _ in range(3):
        log.access(case)
    log.access(desk)
    work = log.work()
    assert load_counters(work) == {str(case.id): 3, str(desk.id): 1}
    work.abandon()

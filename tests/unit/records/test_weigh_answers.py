"""The rule of `withheld`, case by case, and its laws for whatever units were told."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from caseflow.records.story import HerWord, StoryFact
from caseflow.records.weigh_answers import Weighed, weigh_answers
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import CorrectionOutcome, FactState
from tests.unit.records.examples import ELSEWHERE, HERE, THERE, told

ANSWERED, WITHHELD, UNKNOWN = FactState.ANSWERED, FactState.WITHHELD, FactState.UNKNOWN


def weigh(*facts: StoryFact) -> Weighed:
    by_day = sorted(facts, key=lambda fact: (fact.told_on, fact.origin.recorded_at))
    return weigh_answers(by_day, HERE)["mother_tongue"]


def seen(weighed: Weighed) -> set[object]:
    return {fact.origin.id for fact in (weighed.counts, *weighed.beside)}


def test_what_was_told_elsewhere_counts_here() -> None:
    weighed = weigh(told(THERE, ANSWERED, "ar"))
    assert weighed.counts.answer is not None
    assert weighed.counts.answer.value == "ar"
    assert weighed.own is None
    assert weighed.beside == ()


def test_the_newest_telling_counts_and_one_that_differs_is_shown_beside_it() -> None:
    old, new = told(HERE, ANSWERED, "ar", 1), told(THERE, ANSWERED, "fa", 2)
    weighed = weigh(new, old)
    assert weighed.counts.origin == new.origin
    assert weighed.counts.counts
    assert weighed.counts.differs
    assert [fact.origin for fact in weighed.beside] == [old.origin]
    assert weighed.beside[0].differs
    assert not weighed.beside[0].counts
    assert weighed.own == old


def test_of_one_day_the_later_recording_counts() -> None:
    first, second = told(HERE, ANSWERED, "ar", hour=9), told(THERE, ANSWERED, "fa", hour=10)
    assert weigh(first, second).counts.origin == second.origin


def test_of_one_instant_the_own_answer_counts() -> None:
    own, other = told(HERE, ANSWERED, "ar"), told(THERE, ANSWERED, "fa")
    assert weigh(own, other).counts.origin == own.origin
    assert weigh(other, own).counts.origin == own.origin


def test_the_same_answer_twice_is_no_conflict() -> None:
    weighed = weigh(told(HERE, ANSWERED, "ar", 1), told(THERE, ANSWERED, "ar", 2))
    assert not weighed.counts.differs
    assert weighed.beside == ()


def test_what_she_says_against_an_answer_is_shown_with_it_though_another_counts() -> None:
    word = HerWord(new_id(), "Nein.", date(2026, 3, 3), CorrectionOutcome.OPEN, "", 1)
    same, unknown, newest = (
        replace(told(HERE, ANSWERED, "ar", 1), her_words=(word,)),
        replace(told(ELSEWHERE, UNKNOWN, day=2), her_words=(word,)),
        told(THERE, ANSWERED, "ar", 3),
    )
    weighed = weigh(same, unknown, newest)
    assert weighed.counts == newest
    assert weighed.beside == (replace(same, counts=False), replace(unknown, counts=False))
    hidden = weigh(told(HERE, WITHHELD), replace(same, origin=newest.origin))
    assert hidden.beside == ()


def test_three_sources_that_differ_are_all_there_by_day() -> None:
    facts = [
        told(HERE, ANSWERED, "ar", 1),
        told(THERE, ANSWERED, "fa", 2),
        told(ELSEWHERE, ANSWERED, "ku", 3),
    ]
    weighed = weigh(*facts)
    assert weighed.counts.origin == facts[2].origin
    assert [fact.origin for fact in weighed.beside] == [facts[0].origin, facts[1].origin]


def test_a_units_later_answer_takes_the_place_of_its_earlier_one() -> None:
    weighed = weigh(told(THERE, ANSWERED, "ar", 1), told(THERE, ANSWERED, "fa", 2))
    assert weighed.counts.answer is not None
    assert weighed.counts.answer.value == "fa"
    assert weighed.beside == ()


def test_what_she_withheld_here_hides_what_others_were_told_however_new() -> None:
    own = told(HERE, WITHHELD, day=1)
    weighed = weigh(own, told(THERE, ANSWERED, "ar", 5), told(ELSEWHERE, UNKNOWN, day=6))
    assert seen(weighed) == {own.origin.id}
    assert weighed.counts.state is WITHHELD


def test_an_answer_that_she_took_back_here_hides_the_others_too() -> None:
    weighed = weigh(
        told(HERE, ANSWERED, "ar", 1), told(HERE, WITHHELD, day=2), told(THERE, ANSWERED, "fa", 1)
    )
    assert weighed.counts.state is WITHHELD
    assert weighed.beside == ()


def test_what_she_withheld_elsewhere_hides_nothing_here() -> None:
    answer = told(ELSEWHERE, ANSWERED, "ar", 1)
    weighed = weigh(told(THERE, WITHHELD, day=5), answer)
    assert seen(weighed) == {answer.origin.id}


def test_an_emergency_shows_what_was_withheld_and_that_it_was() -> None:
    own, other = told(HERE, WITHHELD, day=5), told(THERE, ANSWERED, "ar", 1, urgent=True)
    closed = told(ELSEWHERE, ANSWERED, "fa", 2)
    weighed = weigh(own, other, closed)
    assert weighed.counts.origin == other.origin
    assert [fact.origin for fact in weighed.beside] == [own.origin]
    assert not weighed.beside[0].counts
    assert not weighed.beside[0].differs


def test_that_she_does_not_know_hides_nothing() -> None:
    answer = told(THERE, ANSWERED, "ar", 1)
    weighed = weigh(told(HERE, UNKNOWN, day=5), answer)
    assert seen(weighed) == {answer.origin.id}
    assert weighed.own is not None
    assert weighed.own.state is UNKNOWN


def test_where_nobody_was_answered_the_own_state_counts_then_the_newest() -> None:
    own = told(HERE, UNKNOWN, day=1)
    assert weigh(own, told(THERE, WITHHELD, day=2)).counts.origin == own.origin
    newest = told(ELSEWHERE, WITHHELD, day=3)
    assert weigh(told(THERE, UNKNOWN, day=2), newest).counts.origin == newest.origin


def test_each_question_is_weighed_by_itself() -> None:
    other = replace(told(THERE, ANSWERED, "x"), question="allergies")
    found = weigh_answers([told(HERE, WITHHELD), other], HERE)
    assert found["allergies"].counts.origin == other.origin
    assert found["mother_tongue"].counts.state is WITHHELD


facts = st.builds(
    told,
    st.sampled_from((HERE, THERE, ELSEWHERE)),
    st.sampled_from((ANSWERED, WITHHELD, UNKNOWN)),
    st.sampled_from(("ar", "fa")),
    st.integers(1, 4),
    hour=st.integers(0, 23),
    urgent=st.booleans(),
)


@given(st.lists(facts, min_size=1, max_size=6))
def test_whatever_was_told(some: list[StoryFact]) -> None:
    weighed = weigh(*some)
    last = max((fact.told_on for fact in some), default=date.min)
    assert weighed.counts.told_on <= last
    shown = [weighed.counts, *weighed.beside]
    own = weighed.own
    if own is not None and own.state is WITHHELD:
        assert all(fact.origin.unit == HERE or fact.origin.urgent for fact in shown)
    answers = [fact for fact in shown if fact.state is ANSWERED]
    assert all(fact.told_on <= weighed.counts.told_on for fact in answers)
    assert sum(fact.counts for fact in shown) == 1

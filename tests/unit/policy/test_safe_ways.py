"""A prohibition never opens a way, an unknown answer opens none, and the strictest counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseflow.policy.safe_ways import PROHIBITIONS, TRUSTED, safe_ways
from caseflow.vocabulary.safe_contact import Bar, Care, Heard, HeardOfContact, Standing, Way
from caseflow.vocabulary.states import FactState

DAY = date(2026, 5, 4)
AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
ALLOWED = frozenset({"call_ok", "sms", "messenger", "email"})
OPTIONS = sorted(ALLOWED | PROHIBITIONS | {TRUSTED})
AT_HER_SIDE = {Way.IN_PERSON, Way.TOLD}
FREE = HeardOfContact(
    rules=(Heard(FactState.ANSWERED, (DAY, AT), ALLOWED),),
    phone=(Heard(FactState.ANSWERED, (DAY, AT)),),
    stay=(Heard(FactState.ANSWERED, (DAY, AT), frozenset({"own_home"})),),
)

times = st.integers(0, 3).map(lambda days: (DAY + timedelta(days), AT + timedelta(days)))
states = st.sampled_from([FactState.ANSWERED, FactState.WITHHELD, FactState.UNKNOWN])


def answers(words: st.SearchStrategy[frozenset[str]]) -> st.SearchStrategy[tuple[Heard, ...]]:
    one = st.builds(
        lambda state, told, words: Heard(
            state, told, words if state is FactState.ANSWERED else frozenset()
        ),
        states,
        times,
        words,
    )
    return st.lists(one, max_size=3).map(tuple)


chosen = st.frozensets(st.sampled_from(OPTIONS))
stays = st.sampled_from(["own_home", "shared_home", "relatives", "homeless"])
heards = st.builds(
    HeardOfContact,
    rules=answers(chosen),
    phone=answers(st.just(frozenset())),
    email=answers(st.sampled_from([frozenset({"yes"}), frozenset({"no"}), frozenset()])),
    stay=answers(stays.map(lambda each: frozenset({each}))),
    known=answers(st.sampled_from([frozenset({"yes"}), frozenset({"no"})])),
    not_to=answers(st.just(frozenset({"Karim"}))),
)


def answered(*words: str) -> Heard:
    return Heard(FactState.ANSWERED, (DAY, AT), frozenset(words))


def silent(state: FactState, days: int = 0) -> Heard:
    return Heard(state, (DAY + timedelta(days), AT + timedelta(days)))


def ways(heard: HeardOfContact) -> dict[Way, Standing]:
    return {each.way: each for each in safe_ways(heard)}


def opened(heard: HeardOfContact) -> set[Way]:
    return {each.way for each in safe_ways(heard) if each.open}


def with_rules(*words: str) -> HeardOfContact:
    return replace(FREE, rules=(answered(*words),))


@settings(max_examples=35)
@given(heards, st.data())
def test_a_prohibition_never_opens_a_way_and_takes_no_care_away(
    heard: HeardOfContact, data: st.DataObject
) -> None:
    told = [n for n, each in enumerate(heard.rules) if each.state is FactState.ANSWERED]
    if not told:
        assert opened(heard) == AT_HER_SIDE
        return
    place = data.draw(st.sampled_from(told))
    word = data.draw(st.sampled_from(sorted(PROHIBITIONS | {TRUSTED})))
    more = replace(heard.rules[place], words=heard.rules[place].words | {word})
    rules = (*heard.rules[:place], more, *heard.rules[place + 1 :])
    before, after = ways(heard), ways(replace(heard, rules=rules))
    for way in Way:
        if after[way].open and not (word == TRUSTED and way is Way.TRUSTED):
            assert before[way].open
            assert before[way].care <= after[way].care


@settings(max_examples=35)
@given(heards, answers(chosen))
def test_what_another_unit_was_told_never_opens_a_way_that_was_known_to_be_closed(
    heard: HeardOfContact, others: tuple[Heard, ...]
) -> None:
    unknown = any(each.state is FactState.UNKNOWN for each in heard.rules)
    if heard.rules and not unknown:
        more = replace(heard, rules=heard.rules + others)
        assert opened(more) <= opened(heard)


@settings(max_examples=35)
@given(heards)
def test_a_way_is_closed_for_a_reason_or_open_with_its_care(heard: HeardOfContact) -> None:
    found = safe_ways(heard)
    assert [each.way for each in found] == list(Way)
    for each in found:
        assert each.open or not each.care
    assert opened(heard) >= AT_HER_SIDE
    for way in opened(heard) - AT_HER_SIDE:
        assert Care.NEUTRAL in ways(heard)[way].care
    if any(each.state is FactState.ANSWERED for each in heard.not_to):
        assert all(Care.NOT_TO_THEM in ways(heard)[way].care for way in opened(heard) - {Way.TOLD})


@settings(max_examples=35)
@given(heards)
def test_nothing_goes_to_a_shared_home_or_by_a_number_that_nobody_calls_safe(
    heard: HeardOfContact,
) -> None:
    watched = any("yes" in each.words for each in heard.known)
    if watched or any("shared_home" in each.words for each in heard.stay) or not heard.stay:
        assert Way.POST not in opened(heard)
    if not any(each.state is FactState.ANSWERED for each in heard.phone):
        assert not opened(heard) & {Way.PHONE, Way.VOICEMAIL, Way.SMS, Way.MESSENGER}


# Everything is allowed, and one word more is said: which ways that closes, and why.
CLOSES: dict[str, dict[Way, set[Bar]]] = {
    "call_ok": {},
    "sms": {},
    "messenger": {},
    "email": {},
    "cover_name": {},
    "certain_times": {Way.VOICEMAIL: {Bar.NOT_IN_TIME}},
    "number_hidden": {Way.SMS: {Bar.NUMBER_SHOWN}, Way.MESSENGER: {Bar.NUMBER_SHOWN}},
    "no_voicemail": {Way.VOICEMAIL: {Bar.FORBIDDEN}},
    "no_letter": {Way.POST: {Bar.FORBIDDEN}},
    "she_calls": {way: {Bar.SHE_CALLS} for way in set(Way) - AT_HER_SIDE},
    TRUSTED: {way: {Bar.TRUSTED_ONLY} for way in set(Way) - AT_HER_SIDE - {Way.TRUSTED}},
}


@pytest.mark.parametrize(("word", "way"), list(product(OPTIONS, Way)))
def test_every_rule_on_every_way(word: str, way: Way) -> None:
    usual = {Bar.NOT_ALLOWED} if way is Way.TRUSTED and word != TRUSTED else set()
    if way is Way.TRUSTED and word == "no_letter":
        usual |= {Bar.FORBIDDEN}
    stands = ways(with_rules(*ALLOWED, word))[way]
    assert stands.bars == usual | CLOSES[word].get(way, set())


@pytest.mark.parametrize("word", sorted(PROHIBITIONS | {TRUSTED}))
def test_what_one_unit_was_told_to_leave_all_leave(word: str) -> None:
    alone = ways(with_rules(*ALLOWED, word))
    for rules in (
        (answered(*ALLOWED, word), answered(*ALLOWED)),
        (answered(*ALLOWED), answered(*ALLOWED, word)),
    ):
        both = ways(replace(FREE, rules=rules))
        for way in set(Way) - {Way.TRUSTED}:
            assert (both[way].bars, both[way].care) == (alone[way].bars, alone[way].care)
        assert not both[Way.TRUSTED].open


def test_what_she_did_not_name_is_not_allowed() -> None:
    assert opened(with_rules()) == AT_HER_SIDE | {Way.POST}
    assert opened(with_rules("sms")) == AT_HER_SIDE | {Way.POST, Way.SMS}


@pytest.mark.parametrize("word", sorted(ALLOWED))
def test_what_is_allowed_must_be_allowed_everywhere(word: str) -> None:
    both = replace(FREE, rules=(answered(*ALLOWED), answered(*(ALLOWED - {word}))))
    gone = {Way.PHONE, Way.VOICEMAIL} if word == "call_ok" else {Way(word)}
    assert opened(FREE) - opened(both) == gone
    assert {frozenset({Bar.NOT_ALLOWED})} == {ways(both)[way].bars for way in gone}


def test_what_is_not_known_goes_from_hand_to_hand() -> None:
    for state, bar in ((FactState.UNKNOWN, Bar.UNKNOWN), (FactState.WITHHELD, Bar.WITHHELD)):
        for rules in ((silent(state),), (answered(*ALLOWED), silent(state, 1))):
            found = ways(replace(FREE, rules=rules))
            assert {way for way in Way if found[way].open} == AT_HER_SIDE
            assert found[Way.POST].bars == {bar}
            assert found[Way.IN_PERSON].care == {Care.NEUTRAL}
    assert ways(HeardOfContact())[Way.EMAIL].bars == {Bar.UNKNOWN}


def test_what_she_did_not_know_then_she_may_know_now_but_what_she_withheld_stays() -> None:
    knew = replace(FREE, rules=(silent(FactState.UNKNOWN, -1), answered(*ALLOWED)))
    assert opened(knew) == opened(FREE)
    kept = replace(FREE, rules=(silent(FactState.WITHHELD, -1), answered(*ALLOWED)))
    assert opened(kept) == AT_HER_SIDE
    at_once = replace(FREE, rules=(silent(FactState.UNKNOWN), answered(*ALLOWED)))
    assert opened(at_once) == AT_HER_SIDE


@pytest.mark.parametrize(
    ("part", "heard", "way", "bar"),
    [
        ("phone", (), Way.PHONE, Bar.NO_SAFE_NUMBER),
        ("phone", (silent(FactState.WITHHELD),), Way.SMS, Bar.NO_SAFE_NUMBER),
        ("email", (answered("no"),), Way.EMAIL, Bar.NOT_PRIVATE),
        ("stay", (), Way.POST, Bar.PLACE_UNKNOWN),
        ("stay", (answered("homeless"),), Way.POST, Bar.PLACE_UNKNOWN),
        ("stay", (answered("own_home"), answered("shared_home")), Way.POST, Bar.SHARED_HOME),
        ("stay", (silent(FactState.WITHHELD),), Way.POST, Bar.WITHHELD),
        ("known", (answered("no"), answered("yes")), Way.POST, Bar.PLACE_KNOWN),
    ],
)
def test_the_other_answers_close_their_ways(
    part: str, heard: tuple[Heard, ...], way: Way, bar: Bar
) -> None:
    changed = ways(replace(FREE, **{part: heard}))
    assert changed[way].bars == {bar}
    assert ways(FREE)[way].open
    if part != "phone":  # which closes all that go by a number
        assert [each for each in Way if changed[each].bars != ways(FREE)[each].bars] == [way]
    # That he does not know the place, or that nobody has asked, closes nothing.
    assert ways(replace(FREE, known=(answered("no"),))) == ways(FREE)


def test_of_a_place_each_reason_is_named_that_closes_it() -> None:
    stay = answered("homeless"), silent(FactState.WITHHELD)
    bars = {Bar.PLACE_UNKNOWN, Bar.WITHHELD}
    assert ways(replace(FREE, stay=stay))[Way.POST].bars == bars


def test_what_must_be_heeded() -> None:
    found = ways(with_rules(*ALLOWED, "cover_name", "certain_times", "number_hidden"))
    assert found[Way.PHONE].care == set(Care) - {Care.NOT_TO_THEM, Care.ASK_HER}
    assert found[Way.EMAIL].care == {Care.NEUTRAL, Care.COVER_NAME, Care.CERTAIN_TIMES}
    assert found[Way.POST].care == {Care.NEUTRAL, Care.COVER_NAME}
    assert ways(FREE)[Way.POST].care == {Care.NEUTRAL}
    told = ways(replace(FREE, not_to=(answered("Karim"),)))
    assert told[Way.IN_PERSON].care == {Care.NEUTRAL, Care.NOT_TO_THEM}
    assert told[Way.TOLD].care == set()


def test_what_she_carries_home_is_neutral_where_somebody_may_see_it() -> None:
    assert ways(FREE)[Way.IN_PERSON].care == set()
    hushed = ("cover_name", "she_calls", "no_letter", TRUSTED, "number_hidden")
    for some in combinations(hushed, 1):
        assert ways(with_rules(*ALLOWED, *some))[Way.IN_PERSON].care == {Care.NEUTRAL}
    for stay in ((), (answered("shared_home"),)):
        assert ways(replace(FREE, stay=stay))[Way.IN_PERSON].care == {Care.NEUTRAL}

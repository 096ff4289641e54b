"""Valid at t: one definition, tried at every edge."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseflow.policy.facts import Cell, ConsentFact
from caseflow.policy.validity import (
    consent_state,
    covers,
    end_of,
    lasts_beyond,
    opens,
    part_withdrawn,
    valid_at,
)
from caseflow.vocabulary.clock import end_of_day, start_of_day
from caseflow.vocabulary.matrices import Action, Exclusion, WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.unit.policy.examples import (
    CATEGORIES,
    CONSENT,
    COUNSELLING,
    DAY,
    HOUSING,
    INSTANT,
    MATRIX,
    NOW,
    PURPOSES,
    RULES,
    SHELTER,
    UNITS,
    consents,
    instants,
)

BERLIN = ZoneInfo("Europe/Berlin")
CELL = Cell(COUNSELLING, SHELTER, "violence", "case_work", Action.VIEW)
cells = st.builds(
    Cell,
    st.sampled_from(UNITS),
    st.sampled_from(UNITS),
    st.sampled_from(CATEGORIES),
    st.sampled_from(PURPOSES),
    st.sampled_from(Action),
)


def taken_back(*pairs: tuple[str, datetime]) -> ConsentFact:
    parts = tuple(WithdrawnPart(SHELTER, category, at) for category, at in pairs)
    return replace(CONSENT, withdrawn_parts=parts)


@pytest.mark.parametrize(
    ("at", "valid"),
    [
        (CONSENT.valid_from - INSTANT, False),
        (CONSENT.valid_from, True),
        (CONSENT.valid_until - INSTANT, True),
        (CONSENT.valid_until, False),
    ],
)
def test_the_first_instant_is_in_and_the_last_is_out(at: datetime, *, valid: bool) -> None:
    assert valid_at(CONSENT, at) is valid


def test_no_consent_works_before_it_was_recorded() -> None:
    late = replace(CONSENT, recorded_at=NOW)
    assert not valid_at(late, NOW - INSTANT)
    assert valid_at(late, NOW)


def test_what_a_guardian_declared_ends_at_majority_at_the_latest() -> None:
    of_age = replace(CONSENT, majority_at=NOW)
    assert valid_at(of_age, NOW - INSTANT)
    assert not valid_at(of_age, NOW)
    assert consent_state(of_age, NOW, pending=False) is ConsentState.EXPIRED
    late = replace(CONSENT, majority_at=CONSENT.valid_until + INSTANT)
    assert end_of(late) == CONSENT.valid_until
    taken = replace(of_age, withdrawn_at=NOW - INSTANT)
    assert end_of(taken) == NOW - INSTANT


def test_a_withdrawal_ends_a_consent_at_its_own_instant() -> None:
    withdrawn = replace(CONSENT, withdrawn_at=NOW)
    assert valid_at(withdrawn, NOW - INSTANT)
    assert not valid_at(withdrawn, NOW)
    assert not valid_at(withdrawn, NOW + INSTANT)


def test_a_missing_notice_or_declarer_makes_it_invalid() -> None:
    assert not valid_at(replace(CONSENT, complete=False), NOW)
    assert not lasts_beyond(replace(CONSENT, complete=False), NOW)


def test_a_consent_ends_with_the_earlier_of_its_end_and_its_withdrawal() -> None:
    assert end_of(CONSENT) == CONSENT.valid_until
    assert end_of(replace(CONSENT, withdrawn_at=NOW)) == NOW
    assert end_of(replace(CONSENT, withdrawn_at=NOW + 9 * DAY)) == CONSENT.valid_until


def test_a_consent_that_begins_later_lasts_beyond_now() -> None:
    coming = replace(CONSENT, valid_from=NOW + INSTANT)
    assert not valid_at(coming, NOW)
    assert lasts_beyond(coming, NOW)
    assert not lasts_beyond(coming, coming.valid_until)


# Summer time begins on the last Sunday of March and ends on that of October, both at 1.00 a.m.
# Greenwich mean time: Directive 2000/84/EC, Articles 2 and 3.
@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)]
)
def test_one_day_is_whole_however_long_it_lasts(day: date, hours: int) -> None:
    begin, until = start_of_day(day, BERLIN), end_of_day(day, BERLIN)
    consent = replace(CONSENT, valid_from=begin, valid_until=until, recorded_at=begin)
    open_hours = sum(valid_at(consent, begin + timedelta(hours=n)) for n in range(-24, 48))
    assert open_hours == hours
    assert valid_at(consent, datetime(day.year, day.month, day.day, 23, 59, tzinfo=BERLIN))
    assert not valid_at(consent, until)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_decided_by_the_instant(fold: int) -> None:
    # At 0.30 Greenwich time it is half past two for the first time, an hour later once more.
    between = datetime(2026, 10, 25, 1, 0, tzinfo=ZoneInfo("UTC"))
    consent = replace(CONSENT, valid_until=between, recorded_at=NOW, valid_from=NOW)
    half_past_two = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN)
    assert valid_at(consent, half_past_two) is (fold == 0)


def test_a_cell_opens_inside_the_matrix() -> None:
    assert opens(CONSENT, CELL, NOW, RULES)


@pytest.mark.parametrize(
    "cell",
    [
        CELL._replace(from_unit=HOUSING),
        CELL._replace(to_unit=HOUSING),
        CELL._replace(category="health"),
        CELL._replace(purpose="safety"),
        CELL._replace(action=Action.TELL),
    ],
)
def test_a_cell_that_differs_in_one_thing_stays_closed(cell: Cell) -> None:
    assert not opens(CONSENT, cell, NOW, RULES)


def test_an_exclusion_wins() -> None:
    no = frozenset({Exclusion(SHELTER, "violence")})
    refused = replace(CONSENT, matrix=replace(MATRIX, exclusions=no))
    assert not opens(refused, CELL, NOW, RULES)
    assert opens(refused, CELL._replace(category="identity"), NOW, RULES)


def test_no_consent_opens_evidence() -> None:
    wide = replace(CONSENT, matrix=replace(MATRIX, categories=frozenset(CATEGORIES)))
    assert covers(wide, CELL._replace(category="evidence"), NOW)
    assert not opens(wide, CELL._replace(category="evidence"), NOW, RULES)


def test_a_part_is_closed_from_the_instant_it_was_taken_back() -> None:
    partly = taken_back(("violence", NOW))
    assert opens(partly, CELL, NOW - INSTANT, RULES)
    assert not opens(partly, CELL, NOW, RULES)
    assert opens(partly, CELL._replace(category="identity"), NOW, RULES)


def test_a_part_taken_back_from_one_unit_stays_open_to_the_other() -> None:
    both = replace(MATRIX, to_units=frozenset({SHELTER, HOUSING}))
    partly = replace(taken_back(("violence", NOW)), matrix=both)
    assert part_withdrawn(partly, SHELTER, "violence", NOW)
    assert opens(partly, CELL._replace(to_unit=HOUSING), NOW, RULES)


@given(consents, cells, instants)
def test_a_consent_opens_exactly_what_domain_says(
    consent: ConsentFact, cell: Cell, at: datetime
) -> None:
    matrix = consent.matrix
    conditions = [
        consent.complete,
        max(consent.valid_from, consent.recorded_at) <= at < consent.valid_until,
        consent.withdrawn_at is None or at < consent.withdrawn_at,
        cell.from_unit in matrix.from_units,
        cell.to_unit in matrix.to_units - {cell.from_unit},
        cell.category in matrix.categories - {"evidence"},
        cell.purpose in matrix.purposes,
        {Action.VIEW, cell.action} <= matrix.actions,
        Exclusion(cell.to_unit, cell.category) not in matrix.exclusions,
        not {
            part
            for part in consent.withdrawn_parts
            if (part.to_unit, part.category) == cell[1:3] and part.at <= at
        },
    ]
    assert opens(consent, cell, at, RULES) is all(conditions)


@given(consents, instants, instants)
def test_what_has_ended_never_comes_back(
    consent: ConsentFact, earlier: datetime, later: datetime
) -> None:
    assume(earlier <= later)
    assert lasts_beyond(consent, earlier) or not lasts_beyond(consent, later)
    assert lasts_beyond(consent, later) or not valid_at(consent, later)


@pytest.mark.parametrize(
    ("consent", "state"),
    [
        (CONSENT, ConsentState.ACTIVE),
        (replace(CONSENT, withdrawn_at=NOW), ConsentState.WITHDRAWN),
        (replace(CONSENT, withdrawn_at=NOW + INSTANT), ConsentState.ACTIVE),
        (replace(CONSENT, valid_until=NOW), ConsentState.EXPIRED),
        (replace(CONSENT, valid_until=NOW, withdrawn_at=NOW), ConsentState.WITHDRAWN),
        (replace(CONSENT, valid_from=NOW + INSTANT), ConsentState.PENDING),
        (replace(CONSENT, complete=False), ConsentState.PENDING),
        (taken_back(("violence", NOW)), ConsentState.PARTLY_WITHDRAWN),
        (taken_back(("violence", NOW + INSTANT)), ConsentState.ACTIVE),
        (taken_back(("violence", NOW), ("identity", NOW)), ConsentState.WITHDRAWN),
        (
            taken_back(("violence", NOW), ("identity", NOW + INSTANT)),
            ConsentState.PARTLY_WITHDRAWN,
        ),
    ],
)
def test_the_state_of_a_consent(consent: ConsentFact, state: ConsentState) -> None:
    assert consent_state(consent, NOW, pending=False) is state


def test_the_state_counts_a_refused_pair_as_nothing_left() -> None:
    no = frozenset({Exclusion(SHELTER, "identity")})
    rest = replace(taken_back(("violence", NOW)), matrix=replace(MATRIX, exclusions=no))
    assert consent_state(rest, NOW, pending=False) is ConsentState.WITHDRAWN


def test_a_consent_is_pending_while_a_drawer_waits() -> None:
    assert consent_state(CONSENT, NOW, pending=True) is ConsentState.PENDING
    withdrawn = replace(CONSENT, withdrawn_at=NOW)
    assert consent_state(withdrawn, NOW, pending=True) is ConsentState.WITHDRAWN


@given(consents, instants, st.booleans())
def test_a_state_never_claims_more_than_is_valid(
    consent: ConsentFact,
    at: datetime,
    pending: bool,  # noqa: FBT001 - drawn by hypothesis, called by nobody
) -> None:
    state = consent_state(consent, at, pending=pending)
    if state is ConsentState.ACTIVE:
        assert valid_at(consent, at)
    if state in {ConsentState.WITHDRAWN, ConsentState.EXPIRED}:
        every = product(UNITS, UNITS, CATEGORIES, PURPOSES, Action)
        assert not any(opens(consent, Cell(*cell), at, RULES) for cell in every)

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from caseflow.subject_rights.access_lines import Ground, Sight
from caseflow.subject_rights.report_audiences import Audience, for_audience
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.sights import DEEDS, Deed

HIDDEN = {"whereabouts", "contact", "violence", "evidence"}
CATEGORIES = ("identity", "family", "health", "housing", *sorted(HIDDEN))
KINDS = st.sampled_from([each.value for each in BasisKind])
GROUND = st.builds(lambda kind, day: Ground(kind, day, day.isoformat()), KINDS, st.dates())
SIGHT = st.builds(
    Sight,
    day=st.dates(),
    unit=st.uuids(),
    deed=st.sampled_from(sorted(set(DEEDS.values()))),
    purpose=st.sampled_from(["case_work", "housing_search", "safety", ""]),
    grounds=st.lists(GROUND, max_size=3).map(tuple),
    categories=st.lists(st.sampled_from(CATEGORIES)).map(tuple),
    partner=st.just("Jobcenter Mitte"),
    times=st.integers(1, 9),
)


@given(st.lists(SIGHT))
def test_to_her_all_of_it_is_told(found: list[Sight]) -> None:
    assert for_audience(found, Audience.CLIENT) == tuple(found)


@given(st.lists(SIGHT))
def test_to_a_blocked_guardian_nothing_is_told(found: list[Sight]) -> None:
    assert for_audience(found, Audience.BLOCKED) == for_audience([], Audience.GUARDIAN) == ()


@given(st.lists(SIGHT))
def test_no_guardian_learns_unit_day_place_number_or_partner(found: list[Sight]) -> None:
    for sight in for_audience(found, Audience.GUARDIAN):
        assert sight.unit is None
        assert sight.day.day == 1
        assert sight.deed in {Deed.SAW, Deed.TOLD}
        assert not HIDDEN & set(sight.categories)
        assert sight.purpose in {"case_work", ""}
        assert (sight.partner, sight.times) == ("", 0)
        assert all(each.day is None for each in sight.grounds)
        assert {each.kind for each in sight.grounds} <= {"own_unit", "consent", "desk"}


@given(st.lists(SIGHT), st.lists(st.uuids(), min_size=1))
def test_what_a_guardian_is_told_does_not_depend_on_how_many_units_there_are(
    found: list[Sight], units: list[UUID]
) -> None:
    in_others = [
        Sight(each.day, units[0], each.deed, each.purpose, each.grounds, each.categories, times=1)
        for each in found
    ]
    told = for_audience(found, Audience.GUARDIAN)
    assert for_audience(in_others, Audience.GUARDIAN) == told


def test_what_was_done_in_an_emergency_is_left_out_for_a_guardian() -> None:
    grounds = (Ground("own_unit"), Ground("emergency"))
    sight = Sight(date(2026, 3, 2), UUID(int=1), Deed.READ_RECORD, "", grounds, ("health",))
    assert for_audience([sight], Audience.GUARDIAN) == ()

from datetime import date

from caseflow.subject_rights.access_lines import Ground, Held, merged, sights
from caseflow.vocabulary.sights import Deed
from tests.unit.subject_rights.entries import (
    CASE,
    CONSENT,
    DISCLOSURE,
    EMERGENCY,
    A,
    B,
    basis,
    drawer,
    known,
    said,
)

OWN = basis("own_unit", CASE)
URGENT = basis("emergency", EMERGENCY)


def test_a_sight_says_day_unit_deed_purpose_grounds_and_categories() -> None:
    (sight,), held = sights([said(bases=[OWN, basis("consent", CONSENT)])], known())
    assert sight.day == date(2026, 3, 3)  # in the provider's time zone
    assert (sight.unit, sight.deed, sight.purpose) == (A, Deed.READ_RECORD, "case_work")
    assert sight.categories == ("health", "violence")
    assert [(each.kind, each.day) for each in sight.grounds] == [
        ("consent", date(2026, 2, 1)), ("own_unit", None),
    ]  # fmt: skip
    assert held == []


def test_what_is_alike_on_a_day_is_told_once_with_its_number() -> None:
    more = said(drawers=[drawer(A, "family")])
    (sight,), _ = sights([said(), more, said()], known())
    assert sight.times == 3
    assert sight.categories == ("family", "health", "violence")
    assert len(merged([sight, sight])) == 1


def test_a_membership_is_a_ground_only_where_there_is_no_other() -> None:
    (sight,), _ = sights([said("log.read", bases=[basis("membership", A)])], known())
    assert sight.grounds == (Ground("membership"),)
    assert sight.deed is Deed.REVIEWED


def test_of_a_list_the_consents_of_others_are_no_ground() -> None:
    bases = [basis("membership", A), basis("consent", B)]
    (sight,), _ = sights([said("client.shown", bases=bases)], known())
    assert sight.grounds == (Ground("membership"),)


def test_where_no_field_was_opened_no_category_was_seen() -> None:
    (sight,), _ = sights([{k: v for k, v in said().items() if k != "fields"}], known())
    assert sight.categories == ()


def test_an_emergency_that_is_not_told_leaves_nothing_of_what_rests_on_it_alone() -> None:
    entries = [
        said(bases=[URGENT]),
        said("emergency.declare", details={"emergency": str(EMERGENCY)}),
    ]
    found, held = sights(entries, known())
    assert found == []
    assert held == [Held(EMERGENCY, date(2026, 3, 3))] * 2
    assert len(sights(entries, known(EMERGENCY))[0]) == 2


def test_of_what_rests_on_the_own_case_too_only_the_own_drawers_are_left() -> None:
    consent = basis("consent", CONSENT)
    (sight,), held = sights([said(bases=[OWN, URGENT, consent])], known())
    assert sight.grounds == (Ground("own_unit"),)
    assert sight.categories == ("health",)
    assert len(held) == 1


def test_a_partner_is_named_and_an_unknown_disclosure_is_not() -> None:
    for id_, name in ((DISCLOSURE, "Jobcenter Mitte"), (B, "")):
        entry = said("disclosure.make", details={"disclosure": str(id_)})
        (sight,), _ = sights([entry], known())
        assert (sight.deed, sight.partner) == (Deed.TOLD_PARTNER, name)


def test_other_acts_are_no_sights_and_an_entry_may_name_no_unit() -> None:
    assert sights([said("entry.write")], known()) == ([], [])
    (sight,), _ = sights([{k: v for k, v in said().items() if k != "unit"}], known())
    assert sight.unit is None

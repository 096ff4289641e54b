from dataclasses import replace
from datetime import date

from caseflow.subject_rights.around_her import RefusalView, SentHandover
from caseflow.subject_rights.copy_around import (
    access_copy,
    consent_copy,
    handover_copy,
    opened_by_others,
    refusal_copy,
)
from caseflow.subject_rights.copy_terms import Terms
from caseflow.subject_rights.told_accesses import Access
from caseflow.vocabulary.matrices import WithdrawnPart
from caseflow.vocabulary.states import ConsentState, HandoverState
from tests.factories.house import configuration
from tests.unit.subject_rights.views import GIVER, NOW, PART, PLAIN, TAKER, view

TERMS = Terms(frozenset(), configuration(), {GIVER: "beratung", TAKER: "frauenhaus"}, NOW)


def test_a_consent_is_told_with_its_days_and_what_was_taken_back() -> None:
    gone = WithdrawnPart(TAKER, "family", NOW)
    made = consent_copy(view(withdrawn_parts=(gone,)), TERMS)
    assert (made["first_day"], made["last_day"]) == ("2026-03-02", "2026-03-03")
    assert made["withdrawn_at"] is None
    assert made["taken_back"][0]["category"] == "family"
    [part] = made["parts"]
    assert (part["from_units"], part["to_units"]) == (["beratung"], ["frauenhaus"])
    assert part["refused"] == [{"to_unit": "frauenhaus", "category": "health"}]
    assert consent_copy(view(withdrawn_at=NOW), TERMS)["withdrawn_at"].startswith("2026-03-02T09")


def test_refusals_handovers_and_accesses_name_units_and_days() -> None:
    refusal = RefusalView((TAKER,), ("health",), ("case_work",), NOW)
    assert refusal_copy(refusal, TERMS)["to_units"] == ["frauenhaus"]
    waiting = SentHandover(TAKER, HandoverState.OPEN, NOW, None)
    assert handover_copy(waiting, TERMS)["decided_at"] is None
    decided = handover_copy(replace(waiting, decided_at=NOW), TERMS)
    assert decided["decided_at"] == decided["sent_at"]
    access = Access(date(2026, 3, 2), GIVER, "case_work", ("health",))
    assert access_copy(access, TERMS) == {
        "on": "2026-03-02",
        "unit": "beratung",
        "purpose": "case_work",
        "categories": ["health"],
    }


def test_what_others_opened_is_named_as_long_as_it_is_open() -> None:
    plain, refused = view(PLAIN), view(PART)
    named = [(each["unit"], each["category"]) for each in opened_by_others([plain], TAKER, TERMS)]
    assert named == [("beratung", "family"), ("beratung", "health")]
    assert [each["category"] for each in opened_by_others([refused], TAKER, TERMS)] == ["family"]
    gone = view(PLAIN, withdrawn_parts=(WithdrawnPart(TAKER, "family", NOW),))
    assert [each["category"] for each in opened_by_others([gone], TAKER, TERMS)] == ["health"]
    over = view(PLAIN, state=ConsentState.EXPIRED)
    assert opened_by_others([over], TAKER, TERMS) == []
    assert opened_by_others([plain], GIVER, TERMS) == []

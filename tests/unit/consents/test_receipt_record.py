import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from caseflow.consents.receipt_record import Around, receipt_record
from caseflow.consents.views import ConsentView
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from caseflow.vocabulary.units import Unit, UnitKind
from tests.factories.house import configuration

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
GIVER, TAKER, STRANGER, ENTRY, CLIENT, CONSENT = (new_id() for _ in range(6))
UNITS = {
    GIVER: Unit(GIVER, "beratung", "Beratung", UnitKind.COUNSELLING),
    TAKER: Unit(TAKER, "frauenhaus", "Frauenhaus", UnitKind.SHELTER),
    STRANGER: Unit(STRANGER, "wohnen", "Wohnen", UnitKind.HOUSING),
}
PART = Matrix(
    from_units=frozenset({GIVER}),
    to_units=frozenset({TAKER}),
    categories=frozenset({"family", "health"}),
    purposes=frozenset({"case_work"}),
    actions=frozenset({Action.VIEW}),
    exclusions=frozenset({Exclusion(TAKER, "health")}),
)
VIEW = ConsentView(
    id=CONSENT,
    version=2,
    state=ConsentState.ACTIVE,
    pending_categories=(),
    parts=(PART,),
    withdrawn_parts=(),
    valid_from=NOW,
    valid_until=NOW + timedelta(days=1),
    withdrawn_at=None,
    signed_on=None,
    template="sharing",
    template_version=1,
    text_hash=bytes(32),
    language="de",
    declared_by="client",
    form="signed_paper",
    unit=GIVER,
    recorded_by=new_id(),
    recorded_at=NOW,
)
AROUND = Around(ENTRY, CLIENT, NOW, configuration(), UNITS)


def _purpose(view: ConsentView = VIEW, around: Around = AROUND) -> dict[str, Any]:
    found: list[dict[str, Any]] = receipt_record(view, around)["pii_processing"]["purposes"]
    return found[0]


def test_it_has_the_fields_of_the_specification() -> None:
    told = receipt_record(VIEW, AROUND)
    assert told["receipt_id"] == str(ENTRY)
    assert (told["record_id"], told["record_version"]) == (str(CONSENT), 2)
    assert told["pii_principal_id"] == str(CLIENT)
    assert told["pii_processing"]["privacy_notice"] == {
        "template": "sharing",
        "version": 1,
        "sha256": "00" * 32,
    }
    assert told["pii_processing"]["retention_period"]["duration"] == "P36M"
    assert told["events"] == [
        {
            "event_time": "2026-03-02T09:00:00.000000Z",
            "event_type": "explicit",
            "event_state": "consent given",
            "entity_id": str(CLIENT),
            "recorded_by_party": "beratung",
            "declared_by": "client",
            "declaration_form": "signed_paper",
            "valid_from": "2026-03-02T09:00:00.000000Z",
            "validity_duration": "2026-03-03T09:00:00.000000Z",
        }
    ]


def test_it_says_who_tells_whom_what_and_what_she_refused() -> None:
    purpose = _purpose()
    assert purpose["disclosing_parties"] == ["beratung"]
    assert purpose["recipient_parties"] == ["frauenhaus"]
    assert purpose["purpose_description"]["en"] == "case work"
    assert purpose["refused"] == [{"recipient_party": "frauenhaus", "pii_type": "health"}]
    special = {
        each["pii_type"]: each["special_pii_category"] for each in purpose["pii_information"]
    }
    assert special["health"] is True


def test_it_names_no_unit_beside_those_in_it_and_nobody_who_works_there() -> None:
    told = receipt_record(VIEW, AROUND)
    named = [party["party_id"] for party in told["party_identification"]]
    assert named == ["provider", "beratung", "frauenhaus"]
    spelled = json.dumps(told)
    assert str(VIEW.recorded_by) not in spelled
    assert "Wohnen" not in spelled


def test_the_special_categories_have_their_own_basis() -> None:
    plain = replace(VIEW, parts=(replace(PART, categories=frozenset({"housing"})),))
    for view, basis in (
        (VIEW, ["GDPR Art. 6(1)(a)", "GDPR Art. 9(2)(a)"]),
        (plain, ["GDPR Art. 6(1)(a)"]),
    ):
        assert receipt_record(view, AROUND)["pii_processing"]["lawful_basis"] == basis


def test_what_was_taken_back_are_events_the_oldest_first() -> None:
    parts = tuple(
        WithdrawnPart(TAKER, word, NOW + timedelta(hours=hours))
        for word, hours in (("health", 2), ("family", 1))
    )
    view = replace(VIEW, withdrawn_parts=parts, withdrawn_at=NOW + timedelta(hours=3))
    told = receipt_record(view, AROUND)["events"][1:]
    assert [(each["event_state"], each.get("pii_type")) for each in told] == [
        ("consent partly withdrawn", "family"),
        ("consent partly withdrawn", "health"),
        ("consent withdrawn", None),
    ]


def test_what_the_provider_names_no_more_keeps_its_word() -> None:
    bare = replace(AROUND.configuration, categories={}, purposes={}, retention={})
    around = replace(AROUND, configuration=bare, units={})
    told = receipt_record(VIEW, around)
    purpose = _purpose(VIEW, around)
    assert told["pii_processing"]["retention_period"] == {}
    assert purpose["purpose_description"] == {}
    assert purpose["pii_information"] == [{"pii_type": "family"}, {"pii_type": "health"}]
    assert [UUID(each) for each in purpose["recipient_parties"]] == [TAKER]
    assert len(told["party_identification"]) == 1


def test_it_says_that_a_guardian_declared_and_not_who() -> None:
    by_guardian = replace(VIEW, declared_by="guardian")
    assert receipt_record(by_guardian, AROUND)["events"][0]["declared_by"] == "guardian"

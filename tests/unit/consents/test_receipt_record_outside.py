"""The receipt of a consent that names a partner outside."""

from dataclasses import replace

from caseflow.consents.receipt_record import receipt_record
from tests.unit.consents.test_check_offer_outside import POLICE
from tests.unit.consents.test_receipt_record import AROUND, PART, VIEW


def test_a_partner_is_a_third_party_by_its_name_or_its_id() -> None:
    police = POLICE.id
    outside = replace(PART, to_units=frozenset(), partner=police, exclusions=frozenset())
    for known, name in (({police: POLICE}, "Polizei"), ({}, str(police))):
        around = replace(AROUND, partners=known)
        record = receipt_record(replace(VIEW, parts=(outside,)), around)
        [purpose] = record["pii_processing"]["purposes"]
        assert purpose["recipient_third_parties"] == [str(police)]
        party = record["party_identification"][-1]
        assert (party["party_id"], party["party_name"]) == (str(police), name)

"""Enquiries, slips that nobody accepted, and what stays of the erased have their own rules."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Client
from caseflow.handovers import decline_handover
from caseflow.subject_rights.retention.due import Due
from caseflow.subject_rights.retention.find_due import find_kept
from caseflow.vault.codes import tag_of
from caseflow.vocabulary.retention import HoldKind, RecordKind
from tests.factories.clients import new_client
from tests.factories.erasing import erased
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.retention import held, years_later


def kept(house: House, kind: RecordKind) -> list[Due]:
    work = house.work()
    found = [due for due in find_kept(work) if due.kind is kind]
    work.finish()
    return found


def without_case(house: House) -> UUID:
    work = house.work()
    row = Client(code_tag=tag_of(work, new_code()), created_at=work.clock.now())
    work.session.add(row)
    work.finish()
    return row.id


def test_somebody_whom_no_unit_admitted_is_kept_for_three_months(house: House) -> None:
    new_client(house, house.actor("berta", "beratung"))
    enquiry = without_case(house)
    [due] = kept(house, RecordKind.ENQUIRY)
    assert (due.client, due.unit, due.rule) == (enquiry, None, "not_admitted")
    assert (due.over.year, due.over.month) == (2027, 4)
    years_later(house, 2)
    held(house, enquiry, kind=HoldKind.WISH)
    [due] = kept(house, RecordKind.ENQUIRY)
    assert (due.over.year, due.over.month, due.held) == (2029, 4, False)


def test_a_slip_that_nobody_accepted_is_kept_from_its_answer_or_its_end(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    slip = sent(house, berta, known, "wohnen")
    [due] = kept(house, RecordKind.SLIP)
    assert (due.row, due.unit) == (slip, house.units["wohnen"])
    assert due.reference == house.around.clock.now() + timedelta(days=14)
    wanda = house.actor("wanda", "wohnen")
    work = house.work(wanda)
    decline_handover(work, wanda, slip, "Kein Platz")
    work.finish()
    [due] = kept(house, RecordKind.SLIP)
    assert due.reference == house.around.clock.now()


def test_what_stays_of_the_erased_is_kept_for_three_years(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    erased(house, known.id)
    [due] = kept(house, RecordKind.EVIDENCE)
    assert (due.client, due.rule, due.over.year) == (known.id, "consent_and_log", 2030)


def test_where_the_provider_has_no_rule_nothing_is_due(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    erased(house, known.id)
    without_case(house)
    work = house.work()
    work.configuration = replace(work.configuration, retention={})
    assert find_kept(work) == ()
    work.finish()

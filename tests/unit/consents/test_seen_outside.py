"""What a partner was told is among what was seen, and what stays open to it is said."""

from sqlalchemy import select

from caseflow.consents import show_consent
from caseflow.consents.seen import part_of, seen_under
from caseflow.database.tables.consents import Consent
from caseflow.disclosures import prepare_disclosure
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import case_at
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.partners import agreed_outside
from tests.factories.telling import Ready


def test_the_partner_stands_for_what_it_was_told(house: House) -> None:
    ready = Ready(house)
    work = house.work(ready.berta)
    looked = prepare_disclosure(work, ready.berta, ready.known.id, ready.consent, "case_work")
    assert isinstance(looked, Disclosed)
    rows = work.session.scalars(select(Consent)).all()
    assert seen_under(work, rows) == ()
    work.put_away()
    made = ready.told()
    work = house.work()
    rows = work.session.scalars(select(Consent)).all()
    found = seen_under(work, rows)
    assert [(each.unit, each.category, each.owner, each.at) for each in found] == [
        (ready.police, "violence", ready.berta.unit, made.at)
    ]
    assert part_of(found, rows, ready.berta.unit) == found
    assert part_of(found, rows, house.units["frauenhaus"]) == ()
    work.put_away()
    receipt = took_back(house, ready.berta, ready.known, ready.consent)
    assert [each.unit for each in receipt.seen] == [ready.police]
    assert receipt.for_receipt == receipt.seen


def test_at_a_withdrawal_it_is_said_what_the_partner_may_still_be_told(house: House) -> None:
    ready = Ready(house)
    other = agreed_outside(house, ready.berta, ready.known, ready.police, "violence", "family")

    def kept() -> frozenset[tuple[object, str]]:
        answer = show_consent(house.work(ready.berta), ready.berta, ready.known.id, ready.consent)
        assert isinstance(answer, Disclosed)
        return frozenset(answer.value.kept_open)

    assert kept() == {(ready.police, "violence")}
    took_back(house, ready.berta, ready.known, other)
    assert kept() == frozenset()


def test_a_unit_that_has_no_part_in_it_does_not_know_of_it(house: House) -> None:
    ready = Ready(house)
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, ready.known)
    answer = show_consent(house.work(frieda), frieda, ready.known.id, ready.consent)
    assert not isinstance(answer, Disclosed)

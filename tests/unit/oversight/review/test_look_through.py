from dataclasses import replace
from datetime import UTC, datetime

from caseflow.audit.heads import SignedHead
from caseflow.oversight.review.look_through import Whose, look_through
from caseflow.oversight.review.periods import Period
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.review_rules import Rule, Sample
from tests.factories.clients import new_client
from tests.factories.house import House, add_member
from tests.factories.integrated import integrated
from tests.unit.oversight.review.signing import otto, reviewed, shown
from tests.unit.vault.reading import read

SUNDAY = datetime(2026, 3, 8, 12, tzinfo=UTC)


def test_what_others_did_is_looked_at_and_what_the_reviewer_did_is_counted(house: House) -> None:
    house.around.clock.at = SUNDAY  # type: ignore[attr-defined]  # a stopped one
    rules = replace(house.around.configuration.review, sample=Sample(50, 1, 2))
    changed = replace(house.around.configuration, review=rules)
    house.around = replace(house.around, configuration=changed)
    berta, olga, second = (
        house.actor("berta", "beratung"),
        house.actor("olga", "datenschutz"),
        otto(house),
    )
    known = new_client(house, berta)
    for _ in range(6):
        read(house, berta, known)
    shown(house, olga)
    shown(house, second)
    size = integrated(house)
    assert size == 0
    seen = reviewed(house, olga)
    assert seen.findings is not None
    assert [hit.rule for hit in seen.findings.hits] == [Rule.OFF_SHIFT]
    assert seen.findings.hits[0].count == 6
    assert len(seen.findings.sample) == len(seen.sample) == 2
    assert seen.findings.own == 3  # she looked twice, and began
    assert seen.findings.looks == {second.staff: 1}
    assert seen.findings.counts["rule_off_shift"] == 1


def test_of_an_empty_period_there_is_nothing(house: House) -> None:
    integrated(house)
    work = house.work()
    head = SignedHead(0, bytes(32), "", SUNDAY)
    period = Period(None, 0, head, grown=True)
    found = look_through(work, Whose(house.staff["olga"]), period, print)
    assert (found.hits, found.sample, found.own) == ((), (), 0)


def test_a_reviewer_who_is_a_caseworker_elsewhere_is_looked_at_by_the_same_rules(
    house: House,
) -> None:
    house.around.clock.at = SUNDAY  # type: ignore[attr-defined]  # a stopped one
    work = house.work_as("lea", "beratung")
    add_member(house, work, "olga", "beratung", Role.CASEWORKER)
    work.finish()
    berta, olga, hers = (
        house.actor("berta", "beratung"),
        house.actor("olga", "datenschutz"),
        house.actor("olga", "beratung"),
    )
    known = new_client(house, berta)
    read(house, berta, known)
    for _ in range(3):
        read(house, hers, known)
    period = reviewed(house, olga).period
    assert period is not None
    for whose, number in ((Whose(olga.staff), 1), (Whose(olga.staff, hers=True), 3)):
        found = look_through(house.work(), whose, period, print)
        [hit] = found.hits
        assert (hit.rule, hit.count) == (Rule.OFF_SHIFT, number)
        assert found.counts["accesses"] == number
        assert (found.own == 0) is whose.hers

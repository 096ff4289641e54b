from dataclasses import replace
from datetime import date

from caseflow.consents import known_partners
from caseflow.disclosures import change_partner, end_partner
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.partners import POLICE, cooperation_ended, partner
from tests.factories.told_log import told as log


def test_a_change_counts_up_and_is_traced(house: House) -> None:
    added, olga = partner(house), house.actor("olga", "datenschutz")
    work = house.work(olga)
    said = replace(POLICE, name="Polizei Lübbecke", agreed_until=date(2026, 3, 1))
    assert change_partner(work, olga, added, said) == Done(added)
    work.finish()
    [found] = known_partners(work)
    work.put_away()
    assert (found.name, found.version, found.runs) == ("Polizei Lübbecke", 2, False)
    assert log(house)[-1]["act"] == "partner.change"
    for until in (None, date(2026, 2, 1), date(2026, 2, 1)):
        again = replace(said, agreed_until=until)
        assert change_partner(work, olga, added, again) == Done(added)
        work.finish()
    later = replace(said, agreed_until=None, agreed_from=date(2027, 1, 1))
    assert change_partner(work, olga, added, later) == Done(added)
    work.finish()
    told = [each["details"].get("shortened") for each in log(house)[-5:]]
    assert told == ["yes", None, "yes", None, "yes"]


def test_what_is_wrong_changes_nothing(house: House) -> None:
    added, lea = partner(house), house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(change_partner(work, lea, added, replace(POLICE, kind="x")), Invalid)
    work.finish()
    assert known_partners(work)[0].version == 1


def test_what_has_ended_stays_as_it_is(house: House) -> None:
    added, lea = partner(house), house.actor("lea", "beratung")
    cooperation_ended(house, added)
    work = house.work(lea)
    assert change_partner(work, lea, added, POLICE) == Refused(Reason.TOO_LATE)
    work.finish()
    assert end_partner(work, lea, added) == Refused(Reason.TOO_LATE)
    work.finish()
    [found] = known_partners(work)
    assert (found.ended, found.runs) == (True, False)


def test_an_unknown_one_is_not_there_and_a_caseworker_changes_none(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    work = house.work(lea)
    assert end_partner(work, lea, new_id()) == Refused(Reason.NOT_OPEN)
    work.finish()
    added = partner(house)
    work = house.work(berta)
    assert end_partner(work, berta, added) == Refused(Reason.NOT_YOUR_ROLE)
    assert change_partner(work, berta, added, POLICE) == Refused(Reason.NOT_YOUR_ROLE)

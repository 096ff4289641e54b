from dataclasses import replace

from caseflow.consents import known_partners
from caseflow.disclosures import add_partner
from caseflow.vocabulary.answers import Invalid, Reason, Refused
from tests.factories.house import House
from tests.factories.partners import POLICE, partner
from tests.factories.told_log import told as log


def test_a_lead_adds_one_and_the_log_has_its_digest(house: House) -> None:
    added = partner(house)
    work = house.work()
    [found] = known_partners(work)
    work.put_away()
    assert (found.id, found.name, found.runs, found.version) == (added, POLICE.name, True, 1)
    [told] = [each for each in log(house) if each["act"] == "partner.add"]
    assert [row["table"] for row in told["rows"]] == ["partners"]
    assert told["details"] == {"partner": str(added)}


def test_a_caseworker_does_not_and_what_is_wrong_is_not_kept(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    work = house.work(berta)
    assert add_partner(work, berta, POLICE) == Refused(Reason.NOT_YOUR_ROLE)
    work.finish()
    work = house.work(olga)
    assert isinstance(add_partner(work, olga, replace(POLICE, name="")), Invalid)
    work.finish()
    assert known_partners(work) == ()

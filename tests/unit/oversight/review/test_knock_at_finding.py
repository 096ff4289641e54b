from caseflow.oversight.review import close_finding, knock_at_finding, note_finding
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.review_rules import Rule
from tests.factories.house import House
from tests.unit.vault.reading import log


def test_a_finding_that_is_there_is_knocked_at_and_no_other(house: House) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    work = house.work(olga)
    noted = note_finding(work, olga, next(iter(Rule)), [1], "Nachfragen.")
    assert isinstance(noted, Done)
    work.finish()
    assert knock_at_finding(work, olga, noted.value) is None
    work.finish()
    assert isinstance(close_finding(work, olga, noted.value, "Geklärt."), Done)
    work.finish()
    told = len(log(house))
    assert knock_at_finding(work, olga, berta.unit) == Refused()
    work.finish()
    refused = [each for each in log(house) if each["act"] == Act.FINDING_CLOSE]
    assert len(log(house)) == told + 1
    assert refused[-1]["decision"] == "refused"
    work = house.work(berta)
    assert isinstance(knock_at_finding(work, berta, noted.value), Refused)

from caseflow.exceptions import record_client_told, show_emergency
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_an_officer_says_why_she_does_not_know_yet_and_later_that_she_does(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    work = house.work(olga)
    for told, why in (("not_yet", " "), ("perhaps", "")):
        assert isinstance(record_client_told(work, olga, emergency, told, why), Invalid)
    assert record_client_told(work, olga, emergency, "not_yet", "Er liest mit.") == Done(None)
    work.finish()
    told = newest(house, Act.EMERGENCY_REVIEW)["details"]
    assert told == {"emergency": str(emergency), "client_told": "not_yet"}
    seen = show_emergency(work, olga, emergency)
    assert isinstance(seen, Disclosed)
    assert (seen.value.emergency.client_told, seen.value.told_note) == ("not_yet", "Er liest mit.")
    assert record_client_told(work, olga, emergency, "yes", "") == Done(None)
    work.finish()
    seen = show_emergency(work, olga, emergency)
    assert isinstance(seen, Disclosed)
    assert (seen.value.emergency.client_told, seen.value.told_note) == ("yes", "")


def test_nobody_else_does_and_of_nothing_nothing_is_said(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    work = house.work(frieda)
    assert isinstance(record_client_told(work, frieda, emergency, "yes", ""), Refused)
    work.finish()
    assert record_client_told(house.work(olga), olga, new_id(), "yes", "") == Refused()

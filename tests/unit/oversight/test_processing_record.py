from caseflow.oversight.processing_record import Recipient, processing_record
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.house import House
from tests.factories.partners import partner
from tests.unit.vault.reading import newest


def test_it_names_units_partners_and_what_is_missing(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    partner(house)
    answer = processing_record(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    assert {each.slug for each in answer.value.units} == set(house.units)
    assert Recipient("Polizei Espelkamp", "police") in answer.value.partners
    assert set(answer.value.missing) == {
        "address", "email", "telephone", "representative", "officer", "storage",
    }  # fmt: skip
    assert newest(house, Act.LOG_READ)["details"] == {"processing_record": "yes"}


def test_nobody_but_an_officer_sees_it(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert isinstance(processing_record(house.work(berta), berta), Refused)

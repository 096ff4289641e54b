from tests.factories.house import House
from tests.unit.records.desk_work import create, jot, story


def test_the_own_unit_reads_its_own_story(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal Haddad"})
    jot(house, berta, known)
    jot(house, berta, known, occurred_on="2026-02-01", text="früher")
    told = story(house, berta, known)
    assert [entry.text for entry in told.entries] == ["früher", "Sie kam mit zwei Kindern."]
    assert [entry.origin.author for entry in told.entries] == ["Berta", "Berta"]
    assert [(fact.question, fact.answer and fact.answer.value) for fact in told.facts] == [
        ("client_name", "Amal Haddad")
    ]
    assert told.damaged == ()

from caseflow.records.put_facts import put_fact, read_all, renew_after
from caseflow.records.told import Told
from caseflow.vault.name_cards import names_of
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict
from tests.factories.clients import permitted
from tests.factories.declarations import agreed, offer
from tests.factories.guardians import by_guardian
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_good_and_bad_answers_are_told_apart(house: House) -> None:
    berta = house.actor("berta", "beratung")
    answers = {
        "client_name": Told("answered", "Amal"),
        "birth_date": Told("answered", "31.6.2022"),
        "safe_phone": Told("withheld"),
    }
    facts, problems = read_all(house.work(berta), berta, answers)
    assert [fact.question for fact in facts] == ["client_name", "safe_phone"]
    assert [problem.field for problem in problems] == ["birth_date"]


def test_cards_are_renewed_only_when_identity_was_written(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    named, phone = (
        read_all(work, berta, {question: Told("answered", "Amal")})[0]
        for question in ("client_name", "safe_phone")
    )
    for fact in (*named, *phone):
        assert not isinstance(put_fact(work, given, fact), Conflict)
    renew_after(work, given, phone)
    assert names_of(work, berta.unit, [known.id]) == {}
    renew_after(work, given, named)
    assert names_of(work, berta.unit, [known.id]) == {known.id: "Amal"}


def test_a_day_of_birth_is_one_more_thing_that_consents_hang_on(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    agreed(house, berta, known, by_guardian(offer([berta.unit], [frieda.unit], "health")))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    facts, _ = read_all(work, berta, {"birth_date": Told("answered", "10.3.2008")})
    assert not isinstance(put_fact(work, given, facts[0]), Conflict)
    assert [row.table for row in renew_after(work, given, facts).rows] == ["consents"]
    assert renew_after(work, given, facts).rows == ()  # bound already

from uuid import UUID, uuid4

import pytest

from caseflow.exceptions.exception_row import permit_on
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import Known, case_at
from tests.factories.house import House
from tests.factories.lawful import excepted, ground

CONCERNED = {
    Act.EXCEPTION_READ: {"frieda", "lea at the shelter", "lea", "olga"},
    Act.EXCEPTION_ANSWER: {"lea", "olga"},
    Act.EXCEPTION_END: {"frieda", "lea at the shelter", "olga"},
}
PEOPLE = {
    "berta": ("berta", "beratung"),
    "frieda": ("frieda", "frauenhaus"),
    "lea": ("lea", "beratung"),
    "lea at the shelter": ("lea", "frauenhaus"),
    "wanda": ("wanda", "wohnen"),
    "olga": ("olga", "datenschutz"),
}


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    """The shelter asks counselling; housing has a case of hers and nothing to do with it."""
    case_at(house, house.actor("wanda", "wohnen"), shared)
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)


@pytest.mark.parametrize("act", CONCERNED)
def test_whose_business_it_is(house: House, exception: UUID, act: Act) -> None:
    concerned = set()
    for person, (name, slug) in PEOPLE.items():
        actor = house.actor(name, slug)
        work = house.work(actor)
        found = permit_on(work, actor, act, exception)
        work.put_away()
        if isinstance(found, Refused):
            assert found.reason in {Reason.NOT_OPEN, Reason.NOT_YOUR_ROLE}
        else:
            concerned.add(person)
    assert concerned == CONCERNED[act]


@pytest.mark.usefixtures("exception")
def test_an_id_that_was_never_issued_is_nobodys_business(house: House) -> None:
    for name, slug in (("olga", "datenschutz"), ("frieda", "frauenhaus")):
        actor = house.actor(name, slug)
        work = house.work(actor)
        answer = permit_on(work, actor, Act.EXCEPTION_END, uuid4())
        work.put_away()
        assert answer == Refused(Reason.NOT_OPEN)

from uuid import UUID

import pytest

from caseflow.exceptions.exception_views import AgreementView, ExceptionView, view_of_exception
from caseflow.vault.exception_rows import exception_of
from caseflow.vocabulary.states import ExceptionState
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.lawful import answered, excepted, ground, next_request


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)


def seen(house: House, name: str, slug: str, exception: UUID) -> ExceptionView:
    actor = house.actor(name, slug)
    work = house.work(actor)
    found = exception_of(work, exception)
    assert found is not None
    work.finish()
    return view_of_exception(work, actor, found)


def test_who_may_answer_and_who_may_end(house: House, exception: UUID) -> None:
    hers = seen(house, "frieda", "frauenhaus", exception)
    assert (hers.answerable, hers.may_end) == ((), True)
    lead = seen(house, "lea", "beratung", exception)
    assert (lead.answerable, lead.may_end) == ((house.units["beratung"],), False)
    officer = seen(house, "olga", "datenschutz", exception)
    assert (officer.answerable, officer.may_end) == ((house.units["beratung"],), True)


def test_who_agreed_and_whether_the_keys_are_there(house: House, exception: UUID) -> None:
    assert seen(house, "frieda", "frauenhaus", exception).state is ExceptionState.WAITING
    answered(house, house.actor("lea", "beratung"), exception)
    for handed_out in (False, True):
        view = seen(house, "frieda", "frauenhaus", exception)
        assert view.state is ExceptionState.AGREED
        assert view.agreements == (
            AgreementView(
                house.units["beratung"],
                house.staff["lea"],
                role="lead",
                at=house.around.clock.now(),
                handed_out=handed_out,
            ),
        )
        next_request(house, house.actor("berta", "beratung"))

from flask import Flask

from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import ConsentState, DeclarationForm
from caseflow.web.consents.desk_words import STATES, action_name, form_name, state_name


def test_every_state_action_and_form_has_words(app: Flask) -> None:
    assert set(STATES) == set(ConsentState)
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert state_name(ConsentState.PENDING) == "gilt, ein Teil wartet noch"
        assert len({action_name(each) for each in Action}) == len(Action)
        assert len({form_name(each) for each in DeclarationForm}) == len(DeclarationForm)

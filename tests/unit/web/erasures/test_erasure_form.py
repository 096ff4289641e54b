from uuid import UUID

from flask import Flask

from caseflow.vocabulary.units import Unit, UnitKind
from caseflow.web.erasures.erasure_form import ground_name, grounds, proposal_of
from caseflow.web.forms import Form

UNIT = Unit(UUID(int=1), "beratung", "Beratung", UnitKind.COUNSELLING)


def test_everything_is_said_and_never_left_out() -> None:
    said = {"ground": "wish", "text": "Sie will es."}
    assert proposal_of(Form(values={"file_of": "everything", **said}), [UNIT]).unit is None
    assert proposal_of(Form(values={"file_of": "beratung", **said}), [UNIT]).unit == UNIT.id
    nothing = proposal_of(Form(), [UNIT])
    assert nothing.unit not in {None, UNIT.id}
    assert (nothing.ground, nothing.text) == ("", "")


def test_grounds_have_names(app: Flask) -> None:
    with app.test_request_context():
        assert len(grounds()) == 3
        assert ground_name("because") == "because"

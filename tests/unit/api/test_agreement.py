from caseflow.api.agreement import Agreed, Agreement, told_back
from caseflow.api.call import Given
from caseflow.http.schemas import read
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.ids import new_id


def test_only_a_plain_yes_or_no_is_one() -> None:
    assert read(Agreement(), {"agreed": False}) == {"agreed": False}
    for other in ({}, {"agreed": "yes"}, {"agreed": None}):
        assert isinstance(read(Agreement(), other), Invalid)
    assert set(Agreement().fields) == {"agreed"}
    assert set(Agreed().fields) == {"id", "agreed"}


def test_what_was_said_is_told_back_and_what_was_refused_stays_so() -> None:
    row = new_id()
    assert told_back(row, Done(None), agreed=True) == Given({"id": row, "agreed": True})
    assert told_back(row, Refused(), agreed=True) == Refused()

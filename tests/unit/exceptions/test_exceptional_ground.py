import json
from datetime import date
from uuid import uuid4

from caseflow.exceptions.exceptional_ground import SAID
from caseflow.vocabulary.states import ExceptionKind
from tests.factories.lawful import CHILD, ORDER, ground, order


def test_each_kind_has_its_texts() -> None:
    assert set(SAID) == set(ExceptionKind)
    assert set(SAID["child_protection"]) == set(CHILD)
    assert set(SAID["order"]) == set(ORDER)


def test_what_is_sealed_is_what_its_kind_asks_for() -> None:
    said = ground([uuid4()], "violence", said={**CHILD, "issuer": "niemand"}).written()
    assert json.loads(said) == CHILD
    paper = order([uuid4()], "violence", issued_on=date(2026, 2, 3)).written()
    assert json.loads(paper) == {**ORDER, "issued_on": "2026-02-03"}
    assert json.loads(order([], issued_on=None).written()) == ORDER

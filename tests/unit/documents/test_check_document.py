import pytest
from sqlalchemy import update

from caseflow.database.tables.units import UnitRow
from caseflow.documents.check_document import check_category, check_document
from caseflow.vocabulary.errors import BrokenSeal
from tests.factories.house import House


def test_every_field_is_read_by_its_rule(house: House) -> None:
    work = house.work()
    typed = {"title": " Pass ", "kind": "letter", "dated": "1.3.2026", "note": " "}
    assert check_document(work, typed) == (
        {"title": "Pass", "kind": "letter", "dated": "2026-03-01", "note": ""},
        [],
    )
    wrong = {"title": "", "kind": "gossip", "dated": "3.3.2026", "colour": "red"}
    _, problems = check_document(work, wrong)
    assert [(each.field, each.code) for each in problems] == [
        ("title", "empty"),
        ("kind", "no_such_option"),
        ("dated", "in_future"),
        ("colour", "no_such_field"),
    ]


def test_it_lies_where_the_unit_keeps_something(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    assert check_category(work, berta, "residence_status") == []
    for category in ("evidence", "nonsense"):
        (problem,) = check_category(work, berta, category)
        assert problem.code == "not_kept_here"
    work.session.execute(update(UnitRow).values(name="Gefälscht"))
    with pytest.raises(BrokenSeal):
        check_category(work, berta, "documents")

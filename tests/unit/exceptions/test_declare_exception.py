from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.exceptions import LawfulException
from caseflow.exceptions import declare_exception
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.lawful import excepted, exception_row, ground, next_request, order
from tests.unit.vault.reading import newest, read, texts


def test_it_stands_sealed_and_opens_nothing(house: House, shared: Known) -> None:
    frieda, counselling = house.actor("frieda", "frauenhaus"), house.units["beratung"]
    asked = ground([counselling], "violence", expressly=frozenset({"whereabouts"}))
    row = exception_row(house, excepted(house, frieda, shared, asked))
    assert (row.kind, row.unit_id, row.declared_by) == (
        "child_protection",
        frieda.unit,
        frieda.staff,
    )
    assert (row.from_units, set(row.categories)) == ((counselling,), {"violence", "whereabouts"})
    assert b"Flecken" not in row.grounds
    # Fourteen days from the second of March, the last day included, in the provider's time.
    assert row.until == datetime(2026, 3, 16, 23, tzinfo=UTC)
    told = newest(house, Act.EXCEPTION_DECLARE)
    assert told["details"] == {"exception": str(row.id)}
    assert told["reason_digest"] == row.grounds_digest.hex()
    next_request(house, house.actor("berta", "beratung"))
    assert texts(read(house, frieda, shared)) == []


def test_an_order_lasts_as_its_paper_says(house: House, shared: Known) -> None:
    asked = order([house.units["beratung"]], "violence", until=date(2026, 3, 4))
    row = exception_row(house, excepted(house, house.actor("frieda", "frauenhaus"), shared, asked))
    assert row.until == datetime(2026, 3, 4, 23, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["child_protection", "wish"])
def test_nothing_of_what_is_wrong_is_kept(house: House, shared: Known, kind: str) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    oversight = ground([house.units["datenschutz"]], "violence", kind=kind)
    answer = declare_exception(work, frieda, shared.id, oversight)
    work.finish()
    assert isinstance(answer, Invalid)
    unit = {"unit": str(house.units["datenschutz"])}
    assert Problem("from_units", "unknown_unit", unit) in answer.problems
    with house.sessions() as session:
        assert session.scalars(select(LawfulException)).all() == []
        assert session.scalars(select(SealedReason)).all() == []


@pytest.mark.parametrize(
    ("name", "slug", "reason"),
    [("wanda", "wohnen", Reason.NOT_OPEN), ("olga", "datenschutz", Reason.NOT_OPEN)],
)
def test_who_has_no_open_case_of_hers_declares_nothing(
    house: House, shared: Known, name: str, slug: str, reason: Reason
) -> None:
    actor = house.actor(name, slug)

    def ask(client: UUID) -> object:
        asked = ground([house.units["beratung"]], "violence")
        work = house.work(actor)
        answer = declare_exception(work, actor, client, asked)
        work.finish()
        return answer

    assert ask(shared.id) == ask(uuid4()) == Refused(reason)

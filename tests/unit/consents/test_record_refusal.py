from dataclasses import replace

from sqlalchemy import select

from caseflow.consents import Declined, record_refusal
from caseflow.database.tables.consents import Refusal
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_a_no_is_kept(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    declined = Declined(
        to_units=frozenset({house.units["wohnen"]}),
        categories=frozenset({"health", "family"}),
        purposes=frozenset({"case_work"}),
        language="en",
    )
    work = house.work(berta)
    answer = record_refusal(work, berta, known.id, declined)
    work.finish()
    with house.sessions() as session:
        row = session.scalars(select(Refusal)).one()
    assert answer == Done(row.id)
    assert (row.consent_id, row.to_units, row.categories) == (
        None,
        (house.units["wohnen"],),
        ("family", "health"),
    )
    assert newest(house, Act.REFUSAL_RECORD)["rows"][0]["table"] == "refusals"


def test_nothing_empty_or_unknown_is_kept(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    nothing = frozenset[str]()
    declined = Declined(to_units=frozenset(), categories=nothing, purposes=nothing, language="tlh")
    work = house.work(berta)
    answer = record_refusal(work, berta, known.id, declined)
    work.finish()
    assert answer == Invalid(
        (
            Problem("to_units", "required"),
            Problem("categories", "required"),
            Problem("purposes", "required"),
            Problem("language", "unknown_word", {"word": "tlh"}),
        )
    )
    work = house.work(berta)
    answer = record_refusal(work, berta, new_id(), replace(declined, language="de"))
    assert answer == Refused(Reason.NOT_OPEN)
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(Refusal)).all() == []

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from caseflow.consents import Declined, record_not_free, record_refusal, show_evidence
from caseflow.database.tables.consents import Refusal
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.declarations import declaration, offer
from tests.factories.guardians import by_guardian
from tests.factories.house import House
from tests.unit.records.desk_work import do, done
from tests.unit.vault.reading import newest


def _shape(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what an entry says beside ids, instants and digests."""
    rows = sorted(each["table"] for each in entry["rows"])
    drawers = [each["category"] for each in entry["drawers"]]
    same = {name: entry.get(name) for name in ("act", "fields", "purpose", "decision", "details")}
    return same | {"rows": rows, "drawers": drawers, "said": sorted(entry)}


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
    # That nothing was signed is sealed: in the log a no that was looks the same.
    done(do(house, berta, record_refusal, known.id, declined))
    freely = newest(house, Act.REFUSAL_RECORD)
    offered = offer([berta.unit], [house.units["wohnen"]], "health", "family")
    for forced in (declaration(offered), by_guardian(offered, known_violent="unknown")):
        done(do(house, berta, record_not_free, known.id, forced))
        assert _shape(newest(house, Act.REFUSAL_RECORD)) == _shape(freely)
    evidence = do(house, berta, show_evidence, known.id)
    assert isinstance(evidence, Disclosed)
    assert [each.not_free for each in evidence.value] == [True, True]


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

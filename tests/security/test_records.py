"""Whoever can write to the database puts rows back, swaps, adds or deletes them: each is named."""

from datetime import timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, insert, select, update

from caseflow.audit.findings import Fault
from caseflow.audit.verify import verify
from caseflow.audit.verify_records import verify_records
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.records import Entry
from caseflow.database.tables.units import Membership
from caseflow.operations.keep_log import LogKeeper
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, entry, new_client, write
from tests.factories.declarations import took_back
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.told_rows import tell_all
from tests.security.filled_house import filled

CASES, CONSENTS, ENTRIES = (cast("Table", each.__table__) for each in (Case, Consent, Entry))
MEMBERSHIPS = cast("Table", Membership.__table__)
Rows = list[dict[str, Any]]


def found(house: House) -> list[tuple[Fault, str]]:
    report = verify_records(house.work())
    assert report.rows > 0
    return [(each.fault, each.detail) for each in report.findings]


def test_an_honest_house_in_which_everything_happened_is_as_the_log_tells(house: House) -> None:
    tell_all(house)
    filled(house)
    assert found(house) == []  # what still waits counts too
    LogKeeper(house.work, house.server.signer, 0).integrate()
    assert found(house) == []
    assert verify(house.work(), house.server.signer.public).findings == ()
    with house.engine.begin() as connection:
        wall = connection.scalars(select(Wall.id)).first()
        connection.execute(delete(Wall).where(Wall.id == wall))
        token = connection.scalars(select(ApiToken.id)).first()
        connection.execute(delete(ApiToken).where(ApiToken.id == token))
    assert found(house) == [
        (Fault.ROW_DELETED, f"api_tokens {token}"),
        (Fault.ROW_DELETED, f"walls {wall}"),
    ]


def test_each_row_that_was_tampered_with_is_named(house: House) -> None:
    tell_all(house)
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("eins"), entry("zwei"), entry("drei"))
    consent = consented(house, berta, known, [frieda.unit], ["health"])
    integrated(house)
    with house.engine.begin() as connection:
        before: Rows = [dict(row) for row in connection.execute(select(CONSENTS)).mappings()]
    cast("StoppedClock", house.around.clock).advance(timedelta(minutes=1))
    took_back(house, berta, known, consent.id)
    assert found(house) == []
    one, two, three = _entries(house)
    with house.engine.begin() as connection:
        connection.execute(delete(CONSENTS).where(CONSENTS.c.id == consent.id))
        connection.execute(insert(CONSENTS), before)
        case = dict(connection.execute(select(CASES)).mappings().first() or {})
        connection.execute(
            insert(CASES), [case | {"id": (forged := new_id()), "client_id": new_id()}]
        )
        connection.execute(delete(ENTRIES).where(ENTRIES.c.id == three))
        connection.execute(update(MEMBERSHIPS).values(role="lead").where(_berta(house)))
        moved = update(ENTRIES).where(ENTRIES.c.id == bindparam("old")).values(id=bindparam("new"))
        aside = new_id()
        for old, new in ((one, aside), (two, one), (aside, two)):
            connection.execute(moved, {"old": old, "new": new})
    member = house.memberships["berta", "beratung"].id
    assert sorted(found(house)) == sorted(
        [
            (Fault.ROW_ADDED, f"cases {forged}"),
            (Fault.ROW_CHANGED, f"memberships {member}"),
            (Fault.ROW_DELETED, f"entries {three}"),
            (Fault.ROW_ROLLED_BACK, f"consents {consent.id}"),
            (Fault.ROW_SWAPPED, f"entries {one}"),
            (Fault.ROW_SWAPPED, f"entries {two}"),
        ]
    )


def _entries(house: House) -> list[Any]:
    with house.engine.begin() as connection:
        return list(connection.scalars(select(ENTRIES.c.id).order_by(ENTRIES.c.id)))


def _berta(house: House) -> Any:  # noqa: ANN401 - a condition
    return MEMBERSHIPS.c.id == house.memberships["berta", "beratung"].id

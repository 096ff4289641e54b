"""Records that are erased, as a test goes about it: one client of two units, and what is left."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.base import Base
from caseflow.database.tables.clients import Case
from caseflow.database.tables.retention import Erasure
from caseflow.vault.erasing.bury import bury
from caseflow.vault.erasing.scope import Gone
from caseflow.vault.permit import Deeds, Permit, permit_member, trace
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import ErasureGround
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House

NAME = "Kanarinja Singvogel"
AT_COUNSELLING = "Gewalt, der Beratung erzählt"
AT_SHELTER = "Gesundheit, dem Frauenhaus erzählt"
NAMING = frozenset({"client_id", "other_id", "first_client", "second_client"})


@dataclass(frozen=True)
class TwoFiles:
    """A client of counselling and the shelter, which may see what counselling was told."""

    known: Known
    berta: Actor
    frieda: Actor


def two_files(house: House) -> TwoFiles:
    """Make her, with her name, a piece in each unit, and a consent to the shelter."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, NAME)
    write(house, berta, known, entry(AT_COUNSELLING))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["violence", "identity"])
    write(house, frieda, known, entry(AT_SHELTER, "health"))
    return TwoFiles(known, berta, frieda)


def erased(house: House, client: UUID, unit: UUID | None = None) -> Gone:
    """Erase a record as if two people had agreed about it."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    given = permit_member(work, olga, Act.RETENTION_RUN)
    assert isinstance(given, Permit)
    row = tombstone(house, client, unit)
    work.session.add(row)
    work.session.flush()
    gone = bury(work, olga, row)
    trace(work, given, Deeds())
    work.finish()
    return gone


def tombstone(house: House, client: UUID, unit: UUID | None) -> Erasure:
    """Return a proposal that was agreed to."""
    return Erasure(
        client_id=client,
        unit_id=unit,
        ground=ErasureGround.WISH,
        proposed_by=new_id(),
        proposed_as=Role.LEAD,
        proposed_at=house.around.clock.now(),
    )


def left_of(house: House, client: UUID) -> set[str]:
    """Return the tables that still name a client."""
    return set(rows_naming(house, client))


def rows_naming(house: House, client: UUID) -> dict[str, list[str]]:
    """Return by table each row that names a client, as it lies there."""
    naming = [
        (table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name in NAMING or (table.name, column.name) == ("clients", "id")
    ]
    found: dict[str, list[str]] = {}
    with house.sessions() as session:
        for table, column in naming:
            rows = session.execute(select(table).where(column == client)).all()
            if rows:
                found.setdefault(table.name, []).extend(sorted(str(row) for row in rows))
    return found


def cases_of(house: House, client: UUID) -> set[UUID]:
    """Return the units that have a case of hers."""
    with house.sessions() as session:
        return set(session.scalars(select(Case.unit_id).where(Case.client_id == client)))

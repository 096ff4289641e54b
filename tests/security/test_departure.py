"""A member leaves: what she kept opens nothing that is written afterwards, by whomever.

She has her password, a copy of the database from before and one from after, and even the root. What
other units write for hers in between, before any member of it has come by, is closed to her too.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from caseflow.database import tables
from caseflow.database.base import Base
from caseflow.database.engines import open_engine
from caseflow.database.tables.consents import Consent
from caseflow.identity.disable import disable
from caseflow.identity.end_membership import end_membership
from caseflow.identity.reset import reset
from caseflow.vocabulary.answers import Done
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.handovers import sent
from tests.factories.house import ROOT, House
from tests.security.test_what_opens import password_of, plundered
from tests.unit.identity.people import administrator
from tests.unit.vault.reading import read, texts

BEFORE = {"Frauenhaus, vor dem Abschied", "Beratung, dem Frauenhaus geöffnet"}
NAME = "Kanarinja Nachtigall"
NOTE = "Zettel für das Frauenhaus"
SHARED = "Beratung, nach dem Abschied geschrieben"
OWN = "Frauenhaus, nach dem Abschied geschrieben"
AFTER = {NAME, NOTE, SHARED, OWN}


def by_a_lead(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    work = house.work(lea)
    ended = end_membership(work, lea, house.memberships["frieda", "frauenhaus"].id)
    assert isinstance(ended, Done)
    work.finish()


def disabled(house: House) -> None:
    ada, work = administrator(house), house.work()
    assert isinstance(disable(work, ada, house.staff["frieda"]), Done)
    work.finish()


def begun_again(house: House) -> None:
    ada, work = administrator(house), house.work()
    assert isinstance(reset(work, ada, house.staff["frieda"]), Done)
    work.finish()


def lived(house: House, folder: Path, leave: Callable[[House], None]) -> list[str]:
    """Let Frieda leave the shelter; return copies of the database from before and from after."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, lea, known)
    consented(house, berta, known, [lea.unit], ["violence"])
    own, shared = sorted(BEFORE, reverse=True)
    write(house, lea, known, entry(own))
    write(house, berta, known, entry(shared))
    old = copied(house, folder / "old.db")
    leave(house)
    # Nobody of the shelter has come by when others write for it.
    write(house, berta, known, entry(SHARED))
    newcomer = new_client(house, berta, NAME)
    case_at(house, lea, newcomer)
    consented(house, berta, newcomer, [lea.unit], ["identity"])
    carried = agreed(house, berta, known, declaration(offer([berta.unit], [lea.unit], "housing")))
    sent(house, berta, known, "frauenhaus", consent_of(house, carried.id), NOTE)
    write(house, lea, known, entry(OWN))
    assert {*texts(read(house, lea, known))} == {*BEFORE, SHARED, OWN}
    return [old, copied(house, folder / "new.db")]


def consent_of(house: House, consent: UUID) -> Consent:
    with house.sessions() as session:
        return session.scalars(select(Consent).where(Consent.id == consent)).one()


def copied(house: House, file: Path) -> str:
    """Copy the database, of whichever engine, into a file that a thief carries away."""
    assert tables.__all__  # all of them are known
    bag = open_engine(f"sqlite:///{file}")
    Base.metadata.create_all(bag)
    with house.engine.connect() as whole, bag.begin() as taken:
        for table in Base.metadata.sorted_tables:
            rows = [dict(row) for row in whole.execute(select(table)).mappings()]
            if rows:
                taken.execute(insert(table), rows)
    bag.dispose()
    return str(file)


def opened(databases: list[str]) -> set[str]:
    found = plundered(databases=databases, root=ROOT.hex(), passwords=password_of("frieda"))
    known = {*BEFORE, *AFTER}
    return {each for each in known if any(each in text for text in found)}


@pytest.mark.parametrize("leave", [by_a_lead, disabled, begun_again])
def test_nothing_that_is_written_after_she_left_opens_to_her(
    house: House, tmp_path: Path, leave: Callable[[House], None]
) -> None:
    assert opened(lived(house, tmp_path, leave)) == BEFORE


@pytest.mark.parametrize(
    ("leave", "fault"),
    [
        (by_a_lead, "caseflow.identity.end_membership.renew_unit"),
        (disabled, "caseflow.identity.take_keys.renew_from_outside"),
        (disabled, "caseflow.vault.open_drawers.due_to_turn"),
    ],
)
def test_were_no_key_renewed_or_no_drawer_turned_she_would_read_on(
    house: House,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    leave: Callable[[House], None],
    fault: str,
) -> None:
    room, _, name = fault.rpartition(".")
    monkeypatch.setattr(import_module(room), name, lambda *_: [])
    assert SHARED in opened(lived(house, tmp_path, leave))

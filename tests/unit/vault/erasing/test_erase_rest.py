"""What no file holds goes with the last one: aliases, pairs, the client herself."""

from sqlalchemy import select

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.vocabulary.acts import Act
from tests.factories.clients import consented, entry, new_client, write
from tests.factories.erasing import erased, left_of, two_files
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart
from tests.factories.merges import merged, proposed
from tests.unit.vault.reading import newest


def test_both_records_of_one_person_go_together(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, other, entry("Der anderen erzählt"))
    merged(house, berta, lea, one, other)
    proposed(house, berta, new_client(house, berta), one)
    assert erased(house, one.id).drawers == 1
    assert left_of(house, one.id) == {"erasures"}
    assert left_of(house, other.id) == set()
    with house.sessions() as session:
        assert not list(session.scalars(select(Merge)))


def test_whoever_was_kept_apart_from_her_is_open_to_her_unit_again(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    known, other = created(house, berta), created(house, wanda)
    ida = house.actor("ida", "wohnen")
    kept_apart(house, ida, other, known)
    with house.sessions() as session:
        assert all(case.restricted for case in session.scalars(select(Case)))
    assert erased(house, known.id).whole
    assert left_of(house, known.id) == {"erasures"}
    with house.sessions() as session:
        [case] = session.scalars(select(Case))
        assert (case.client_id, case.restricted) == (other.id, False)
        walls = session.scalars(select(Wall)).all()
        assert not session.scalars(select(KeptApart)).all()
    assert all(wall.lifted_at is not None for wall in walls)
    assert {wall.lifted_by for wall in walls} == {house.staff["olga"]}


def test_her_consents_stay_and_run_no_more(house: House) -> None:
    where = two_files(house)
    other = new_client(house, where.berta)
    consented(house, where.berta, other, [where.frieda.unit], ["violence"])
    erased(house, where.known.id)
    with house.sessions() as session:
        hers, of_other = (
            session.scalars(select(Consent).where(Consent.client_id == each.id)).one()
            for each in (where.known, other)
        )
    assert hers.settled_at == house.around.clock.now()
    assert hers.withdrawn_at is None
    assert of_other.settled_at is None
    told = newest(house, Act.CLIENT_ERASE)
    assert ("consent", str(hers.id)) in [(each["kind"], each["id"]) for each in told["ended"]]
    assert ("consents", str(hers.id)) in [(each["table"], each["id"]) for each in told["rows"]]

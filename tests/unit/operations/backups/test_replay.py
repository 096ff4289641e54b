"""What ended after a backup ends again by the witness file, before anybody can read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.audit.verify import verify
from caseflow.audit.witness_file import Witness, write_witness
from caseflow.consents.take_back import Choice
from caseflow.database.tables.accounts import Staff, StaffWrapping
from caseflow.database.tables.clients import Client, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.retention import Erasure
from caseflow.database.tables.units import Membership, UnitEnvelope
from caseflow.exceptions import record_wall
from caseflow.identity.disable import disable
from caseflow.identity.end_membership import end_membership
from caseflow.operations.backups.replay import Replayed, check_for, replay, witness_at
from caseflow.operations.backups.restore import Restored
from caseflow.vault.erasing.erased_tables import STAY
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id
from tests.factories.backups import backed_up, come_back
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.erasing import erased, left_of
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.kept_apart import kept_apart
from tests.factories.witnessed import witnessed
from tests.unit.vault.reading import log, newest, read, texts

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work

SHARED = ("identity", "violence")


@dataclass
class Story:
    """A client whose shelter may read what the counselling centre wrote, as it was backed up."""

    house: House
    known: Known
    gone: Known  # who was erased after the backup
    apart: Known  # who was kept apart from her
    consent: UUID
    before: Witness
    back: Callable[[Witness | None], AbstractContextManager[tuple[House, Restored]]]


@pytest.fixture
def story(house: House, clock: StoppedClock, tmp_path: Path) -> Story:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mina")
    write(house, berta, known, entry("Sie ist gekommen."))
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], *SHARED)
    consent = agreed(house, berta, known, declaration(offered)).id
    assert texts(read(house, frieda, known)) == ["Sie ist gekommen."]
    gone, apart = new_client(house, berta, "Erna"), new_client(house, berta)
    write(house, berta, gone, entry("Sie ist gegangen."))
    before = witnessed(house)
    found = backed_up(house, tmp_path / "backups")
    clock.advance(timedelta(hours=1))

    @contextmanager
    def back(witness: Witness | None) -> Iterator[tuple[House, Restored]]:
        url = f"sqlite:///{tmp_path / str(new_id())}.db"
        with come_back(house, found, url, witness) as came:
            yield came

    return Story(house, known, gone, apart, consent, before, back)


def _replayed(restored: Restored) -> Replayed:
    assert restored.replayed is not None
    return restored.replayed


def _with_code(house: House) -> set[UUID]:
    with house.sessions() as session:
        return set(session.scalars(select(Client.id)))


def _holders(house: House, known: Known) -> set[UUID]:
    with house.sessions() as session:
        found = select(Envelope.reader_id).where(Envelope.client_id == known.id)
        return set(session.scalars(found))


def test_all_that_ended_meanwhile_has_ended_when_it_comes_back(
    story: Story, clock: StoppedClock
) -> None:
    house, known = story.house, story.known
    _end_everything(story)
    assert left_of(house, story.gone.id) <= STAY
    with story.back(witnessed(house)) as (again, restored):
        assert (_replayed(restored).done, _replayed(restored).left) == (6, [])
        assert left_of(again, story.gone.id) <= STAY
        assert {each.id for each in (known, story.gone)} & _with_code(again) == {known.id}
        assert not restored.suspended
        # What was taken back in part is taken back whole: its entry does not say which part.
        told = newest(again, Act.CONSENT_WITHDRAW)
        assert [each["id"] for each in told["ended"]] == [str(story.consent)]
        assert {"witness", "witnessed"} <= set(told["details"])
        # Another restore has these entries alone to go by.
        said = {each["id"]: each for each in map(read_payload, _leaves(house))}
        for each in log(again):
            if "witnessed" in each.get("details", {}):
                former = said[each["details"]["witnessed"]].get("details", {})
                assert former.items() <= each["details"].items()
        assert house.units["frauenhaus"] not in _holders(again, known)
        _check_rows(again, story, clock.now())
        assert isinstance(read(again, again.actor("berta", "beratung"), known), Refused)
        integrated(again)
        assert verify(again.work(), again.server.signer.public).verified
        _end_it_another_time(story, clock, again)


def _end_it_another_time(story: Story, clock: StoppedClock, again: House) -> None:
    """Restore once more with a witness who has seen the line of the first restore alone."""
    done = clock.now()
    clock.advance(timedelta(days=1))
    with story.back(witnessed(again)) as (third, restored):
        assert (_replayed(restored).done, _replayed(restored).left) == (6, [])
        assert not restored.suspended
        _check_rows(third, story, done)


def _leaves(house: House) -> list[bytes]:
    return [each.leaf for each in witnessed(house).ends]


def _check_rows(house: House, story: Story, erased_at: datetime) -> None:
    known, member = story.known, story.house.memberships["ida", "wohnen"].id
    with house.sessions() as session:
        shared = select(Drawer).where(Drawer.category.in_(SHARED))
        assert all(each.turn_due for each in session.scalars(shared))
        assert (
            session.get_one(Consent, (known.id, story.consent)).withdrawn_at
            == house.around.clock.now()
        )
        wall = session.scalars(select(Wall)).one()
        assert (wall.staff_id, wall.client_id) == (house.staff["berta"], known.id)
        pair = session.scalars(select(KeptApart)).one()
        assert {pair.client_id, pair.other_id} == {known.id, story.apart.id}
        assert wall.recorded_by == house.staff["lea"]
        stone = session.scalars(select(Erasure)).one()
        assert (stone.client_id, stone.whole, stone.ground) == (story.gone.id, True, "wish")
        assert (stone.erased_at, stone.answered_by) == (erased_at, house.staff["olga"])
        assert session.get_one(Membership, member).ended_at is not None
        of_her = UnitEnvelope.membership_id == member
        assert session.scalars(select(UnitEnvelope).where(of_her)).all() == []
        assert session.get_one(Staff, house.staff["frieda"]).disabled_at is not None
        wrappings = len(session.scalars(select(StaffWrapping)).all())
    assert wrappings == len(house.staff) - 1


def _end_everything(story: Story) -> None:
    house, known = story.house, story.known
    berta, lead = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    took_back(house, berta, known, story.consent, Choice(None, frozenset({"violence"})))
    wanda = house.actor("wanda", "wohnen")
    chief = Person(house.staff["lea"], new_id(), administrator=True)
    ida = house.memberships["ida", "wohnen"].id
    acts: list[tuple[Actor | None, Callable[[Work], object]]] = [
        (lead, lambda work: record_wall(work, lead, known.id, berta.staff)),
        (wanda, lambda work: end_membership(work, wanda, ida)),
        (None, lambda work: disable(work, chief, house.staff["frieda"])),
    ]
    for who, act in acts:
        work = house.work(who)
        assert isinstance(act(work), Done)
        work.finish()
    kept_apart(house, wanda, known, story.apart)
    erased(house, story.gone.id)


def test_without_a_witness_the_revived_consent_opens_nothing(story: Story) -> None:
    house = story.house
    took_back(house, house.actor("berta", "beratung"), story.known, story.consent)
    with story.back(None) as (again, restored):
        assert restored.suspended
        assert texts(read(again, again.actor("frieda", "frauenhaus"), story.known)) == []
        assert texts(read(again, again.actor("berta", "beratung"), story.known)) != []
        # What was told on another line has ended too, wherever on this one its place would be.
        witness, work = witnessed(house), again.work()
        head = check_for(witness, again.around.installation, again.server.signer.public)
        replayed = replay(work, witness, head, witness.size + 1)
        assert (replayed.done, replayed.left, replayed.further) == (1, [], False)
        work.abandon()


def test_a_witness_who_looked_before_the_backup_adds_nothing(story: Story) -> None:
    with story.back(story.before) as (_, restored):
        assert (_replayed(restored).done, restored.suspended) == (0, True)


def test_what_the_witness_cannot_tell_keeps_sharing_suspended(story: Story) -> None:
    house = story.house
    write(house, house.actor("berta", "beratung"), story.known, entry("mehr"))
    seen = witnessed(house, {Act.ENTRY_WRITE})
    last = seen.size - 1
    # Nor what was pruned behind the backup before she looked; what lies before it came along.
    with story.back(replace(seen, unread=((0, 0), (last, last)))) as (again, restored):
        assert restored.suspended
        left = _replayed(restored).left
        assert [left[0].split()[0], left[1:]] == ["entry.write", [f"log.prune ({last}-{last})"]]
        with again.sessions() as session:
            assert session.get(Client, story.known.id) is not None


def test_a_forged_witness_restores_nothing(story: Story, tmp_path: Path) -> None:
    house = story.house
    took_back(house, house.actor("berta", "beratung"), story.known, story.consent)
    witness = witnessed(house)
    end = witness.ends[0]
    forged = replace(witness, ends=(replace(end, leaf=end.leaf + b" "),))
    with pytest.raises(OperatorError, match="not to be believed"):
        check_for(forged, house.around.installation, house.server.signer.public)
    with pytest.raises(OperatorError, match="not to be believed"):
        check_for(witness, new_id(), house.server.signer.public)
    write_witness(tmp_path / "witness.json", witness)
    assert witness_at(tmp_path / "witness.json") == witness

from uuid import UUID

from caseflow.exceptions import WallView, lift_wall, list_walls, record_wall
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, new_client
from tests.factories.desk_forms import close
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest


def _walled(house: House, actor: Actor, known: Known, name: str) -> UUID:
    work = house.work(actor)
    answer = record_wall(work, actor, known.id, house.staff[name])
    work.finish()
    assert isinstance(answer, Done)
    return answer.value


def _lifted(house: House, actor: Actor, known: Known, wall: UUID) -> object:
    work = house.work(actor)
    answer = lift_wall(work, actor, known.id, wall, "Irrtum")
    work.finish()
    return answer


def _ids(house: House, actor: Actor, client: UUID) -> list[UUID]:
    answer = list_walls(house.work(actor), actor, client)
    assert isinstance(answer, Disclosed)
    return [each.id for each in answer.value]


def test_a_lead_sees_what_her_unit_put_up_and_has_not_lifted(
    house: House, clock: StoppedClock
) -> None:
    lea = house.actor("lea", "beratung")
    known, other = (new_client(house, lea) for _ in range(2))
    _walled(house, lea, other, "frieda")
    wall = _walled(house, lea, known, "frieda")
    lifted = _walled(house, lea, known, "ida")
    assert _lifted(house, lea, known, lifted) == Done(None)
    answer = list_walls(house.work(lea), lea, known.id)
    view = WallView(wall, house.staff["frieda"], lea.staff, clock.now())
    assert answer == Disclosed((view,))
    told = newest(house, Act.WALL_READ)
    assert (told["client"], told["details"]) == (str(known.id), {"walls": "1"})


def test_a_closed_case_needs_no_reason(house: House) -> None:
    lea = house.actor("lea", "beratung")
    known = new_client(house, lea)
    wall = _walled(house, lea, known, "frieda")
    close(house, known)
    assert _ids(house, lea, known.id) == [wall]


def test_what_another_unit_put_up_is_neither_told_nor_lifted_here(house: House) -> None:
    there, here = house.actor("lea", "beratung"), house.actor("lea", "frauenhaus")
    known = new_client(house, there)
    case_at(house, here, known)
    theirs = _walled(house, there, known, "ida")
    assert _ids(house, here, known.id) == []
    assert _lifted(house, here, known, theirs) == Refused(Reason.NOT_OPEN)
    # Who puts one up against the same person learns nothing of theirs, and each lifts her own.
    ours = _walled(house, here, known, "ida")
    assert _ids(house, here, known.id) == [ours]
    assert _lifted(house, here, known, ours) == Done(None)
    assert _ids(house, there, known.id) == [theirs]


def test_who_is_walled_off_sees_none_a_lead_neither(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta)
    _walled(house, lea, known, "lea")
    refused = list_walls(house.work(lea), lea, known.id)
    assert refused == list_walls(house.work(lea), lea, new_id()) == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.WALL_READ)["decision"] == "refused"


def test_intake_puts_them_up_and_sees_none(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = new_client(house, ida)
    _walled(house, ida, known, "frieda")
    assert list_walls(house.work(ida), ida, known.id) == Refused(Reason.NOT_YOUR_ROLE)

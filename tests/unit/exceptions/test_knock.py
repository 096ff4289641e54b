from uuid import UUID

from caseflow.exceptions import (
    knock_at_emergency,
    knock_at_pair,
    knock_at_wall,
    lift_wall,
    record_wall,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, new_client
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart
from tests.unit.vault.reading import log, newest


def _at_wall(
    house: House, who: tuple[str, str], known: Known, wall: UUID, *, again: bool = False
) -> Refused | None:
    actor = house.actor(*who)
    work = house.work(actor)
    answer = knock_at_wall(work, actor, known.id, wall, again=again)
    work.finish()
    return answer


def _at_emergency(
    house: House, who: tuple[str, str], emergency: UUID, *, again: bool = False
) -> Refused | None:
    actor = house.actor(*who)
    work = house.work(actor)
    answer = knock_at_emergency(work, actor, emergency, again=again)
    work.finish()
    return answer


def _wall(house: House, known: Known) -> UUID:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    answer = record_wall(work, lea, known.id, house.staff["ida"])
    assert isinstance(answer, Done)
    work.finish()
    return answer.value


def test_a_lead_knocks_at_a_wall_of_her_unit_standing_or_lifted(house: House) -> None:
    lead = ("lea", "beratung")
    known = new_client(house, house.actor("berta", "beratung"))
    wall = _wall(house, known)
    before = len(log(house))
    assert _at_wall(house, lead, known, wall) is None
    assert len(log(house)) == before
    lea = house.actor(*lead)
    work = house.work(lea)
    assert lift_wall(work, lea, known.id, wall, "Irrtum") == Done(None)
    work.finish()
    assert _at_wall(house, lead, known, wall, again=True) is None
    assert newest(house, Act.WALL_LIFT)["details"] == {"again": "yes"}


def test_others_learn_of_no_wall(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    wall = _wall(house, known)
    for who, named, reason in (
        (("lea", "beratung"), new_id(), Reason.NOT_OPEN),
        (("lea", "frauenhaus"), wall, Reason.NOT_OPEN),
        (("berta", "beratung"), wall, Reason.NOT_YOUR_ROLE),
        (("berta", "beratung"), new_id(), Reason.NOT_YOUR_ROLE),
    ):
        assert _at_wall(house, who, known, named) == Refused(reason)
        assert newest(house, Act.WALL_LIFT)["decision"] == "refused"


def test_an_officer_knocks_at_an_emergency_and_nobody_else(house: House) -> None:
    berta = house.actor("berta", "beratung")
    emergency = declared(house, berta, new_client(house, berta), "health").id
    before = len(log(house))
    assert _at_emergency(house, ("olga", "datenschutz"), emergency) is None
    assert len(log(house)) == before
    assert _at_emergency(house, ("olga", "datenschutz"), emergency, again=True) is None
    assert newest(house, Act.EMERGENCY_REVIEW)["details"] == {"again": "yes"}
    for who, named, reason in (
        (("olga", "datenschutz"), new_id(), Reason.NOT_OPEN),
        (("frieda", "frauenhaus"), emergency, Reason.NOT_OPEN),
        (("frieda", "frauenhaus"), new_id(), Reason.NOT_OPEN),
        (("berta", "beratung"), emergency, Reason.NOT_YOUR_ROLE),
    ):
        assert _at_emergency(house, who, named) == Refused(reason)
        assert newest(house, Act.EMERGENCY_REVIEW)["decision"] == "refused"


def test_a_pair_lets_in_whoever_may_lift_it(house: House) -> None:
    lea, olga = house.actor("lea", "frauenhaus"), house.actor("olga", "datenschutz")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, lea, hers, his)
    work = house.work(lea)
    assert knock_at_pair(work, lea, hers.id, pair) is None
    for client, asked in ((hers.id, new_id()), (his.id, pair)):
        assert knock_at_pair(work, lea, client, asked) == Refused(Reason.NOT_OPEN)
    work.finish()
    work = house.work(olga)
    assert knock_at_pair(work, olga, his.id, pair, again=True) is None
    work.finish()
    assert newest(house, Act.APART_LIFT)["details"] == {"again": "yes"}

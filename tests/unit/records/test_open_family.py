from uuid import UUID

from caseflow.database.tables.family import Guardian
from caseflow.records.family import Family
from caseflow.records.open_family import open_family
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.states import Kin
from tests.factories.clients import Known, case_at, new_client
from tests.factories.guardians import FATHER, linked, written_down
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, shared, traces


def family(house: House, actor: Actor, known: Known) -> Family:
    answer = do(house, actor, open_family, known.id)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def relatives(house: House, actor: Actor, known: Known) -> list[tuple[UUID, str, str, str]]:
    found = family(house, actor, known).relatives
    return [(each.client, each.kin.value, each.code, each.name) for each in found]


def test_guardians_travel_with_the_family_drawer(house: House) -> None:
    known, berta, frieda = shared(house, "family")
    written_down(house, berta, known)
    written_down(house, berta, known, "Oma Schmidt", blocked="")
    (father, oma) = family(house, frieda, known).guardians
    assert (father.name, father.blocked, oma.name, oma.blocked) == (
        FATHER,
        "violent",
        "Oma Schmidt",
        "",
    )
    told = traces(house, Act.FAMILY_READ)[-1]
    assert {each["category"] for each in told["drawers"]} == {"family"}


def test_what_is_closed_is_not_there(house: House) -> None:
    known, berta, frieda = shared(house, "health")
    written_down(house, berta, known)
    assert family(house, frieda, known).guardians == ()
    ida = house.actor("ida", "wohnen")
    assert do(house, ida, open_family, known.id) == Refused()


def test_a_relative_is_shown_to_whom_she_is_open_and_to_nobody_else(house: House) -> None:
    known, berta, frieda = shared(house, "family")
    child = new_client(house, berta, "Kind")
    linked(house, berta, known, child)
    linked(house, berta, child, known, Kin.MOTHER)
    assert relatives(house, berta, known) == [(child.id, "child", child.code, "Kind")]
    assert relatives(house, berta, child) == [(known.id, "mother", known.code, "")]
    assert relatives(house, frieda, known) == []
    shown = len(traces(house, Act.CLIENT_SHOWN))
    case_at(house, frieda, child)
    assert relatives(house, frieda, known) == [(child.id, "child", child.code, "")]
    assert len(traces(house, Act.CLIENT_SHOWN)) == shown + 1
    linked(house, frieda, known, child)  # told here too: shown once, by the own link
    (own,) = family(house, frieda, known).relatives
    assert own.origin.unit == frieda.unit


def test_a_damaged_guardian_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    guardian = written_down(house, berta, known)
    damage(house, Guardian, "name")
    assert [each.id for each in family(house, berta, known).damaged] == [guardian]

from uuid import UUID

from caseflow.database.tables.family import Guardian
from caseflow.vault.own_rows import own_rows
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import permitted
from tests.factories.guardians import FATHER, written_down
from tests.factories.house import House
from tests.unit.records.desk_work import damage, shared


def names(house: House, slug: str, known: UUID) -> list[str]:
    actor = house.actor({"beratung": "berta", "frauenhaus": "frieda"}[slug], slug)
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.GUARDIAN_WRITE, known))
    found = [each.texts["name"] for each in own_rows(work, given, Guardian, "family")]
    work.finish()
    return found


def test_own_rows_open_inside_an_act_and_those_of_others_are_not_own(house: House) -> None:
    known, berta, frieda = shared(house, "family")
    assert names(house, "beratung", known.id) == []
    written_down(house, berta, known)
    assert names(house, "beratung", known.id) == [FATHER]
    assert names(house, "frauenhaus", known.id) == []
    written_down(house, frieda, known, "Oma Schmidt", blocked="")
    assert names(house, "frauenhaus", known.id) == ["Oma Schmidt"]


def test_a_damaged_row_is_left_out(house: House) -> None:
    known, berta, _ = shared(house, "health")
    written_down(house, berta, known)
    damage(house, Guardian, "relation")
    assert names(house, "beratung", known.id) == []

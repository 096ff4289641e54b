import pytest
from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.exceptions import record_wall
from caseflow.vault.bases import use_all
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.permit_beside import permit_beside
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.kept_apart import created
from tests.unit.vault.reading import log, newest

ASKED = Act.APART_RECORD


def test_both_are_permitted_each_use_by_itself(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    one, other = created(house, lea), created(house, lea)
    work = house.work(lea)
    given = permit(work, lea, Ask(ASKED, one.id))
    assert isinstance(given, Permit)
    beside = permit_beside(work, given, other.id)
    assert isinstance(beside, Permit)
    assert beside.entry != given.entry
    trace(work, given, Deeds())
    trace(work, beside, Deeds())
    work.finish()
    first, second = [each for each in log(house) if each["act"] == ASKED]
    assert [first["client"], second["client"]] == [str(one.id), str(other.id)]
    uses = {(each["id"], each["use"]) for each in (*first["bases"], *second["bases"])}
    assert len(uses) == len(first["bases"]) + len(second["bases"])


def test_a_refusal_takes_back_what_the_first_used_and_is_the_one_trace(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    one = created(house, lea)
    before = len(log(house))
    work = house.work(lea)
    given = permit(work, lea, Ask(ASKED, one.id))
    assert isinstance(given, Permit)
    nobody = new_id()
    assert permit_beside(work, given, nobody) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert len(log(house)) == before + 1
    assert newest(house, ASKED)["client"] == str(nobody)
    assert used(house, lea) == 0


def test_who_is_behind_a_wall_raises_the_same_alarm_as_ever(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    one, other = created(house, frieda), created(house, lea)
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, other.id, frieda.staff), Done)
    work.finish()
    work = house.work(frieda)
    given = permit(work, frieda, Ask(ASKED, one.id))
    assert isinstance(given, Permit)
    assert permit_beside(work, given, other.id) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.ALARM_WALL)["client"] == str(other.id)


def test_a_basis_that_was_changed_begins_the_whole_act_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea = house.actor("lea", "frauenhaus")
    one, other = created(house, lea), created(house, lea)
    work = house.work(lea)
    given = permit(work, lea, Ask(ASKED, one.id))
    assert isinstance(given, Permit)

    def overtaken(*asked: object) -> object:
        (case,) = work.session.scalars(select(Case).where(Case.client_id == other.id))
        seal = case.row_seal
        change(work, case, generation=7)
        case.__dict__["row_seal"] = seal
        return use_all(*asked)  # type: ignore[arg-type]  # handed on as it was given

    monkeypatch.setattr("caseflow.vault.permit_beside.use_all", overtaken)
    with pytest.raises(Stale):
        permit_beside(work, given, other.id)


def used(house: House, actor: Actor) -> int:
    with house.sessions() as session:
        return session.scalars(select(Case.uses).where(Case.unit_id == actor.unit)).one()

from sqlalchemy import select

from caseflow.database.tables.clients import Wall
from caseflow.exceptions import record_wall
from caseflow.exceptions.note_lifted import note_lifted
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House


def test_it_is_lifted_once_and_with_a_reason(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    work = house.work(lea)
    record_wall(work, lea, known.id, frieda.staff)
    work.finish()

    def lifted(reason: str) -> Invalid | Refused | None:
        given = permit(work, lea, Ask(Act.WALL_LIFT, known.id))
        assert isinstance(given, Permit)
        return note_lifted(work, given, work.session.scalars(select(Wall)).one(), reason)

    assert lifted("") == Invalid((Problem("reason", "required"),))
    assert lifted("Irrtum") is None
    work.finish()
    assert lifted("Irrtum") == Refused(Reason.TOO_LATE)
    row = work.session.scalars(select(Wall)).one()
    assert (row.lifted_by, row.lifted_at) == (lea.staff, work.clock.now())
    assert b"Irrtum" not in (row.reason or b"")

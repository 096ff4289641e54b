from caseflow.letters.keep_letter import surroundings
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vault.safe_ways import unknown_ways
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.letters import Addressee
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_the_sender_is_provider_and_unit_and_every_unit_is_a_name_to_leave_out(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    work = house.work(berta)
    given = permit(work, berta, Ask(Act.DOCUMENT_WRITE, known.id))
    assert isinstance(given, Permit)
    around = surroundings(work, given, Addressee.CLIENT, unknown_ways())
    assert around.sender[0] == work.configuration.provider
    assert around.sender[1] in around.names
    assert set(around.names) > set(around.sender[:2])
    assert around.kept == work.configuration.units[UnitKind.COUNSELLING].categories
    work.abandon()

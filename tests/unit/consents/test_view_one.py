from caseflow.consents.view_one import view_one
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House


def test_a_unit_finds_its_part_with_what_waits_and_no_other(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Adresse", "whereabouts"))
    for actor in (frieda, wanda):
        case_at(house, actor, known)
    offered = offer([berta.unit], [frieda.unit], "whereabouts")
    consent = agreed(house, frieda, known, declaration(offered)).id
    for actor, waiting in ((frieda, ("whereabouts",)), (wanda, None)):
        work = house.work(actor)
        given = permit(work, actor, Ask(Act.CONSENT_READ, known.id))
        assert isinstance(given, Permit)
        view = view_one(work, given, consent)
        assert (None if view is None else view.pending_categories) == waiting
        assert view_one(work, given, new_id()) is None
        work.abandon()

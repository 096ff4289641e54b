from caseflow.records import client_overview, open_intake, open_story
from caseflow.records.overview import DrawerView, overview
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.house import House

OWN, OTHER = new_id(), new_id()
VIEW = DrawerView(OTHER, "health", Basis(BasisKind.CONSENT, new_id()))


def test_the_own_unit_is_named_only_where_it_has_a_case() -> None:
    assert set(overview(new_id(), "code", new_id(), OWN, [VIEW]).units) == {OWN, OTHER}
    assert overview(new_id(), "", None, OWN, [VIEW]).units == (OTHER,)


def test_story_and_form_show_the_same_head_as_the_overview(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    alone = client_overview(house.work(frieda), frieda, known.id)
    story = open_story(house.work(frieda), frieda, known.id)
    form = open_intake(house.work(frieda), frieda, known.id)
    assert isinstance(alone, Disclosed)
    assert isinstance(story, Disclosed)
    assert isinstance(form, Disclosed)
    assert alone.value.code == known.code
    assert alone.value == story.value.overview == form.value.overview

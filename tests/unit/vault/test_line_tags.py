import pytest

from caseflow.keys.unit_keys import renew_unit
from caseflow.vault.line_tags import line_tags
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_the_same_line_has_the_same_tag_in_the_same_unit(house: House) -> None:
    lea = house.actor("lea", "beratung")
    tags = line_tags(house.work(lea), lea.unit, "eine Zeile")
    assert [len(tag) for tag in tags] == [32]
    assert line_tags(house.work(lea), lea.unit, "eine Zeile") == tags
    assert line_tags(house.work(lea), lea.unit, "eine andere") != tags


def test_two_units_never_see_that_they_have_the_same_line(house: House) -> None:
    found = set()
    for slug in ("beratung", "frauenhaus"):
        lea = house.actor("lea", slug)
        found.add(line_tags(house.work(lea), lea.unit, "eine Zeile"))
    assert len(found) == 2


def test_a_line_is_known_again_under_a_renewed_key(house: House) -> None:
    lea = house.actor("lea", "beratung")
    (first,) = line_tags(house.work(lea), lea.unit, "eine Zeile")
    work = house.work(lea)
    renew_unit(work, lea.unit, new_id())
    work.finish()
    newest, former = line_tags(house.work(lea), lea.unit, "eine Zeile")
    assert former == first
    assert newest != first


def test_without_the_unit_s_key_there_is_no_tag(house: House) -> None:
    with pytest.raises(MissingKey):
        line_tags(house.work(), house.units["beratung"], "eine Zeile")

import pytest

from caseflow.drafts.places import client_of, is_place, tag_of
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.handovers import sent
from tests.factories.house import House


@pytest.mark.parametrize("path", ["/", "/clients/new", "/clients/{id}/entries/new"])
def test_a_path_of_ours_is_a_place(path: str) -> None:
    assert is_place(path.replace("{id}", str(new_id())))


@pytest.mark.parametrize(
    "path", ["", "x", "//other.example/x", "/a?b=c", "/a#b", "/ä", "/a b", "/" + "a" * 200]
)
def test_what_is_no_path_of_ours_is_none(path: str) -> None:
    assert not is_place(path)


def test_a_client_is_known_by_the_path_or_by_whose_row_it_names(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    slip = sent(house, berta, known, "frauenhaus")
    work, nobody = house.work(), new_id()
    assert client_of(work, f"/clients/{nobody}/entries/new") == nobody  # asked of no table
    assert client_of(work, f"/clients/{nobody}") == nobody
    assert client_of(work, f"/clients/{str(nobody).upper()}/entries/new") == nobody
    assert client_of(work, f"/handovers/{slip}/decline") == known.id
    assert client_of(work, f"/handovers/{str(slip).upper()}/decline") == known.id
    assert client_of(work, f"/handovers/{nobody}/decline") is None
    assert client_of(work, "/clients/new") is None


def test_the_digest_tells_person_unit_and_path_apart(house: House) -> None:
    work = house.work()
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    asked = ((lea, "/a"), (lea, "/b"), (berta, "/a"), (house.actor("lea", "frauenhaus"), "/a"))
    assert len({tag_of(work, *each) for each in asked}) == len(asked)
    assert tag_of(work, lea, "/a") == tag_of(work, house.actor("lea", "beratung"), "/a")

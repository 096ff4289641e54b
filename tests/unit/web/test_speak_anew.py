import pytest

from caseflow.vocabulary.acts import Act
from tests.factories.application import Visitor
from tests.factories.clients import consented, new_client
from tests.factories.house import House
from tests.factories.told_log import told


def test_what_was_typed_stands_in_the_other_language_and_this_one_is_kept(visitor: Visitor) -> None:
    answer = visitor.send("/log-in", email="berta@example.org", password="geheim", speak="en")
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text
    assert "berta@example.org" in answer.text
    assert "geheim" not in answer.text
    assert "Nothing has been saved yet." in answer.text
    assert '<html lang="en"' in visitor.look("/log-in").text


@pytest.mark.parametrize("language", ["fr", "", "../de"])
def test_a_language_that_is_not_offered_is_not_there(visitor: Visitor, language: str) -> None:
    assert visitor.send("/log-in", email="x", password="y", speak=language).status_code == 404
    assert '<html lang="de"' in visitor.look("/log-in").text


def test_what_would_do_something_all_the_same_does_nothing(house: House, visitor: Visitor) -> None:
    visitor.log_in("berta")
    answer = visitor.send("/log-out", "/", speak="en")
    assert answer.status_code == 400
    assert visitor.look("/").status_code == 200
    assert "logout" not in [each["act"] for each in told(house)]


def test_an_act_that_reads_no_form_and_shows_a_page_does_nothing_either(
    house: House, visitor: Visitor
) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    visitor.log_in("berta")
    address = f"/clients/{known.id}/withdrawal"
    assert visitor.send(address, speak="en").status_code == 400
    assert Act.CONSENT_WITHDRAW not in [each["act"] for each in told(house)]
    assert visitor.send(address).status_code == 200
    assert Act.CONSENT_WITHDRAW in [each["act"] for each in told(house)]

import pytest

from caseflow.identity import invite
from caseflow.identity.check_account import Account
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House

PASSWORD = "sieben lose ziegel am weg"


@pytest.fixture
def link(house: House) -> str:
    work = house.work_as("lea", "beratung")
    answer = invite(work, house.actor("lea", "beratung"), Account("neu@example.org", "Neu", "de"))
    assert isinstance(answer, Done)
    work.finish()
    return f"/invitation/{answer.value.token}"


def test_who_joins_reads_six_words_and_can_log_in(visitor: Visitor, link: str) -> None:
    answer = visitor.send(link, password=PASSWORD, password_again=PASSWORD)
    assert answer.status_code == 200
    assert answer.text.count('<li lang="en">') == 6
    assert visitor.log_in("neu", PASSWORD).status_code == 303
    assert "Bereich" in visitor.look("/").text


def test_a_link_works_once(visitor: Visitor, link: str) -> None:
    visitor.send(link, password=PASSWORD, password_again=PASSWORD)
    again = visitor.send(link, password=PASSWORD, password_again=PASSWORD)
    assert again.status_code == 404


def test_a_link_never_issued_looks_like_any_other_until_it_is_sent(visitor: Visitor) -> None:
    assert visitor.look("/invitation/x").status_code == 200
    refused = visitor.send("/invitation/x", password=PASSWORD, password_again=PASSWORD)
    assert refused.status_code == 404


def test_two_different_passwords_are_no_password(visitor: Visitor, link: str) -> None:
    answer = visitor.send(link, password=PASSWORD, password_again=PASSWORD + "e")
    assert answer.status_code == 422
    assert "nicht gleich" in answer.text
    assert visitor.log_in("neu", PASSWORD).status_code == 422


@pytest.mark.parametrize(
    ("password", "sentence"), [("x4kq!", "mindestens 12 Zeichen"), ("password1234", "andere")]
)
def test_a_weak_password_is_refused_with_a_sentence(
    visitor: Visitor, link: str, password: str, sentence: str
) -> None:
    answer = visitor.send(link, password=password, password_again=password)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert password not in answer.text

from bs4 import Tag

from tests.factories.application import Visitor
from tests.factories.house import PASSWORD
from tests.factories.read_page import read_page


def drawn(visitor: Visitor) -> None:
    visitor.log_in("berta")
    answer = visitor.send("/curtain", "/sessions", next="/sessions")
    assert (answer.status_code, answer.location) == (303, "/curtain?next=/sessions")


def lifted(visitor: Visitor, password: str, **more: str) -> tuple[int, str | None]:
    answer = visitor.send("/curtain/lift", "/curtain?next=/sessions", password=password, **more)
    return answer.status_code, answer.location


def test_behind_the_curtain_no_page_answers_until_the_password_is_given(visitor: Visitor) -> None:
    drawn(visitor)
    assert visitor.look("/sessions").location == "/curtain?next=/sessions"
    assert visitor.look("/nothing").status_code == 404
    shown = read_page(visitor.look("/curtain?next=/sessions").text)
    assert isinstance(shown.title, Tag)
    assert shown.title.text == "–"
    assert "Beratung" not in shown.text
    assert lifted(visitor, "nicht das richtige", next="/sessions") == (422, None)
    assert visitor.look("/sessions").status_code == 303
    assert lifted(visitor, PASSWORD, next="/sessions") == (303, "/sessions")
    assert visitor.look("/sessions").status_code == 200


def test_what_is_sent_behind_the_curtain_is_not_done_and_not_lost(visitor: Visitor) -> None:
    visitor.log_in("berta")
    visitor.send("/curtain", "/")
    answer = visitor.send("/own-address", "/curtain", street="Lindenweg 3", postal_code="12345")
    assert answer.status_code == 401
    assert "Lindenweg 3" in answer.text
    lifted(visitor, PASSWORD)
    assert "Lindenweg" not in visitor.look("/own-address").text


def test_a_script_is_answered_without_a_page(visitor: Visitor) -> None:
    drawn(visitor)
    assert lifted(visitor, PASSWORD, quietly="yes") == (204, None)
    visitor.send("/log-out", "/")
    over = visitor.send("/curtain/lift", "/log-in", password=PASSWORD, quietly="yes")
    assert over.status_code == 401


def test_without_a_session_there_is_nothing_to_lift(visitor: Visitor) -> None:
    assert visitor.look("/curtain?next=/figures").location == "/figures"
    assert visitor.send("/curtain", "/log-in").location == "/curtain?next=/"
    assert visitor.send("/curtain/lift", "/log-in", password=PASSWORD).location == "/"
    assert visitor.send("/curtain/lift", "/log-in", password="").status_code == 422


def test_too_many_tries_are_held_back(visitor: Visitor) -> None:
    drawn(visitor)
    told = [lifted(visitor, "nicht das richtige")[0] for _ in range(6)]
    assert told == [422] * 5 + [429]

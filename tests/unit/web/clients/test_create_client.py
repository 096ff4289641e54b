from tests.factories.application import Visitor
from tests.factories.read_page import read_page


def test_a_client_with_a_name_is_created_and_found(berta: Visitor) -> None:
    typed: dict[str, str | list[str]] = {
        "client_name": "Yildiz, Ayse",
        "mother_tongue": "Türkisch",
        "interpreter_need.yes_no": "yes",
        "safe_contact_rules": ["sms", "number_hidden"],
    }
    answer = berta.send("/clients/new", None, **typed)
    assert answer.status_code == 303
    page = berta.look(answer.location).text
    assert "Klientencode" in page
    assert "Wie es weitergeht:" in page
    assert "Yildiz, Ayse" in berta.look("/").text
    story = berta.look(f"{answer.location}/story").text
    assert "Nummer unterdrücken, SMS" in story


def test_an_anonymous_client_has_her_code(berta: Visitor) -> None:
    answer = berta.send("/clients/new", anonymous="true")
    assert answer.status_code == 303
    page = read_page(berta.look("/").text)
    assert "ohne Namen" in [each.text for each in page.select(".person .name")]


def test_a_name_or_the_wish_to_have_none(berta: Visitor) -> None:
    neither = berta.send("/clients/new", safe_phone="01520 0000000")
    assert neither.status_code == 422
    assert "Schreiben Sie einen Namen" in neither.text
    assert "01520 0000000" in neither.text
    both = berta.send("/clients/new", client_name="Öztürk", anonymous="true")
    assert both.status_code == 422
    assert "checked" in both.text


def test_nothing_is_lost_when_something_cannot_be_read(berta: Visitor) -> None:
    answer = berta.send(
        "/clients/new", client_name="Öztürk", **{"interpreter_need.yes_no": "perhaps"}
    )
    assert answer.status_code == 422
    assert "Öztürk" in answer.text
    assert "Wählen Sie ja oder nein." in answer.text
    assert berta.send("/clients/new", shoe_size="38").status_code == 422


def test_an_officer_receives_nobody(visitor: Visitor) -> None:
    visitor.log_in("olga")
    assert visitor.look("/clients/new").status_code == 404

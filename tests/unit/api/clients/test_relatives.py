from caseflow.api.clients.relatives import LinkedRelative, ShownRelative
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program


def test_the_shapes_are_fixed() -> None:
    assert set(LinkedRelative().fields) == {"id", "client", "code"}
    assert set(ShownRelative().fields) == {"id", "client", "code", "kin", "name", "unit"}


def test_a_child_gets_an_empty_record_and_links_show_to_whom_both_are_open(
    berta: Program, frieda: Program, made: Storied, house: House
) -> None:
    address = f"/clients/{made.id}/relatives"
    opened = berta.send("POST", address, {"unit": "beratung", "kin": "child"})
    assert opened.status_code == 201
    assert {"relative.write", "client.create"} <= set(acts_of(house, opened))
    child = opened.get_json()
    story = berta.get(f"/clients/{child['client']}/story").get_json()
    assert (story["entries"], story["facts"], story["summary"]) == ([], [], [])
    (listed,) = berta.get(address).get_json()["items"]
    assert listed == {**child, "kin": "child", "name": None, "unit": "beratung"}
    (mother,) = berta.get(f"/clients/{child['client']}/relatives").get_json()["items"]
    assert (mother["client"], mother["kin"]) == (str(made.id), "mother")
    assert frieda.get(address).get_json()["items"] == []
    assert frieda.get(f"/clients/{child['client']}/relatives").status_code == 404


def test_a_client_is_linked_by_her_code_and_a_mistake_is_ended(
    berta: Program, made: Storied
) -> None:
    other = berta.send("POST", "/clients", {"unit": "beratung"}).get_json()
    body = {"kin": "mother", "code": other["code"]}
    link = berta.send("POST", f"/clients/{made.id}/relatives", body)
    assert (link.status_code, link.get_json()["client"]) == (201, other["id"])
    assert berta.send("DELETE", f"/relatives/{link.get_json()['id']}").status_code == 204
    for client in (made.id, other["id"]):
        assert berta.get(f"/clients/{client}/relatives").get_json()["items"] == []


def test_of_a_closed_client_the_answer_is_that_of_a_code_that_nobody_has(
    berta: Program, ida: Program, made: Storied
) -> None:
    closed = ida.send("POST", "/clients", {"unit": "wohnen"}).get_json()["code"]
    address = f"/clients/{made.id}/relatives"
    nobody = "W3GY-5RZ4-WQKE-FT79-2F"
    answers = [
        berta.send("POST", address, {"kin": "child", "code": code}) for code in (closed, nobody)
    ]
    assert [each.status_code for each in answers] == [422, 422]
    assert answers[0].get_data() == answers[1].get_data()


def test_closed_is_as_if_it_never_was(berta: Program, ida: Program, made: Storied) -> None:
    body = {"kin": "child"}
    link = berta.send("POST", f"/clients/{made.id}/relatives", body).get_json()["id"]
    assert_unknown_alike(ida, "GET", "/clients/{}/relatives", made.id)
    assert_unknown_alike(ida, "POST", "/clients/{}/relatives", made.id, body)
    assert_unknown_alike(ida, "DELETE", "/relatives/{}", link)


def test_every_problem_is_named(berta: Program, made: Storied) -> None:
    address = f"/clients/{made.id}/relatives"
    assert errors(berta, "POST", address, {"kin": "aunt", "code": "x"}).keys() == {"kin"}
    assert errors(berta, "POST", address, {"kin": "mother"}).keys() == {"code"}
    strange = errors(berta, "POST", address, {"kin": "child", "code": "x"})
    assert strange == {"code": ["x is no client code; look at the card once more."]}
    assert errors(berta, "POST", address, {"more": 1}).keys() == {"kin", "more"}

from tests.factories.clients import Known
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

SAID = {"unit": "frauenhaus", "text": "So war es nicht.", "said_on": "2026-03-01"}


def test_her_word_is_written_beside_a_piece_and_settled_by_its_unit(
    frieda: Program, berta: Program, ida: Program, made: Storied, house: House
) -> None:
    address = f"/clients/{made.id}/corrections"
    body = {**SAID, "piece": str(made.entry)}
    written = frieda.send("POST", address, body, {"Idempotency-Key": "once"})
    assert (written.status_code, written.headers["ETag"]) == (201, '"1"')
    assert acts_of(house, written).count("correction.record") == 1
    again = frieda.send("POST", address, body, {"Idempotency-Key": "once"})
    word = again.get_json()["id"]
    assert word == written.get_json()["id"]
    for program in (frieda, berta):
        entry = program.get(f"/entries/{made.entry}").get_json()
        assert entry["not_so"] == [
            {
                "id": word,
                "said_on": "2026-03-01",
                "text": "So war es nicht.",
                "outcome": "open",
                "reply": "",
                "version": 1,
            }
        ]
    settling, stays = f"/corrections/{word}", {"outcome": "stands", "reply": "Laut Bericht."}
    for program in (frieda, ida):
        assert_unknown_alike(program, "PATCH", "/corrections/{}", word, stays)
    assert berta.send("PATCH", settling, stays).status_code == 428
    wrong, headers = {"outcome": "stands"}, {"If-Match": '"1"'}
    assert errors(berta, "PATCH", settling, wrong, headers=headers).keys() == {"reply"}
    early = {"outcome": "changed"}
    assert errors(berta, "PATCH", settling, early, headers=headers).keys() == {"outcome"}
    done = berta.send("PATCH", settling, stays, headers)
    assert (done.status_code, done.headers["ETag"]) == (200, '"2"')
    story = frieda.get(f"/clients/{made.id}/story").get_json()
    [entry] = [each for each in story["entries"] if each["id"] == str(made.entry)]
    assert [(each["outcome"], each["reply"]) for each in entry["not_so"]] == [
        ("stands", "Laut Bericht.")
    ]


def test_closed_is_as_if_it_never_was_and_what_is_wrong_is_named(
    ida: Program, frieda: Program, made: Storied
) -> None:
    body = {**SAID, "piece": str(made.entry)}
    unit = {**body, "unit": "wohnen"}
    assert_unknown_alike(ida, "POST", "/clients/{}/corrections", made.id, unit)
    address = f"/clients/{made.id}/corrections"
    wrong = {**body, "text": " ", "said_on": "31.6.2022"}
    assert errors(frieda, "POST", address, wrong).keys() == {"text", "said_on"}
    unknown = frieda.send("POST", address, {**body, "piece": str(made.goal)})
    assert unknown.status_code == 404  # of a goal nothing is said


def test_in_a_closed_case_both_take_a_reason(berta: Program, made: Storied, house: House) -> None:
    close(house, Known(made.id, made.code))
    address, stays = f"/clients/{made.id}/corrections", {"outcome": "stands", "reply": "Ja."}
    body = {**SAID, "unit": "beratung", "piece": str(made.entry)}
    assert errors(berta, "POST", address, body).keys() == {"reason"}
    why = {"reason": "Sie hat angerufen."}
    word = berta.send("POST", address, {**body, **why}).get_json()["id"]
    settling, headers = f"/corrections/{word}", {"If-Match": '"1"'}
    assert errors(berta, "PATCH", settling, stays, headers=headers).keys() == {"reason"}
    assert berta.send("PATCH", settling, {**stays, **why}, headers).status_code == 200

from uuid import uuid4

from bs4 import BeautifulSoup

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.known_clients import Storied

SAID = "So war es nicht, es war der Bruder."


def _page(visitor: Visitor, address: str) -> BeautifulSoup:
    return BeautifulSoup(visitor.look(address).text, "html.parser")


def test_her_word_is_chosen_for_written_shown_and_settled(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    hers = f"/clients/{made.id}"
    chosen = [
        link["href"] for link in _page(visitor, f"{hers}/corrections").select(".choose-piece a")
    ]
    address = f"{hers}/pieces/{made.entry}/correction"
    assert address in chosen
    form = visitor.look(address).text
    assert ("Vorfall am Abend" in form, 'name="version" value="1"' in form) == (True, True)
    wrong = visitor.send(address, text="", said_on="31.6.2022")
    assert (wrong.status_code, wrong.text.count('class="problem"')) == (422, 2)
    sent = visitor.send(address, text=SAID, said_on="1.3.2026", version="1")
    assert sent.location == f"{hers}/story"
    [shown] = _page(visitor, f"{hers}/story").select(".timeline .not-so")
    assert SAID in shown.text
    assert "Berta" not in shown.text
    assert "Frieda" not in shown.text  # at whose desk she said it is told to nobody
    assert _page(visitor, f"{hers}/corrections").select("a.primary") == []  # it is not theirs
    for unknown in (uuid4(), made.goal):
        assert visitor.look(f"{hers}/pieces/{unknown}/correction").status_code == 404


def test_in_a_closed_case_her_word_is_written_down_and_settled_for_a_reason(
    made: Storied, house: House, visitor: Visitor
) -> None:
    close(house, Known(made.id, made.code))
    visitor.log_in("berta")
    hers, why = f"/clients/{made.id}", {"reason": "Sie hat angerufen."}
    assert _reason_asked(visitor.look(f"{hers}/corrections").text)
    listed = visitor.send(f"{hers}/corrections", **why).text
    address = f"{hers}/pieces/{made.entry}/correction"
    assert f'action="{address}"' in listed
    assert _reason_asked(visitor.look(address).text)
    assert 'name="text"' in visitor.send(address, **why).text
    assert visitor.send(address, text="", **why).status_code == 422
    assert visitor.send(address, text=SAID, reason="").status_code == 409
    assert visitor.send(address, text=SAID, **why).location == f"{hers}/corrections"
    page = BeautifulSoup(visitor.send(f"{hers}/corrections", **why).text, "html.parser")
    [form] = page.select("article form:has(> button.primary)")
    settling = str(form["action"])
    assert "Fall wieder eröffnen" in visitor.send(settling, **why).text
    stays = {"outcome": "stands", "reply": "So steht es im Bericht.", "version": "1"}
    assert visitor.send(settling, **stays).status_code == 409
    assert visitor.send(settling, **stays, **why).location == f"{hers}/corrections"
    shown = visitor.send(f"{hers}/corrections", **why).text
    assert (SAID in shown, "So steht es im Bericht." in shown) == (True, True)


def _reason_asked(text: str) -> bool:
    return 'name="reason"' in text and SAID not in text and "Vorfall am Abend" not in text


def test_who_does_not_see_her_finds_nothing_there(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    for address in ("corrections", f"pieces/{made.entry}/correction", f"corrections/{uuid4()}"):
        assert visitor.look(f"/clients/{made.id}/{address}").status_code == 404
    answer = visitor.send(
        f"/clients/{made.id}/pieces/{made.entry}/correction", "/look-up", text="x"
    )
    assert answer.status_code == 404

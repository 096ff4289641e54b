from uuid import uuid4

from bs4 import BeautifulSoup

from tests.factories.application import Visitor
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


def test_who_does_not_see_her_finds_nothing_there(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    for address in ("corrections", f"pieces/{made.entry}/correction", f"corrections/{uuid4()}"):
        assert visitor.look(f"/clients/{made.id}/{address}").status_code == 404
    answer = visitor.send(
        f"/clients/{made.id}/pieces/{made.entry}/correction", "/look-up", text="x"
    )
    assert answer.status_code == 404

from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.suspended import SIZE, suspend

SUSPENDED = "Das Teilen ist ausgesetzt"
BANNER = "aus einer Sicherung wiederhergestellt"


def test_an_officer_says_that_she_has_compared_and_sharing_goes_on(
    house: House, olga: Visitor
) -> None:
    assert "nie wiederhergestellt" in olga.look("/log/restored").text
    suspend(house)
    assert 'href="/log/restored"' in olga.look("/log/restored").text
    text = olga.look("/log/restored").text
    assert SUSPENDED in text
    assert str(SIZE) in text
    assert olga.send("/log/restored").status_code == 422
    assert SUSPENDED in olga.look("/log/restored").text
    assert olga.send("/log/restored", compared="true").status_code == 303
    assert SUSPENDED not in olga.look("/log/restored").text


def test_everybody_is_told_on_her_pages(house: House, known: Known, app: Flask) -> None:
    berta = visiting(app, "berta")
    story = f"/clients/{known.id}/story"
    assert BANNER not in berta.look(story).text
    suspend(house)
    assert BANNER in berta.look(story).text

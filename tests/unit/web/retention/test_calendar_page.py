from flask import Flask

from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.retention import closed_client, held, years_later


def test_the_officer_sees_counts_and_makes_a_list(house: House, app: Flask) -> None:
    olga = visiting(app, "olga")
    assert "Noch wird nichts fällig" in olga.look("/retention").text
    held(house, new_client(house, house.actor("berta", "beratung")).id)
    erased(house, new_client(house, house.actor("berta", "beratung")).id)
    assert olga.send("/retention/runs", "/retention").status_code == 422
    known = closed_client(house)
    years_later(house, 5)
    olga = visiting(app, "olga")
    page = olga.look("/retention").text
    assert "Januar 2030" in page
    assert "Fallakte" in page
    assert str(known.id) not in page
    sent = olga.send("/retention/runs", "/retention")
    assert sent.status_code == 303
    assert str(known.id) in olga.look(sent.location).text

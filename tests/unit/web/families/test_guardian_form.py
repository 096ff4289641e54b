from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import visiting
from tests.unit.web.families.conftest import Kept, soup

OMA = {"name": "Schmidt, Erna", "relation": "Oma", "authority": "custody_sole", "blocked": ""}


def test_a_guardian_is_written_down_and_changed(berta: Visitor, kept: Kept) -> None:
    address = f"/clients/{kept.mother.id}/guardians/new"
    empty = soup(berta, address)
    assert empty.select("select option[selected]") == []
    answer = berta.send(address, **OMA)
    assert answer.location == f"/clients/{kept.mother.id}/family"
    assert "Schmidt, Erna" in berta.look(answer.location).text
    change = f"/clients/{kept.child.id}/guardians/{kept.father}"
    held = soup(berta, change).select_one("#name")
    assert held is not None
    assert held["value"] == "Beispiel, Karim"
    typed = {**OMA, "name": "Beispiel, Karim Josef", "blocked": "violent", "version": "1"}
    assert berta.send(change, **typed).location == f"/clients/{kept.child.id}/family"
    assert "Karim Josef" in berta.look(f"/clients/{kept.child.id}/family").text
    # Who was slower sees both, and hers is taken the next time.
    late = berta.send(change, **{**typed, "name": "Beispiel, K."})
    assert late.status_code == 409
    assert "Karim Josef" in late.text
    assert 'value="Beispiel, K."' in late.text
    assert 'name="version" value="2"' in late.text
    assert berta.send(change, **{**typed, "version": "2"}).status_code == 303


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
    berta: Visitor, kept: Kept
) -> None:
    for address, more in (
        (f"/clients/{kept.child.id}/guardians/new", {}),
        (f"/clients/{kept.child.id}/guardians/{kept.father}", {"version": "1"}),
    ):
        wrong = berta.send(address, **{**OMA, "name": "", "authority": "", **more})
        assert wrong.status_code == 422
        for field in ("name", "authority"):
            assert f'id="{field}-problem"' in wrong.text
        assert "Oma" in wrong.text
        long = berta.send(address, **{**OMA, "name": "x" * 201, **more})
        assert long.status_code == 422


def test_only_who_may_writes_and_only_what_is_her_units_own_is_changed(
    app: Flask, berta: Visitor, kept: Kept
) -> None:
    stranger = visiting(app, "wanda")
    new = f"/clients/{kept.child.id}/guardians/new"
    assert stranger.look(new).status_code == 404
    assert stranger.send(new, "/look-up", **OMA).status_code == 404
    for other in (kept.link, kept.mother.id):
        assert berta.look(f"/clients/{kept.child.id}/guardians/{other}").status_code == 404
    address = f"/clients/{kept.child.id}/guardians/{kept.father}"
    assert stranger.look(address).status_code == 404
    assert stranger.send(address, "/look-up", **OMA, version="1").status_code == 404

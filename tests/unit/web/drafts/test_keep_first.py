from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import PASSWORD, House
from tests.factories.known_clients import Storied
from tests.unit.web.drafts.test_beside_form import KEPT
from tests.unit.web.drafts.test_keep import page_of


def test_what_was_typed_is_kept_before_the_session_is_hidden_or_ended(
    made: Storied, berta: Visitor
) -> None:
    typed = {"form-page": page_of(made), "text": "Mitten im Satz."}
    assert berta.send("/curtain", "/", **typed).location == "/curtain?next=/"
    berta.send("/curtain/lift", "/curtain", password=PASSWORD)
    assert "Mitten im Satz." in berta.look(page_of(made)).text
    typed["text"] = "Und weiter."
    assert berta.send("/leave", "/", **typed).status_code == 200
    berta.log_in("berta")
    page = berta.look(page_of(made)).text
    assert KEPT in page
    assert "Und weiter." in page


def test_nobody_is_held_up_by_what_cannot_be_kept(
    house: House, made: Storied, app: Flask, berta: Visitor
) -> None:
    elsewhere = str(house.actor("lea", "frauenhaus").membership)
    typed = {"form-page": page_of(made), "text": "Im Frauenhaus.", "acting": elsewhere}
    berta.send("/curtain", "/", **typed)
    # Behind it nobody is known, and whoever is logged out is nobody either.
    berta.send("/curtain", "/curtain", **{**typed, "text": "Dahinter."})
    assert Visitor(app).send("/leave", "/log-in", **typed).status_code == 200
    berta.send("/curtain/lift", "/curtain", password=PASSWORD)
    assert KEPT not in berta.look(page_of(made)).text

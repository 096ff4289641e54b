import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import close, consent_form, visiting
from tests.factories.drawn import drawn
from tests.factories.house import House

SCREEN = {"form": "signed_screen", "step": "record"}


@pytest.fixture
def hers(known: Known) -> str:
    return f"/clients/{known.id}"


def _record(house: House, berta: Visitor, hers: str, **changed: str) -> str:
    address = f"{hers}/consents/new"
    typed = consent_form(house, "family", **{**SCREEN, "signature": drawn(), **changed})
    answer = berta.send(address, f"{address}?language=de", **typed)
    assert answer.status_code == 200
    return answer.text.partition("<code>")[2].partition("</code>")[0]


def test_who_recorded_it_sees_the_signature_and_what_nobody_beside_her_was_shown(
    house: House, app: Flask, known: Known, berta: Visitor, hers: str
) -> None:
    consent, forced = _record(house, berta, hers), _record(house, berta, hers, note="7")
    told = berta.look(f"{hers}/declarations").text
    assert told.count("Vermerk 7") == 1
    assert {consent, forced} <= {part.partition("<")[0] for part in told.split("<code>")}
    # Her consents name the one alone that opens something.
    assert consent in berta.look(f"{hers}/consents").text
    assert forced not in berta.look(f"{hers}/consents").text
    picture = berta.look(f"{hers}/consents/{consent}/signature")
    assert (picture.content_type, picture.data[:4]) == ("image/png", b"\x89PNG")
    assert visiting(app, "ida").look(f"{hers}/declarations").status_code == 404
    close(house, known)
    for page in (f"{hers}/declarations", f"{hers}/consents/{consent}/signature"):
        assert "Grund" in berta.look(page).text
        assert berta.send(page, page, reason="").status_code == 422
        assert berta.send(page, page, reason="Nachfrage").status_code == 200
    # What asks for a reason stands in no picture's address.
    assert (
        "<img src"
        not in berta.send(
            f"{hers}/declarations", f"{hers}/declarations", reason="Nachfrage"
        ).text.partition("<main")[2]
    )


def test_what_was_not_free_looks_like_any_other(house: House, berta: Visitor, hers: str) -> None:
    address = f"{hers}/consents/new"
    seen = set()
    for note in ("", "7"):
        typed = consent_form(house, "family", step="record", note=note)
        text = berta.send(address, f"{address}?language=de", **typed).text.partition("<main")[2]
        number = text.partition("<code>")[2].partition("</code>")[0]
        seen.add(text.partition("</main>")[0].replace(number, ""))
    assert len(seen) == 1

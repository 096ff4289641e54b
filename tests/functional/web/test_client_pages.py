"""One client's way through the pages of two units, on each database."""

import re
from uuid import UUID

from flask import Flask

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.identity.end_membership import end_membership
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.clients import Known, consented
from tests.factories.house import House
from tests.factories.known_clients import storied
from tests.factories.read_page import read_page

_CODE = re.compile(r"<code>([0-9A-Z-]{20,})</code>")


def _counselled(visitor: Visitor) -> tuple[str, str]:
    """Receive a client in counselling, and return her address and her code."""
    visitor.log_in("berta")
    answer = visitor.send("/clients/new", None, client_name="Öztürk, Aylin", mother_tongue="tr")
    address = answer.location
    found = _CODE.search(visitor.look(address).text)
    assert found is not None
    typed = {"category": "violence", "kind": "event", "occurred_on": "1.3.2026"}
    visitor.send(f"{address}/entries/new", None, text="Er wartet vor der Tür.", **typed)
    return address, found[1]


def test_she_tells_it_once(house: House, app: Flask) -> None:
    counselling, shelter = Visitor(app), Visitor(app)
    address, code = _counselled(counselling)
    shelter.log_in("frieda")
    assert shelter.look(f"{address}/story").status_code == 404
    assert shelter.send("/look-up", code=code).status_code == 303
    assert shelter.send(f"{address}/case/opening", "/look-up").status_code == 303
    assert "Er wartet vor der Tür." not in shelter.look(f"{address}/story").text
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = Known(UUID(address.rpartition("/")[2]), code)
    consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    story = shelter.look(f"{address}/story").text
    assert "Er wartet vor der Tür." in story
    assert "mit ihrer Einwilligung" in story
    assert "2 von" in shelter.look(f"{address}/intake").text


def test_what_is_closed_and_what_never_was_are_one_page(house: House, app: Flask) -> None:
    made = storied(house)
    stranger = Visitor(app)
    stranger.log_in("wanda")

    def seen(address: str) -> tuple[int, str]:
        answer = stranger.look(address)
        return answer.status_code, read_page(answer.text).main.text  # type: ignore[union-attr]  # every page has one

    never = UUID(made.id.hex[::-1])
    for page in ("", "/story", "/intake", "/case", "/card", "/entries/new", "/summary", "/wall"):
        assert seen(f"/clients/{made.id}{page}") == seen(f"/clients/{never}{page}")
        assert seen(f"/clients/{made.id}{page}")[0] == 404


def test_who_is_walled_off_no_longer_meets_her(house: House, app: Flask) -> None:
    made = storied(house)
    lead, frieda = Visitor(app), Visitor(app)
    frieda.log_in("frieda")
    assert frieda.look(f"/clients/{made.id}/story").status_code == 200
    lead.log_in("lea")
    lead.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    lead.send(f"/clients/{made.id}/wall", staff=str(house.staff["frieda"]))
    assert frieda.look(f"/clients/{made.id}/story").status_code == 404
    assert "Öztürk" not in frieda.look("/").text


def test_a_case_that_only_who_left_knew_of_comes_back_through_a_lead(
    house: House, app: Flask
) -> None:
    made = storied(house)
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    work = house.work(lea)
    here = Case.client_id == made.id, Case.unit_id == lea.unit
    case = work.session.query(Case).filter(*here).one()
    change(work, case, restricted=True, assigned=(berta.staff,))
    # Her unit gets a new key with that: the code was sealed under the former one.
    assert end_membership(work, lea, berta.membership) == Done(berta.staff)
    work.finish()
    lead = Visitor(app)
    lead.log_in("lea")
    lead.send("/unit", membership=str(lea.membership))
    text = lead.look("/restricted-cases").text
    [code] = [each.text for each in read_page(text).select("h2 code")]
    assert made.code == code
    assert "Öztürk" not in text + lead.look("/").text
    assert lead.look(f"/clients/{made.id}/story").status_code == 404
    typed = {"generation": str(case.generation), "staff": str(lea.staff)}
    address = f"/restricted-cases/{case.id}/assignment"
    assert lead.send(address, "/look-up", **typed).status_code == 303
    assert lead.look(f"/clients/{made.id}/story").status_code == 200
    assert "Öztürk" in lead.look("/").text

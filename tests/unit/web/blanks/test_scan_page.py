from io import BytesIO

from tests.factories.application import Visitor
from tests.factories.clients import new_client
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House
from tests.factories.planted_files import paper


def test_until_the_scan_is_brought_it_is_missing(house: House, visitor: Visitor) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    offered = offer([berta.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, berta, known, declaration(offered)).id
    visitor.log_in("berta")
    hers = f"/clients/{known.id}"
    assert "Papier, Scan fehlt" in visitor.look(f"{hers}/declarations").text
    page = f"{hers}/scans/new?consent={consent}"
    bare = visitor.send(f"{hers}/scans/new", page, consent=str(consent), number="7")
    assert (bare.status_code, "Wählen Sie eine Datei." in bare.text) == (422, True)
    file = (BytesIO(paper()), "scan.pdf")
    typed = {"consent": str(consent), "number": "sharing-1.ar 7"}
    sent = visitor.send(f"{hers}/scans/new", page, **typed, file=file)  # type: ignore[arg-type]  # a file is sent beside words
    assert (sent.status_code, sent.location) == (303, f"{hers}/declarations")
    shown = visitor.look(sent.location).text
    assert "Papier, Scan fehlt" not in shown
    assert "sharing-1.ar 7" in shown
    assert visitor.look(f"{hers}/scans/new").location == f"{hers}/consents"
    assert visitor.look(f"{hers}/scans/new?consent={known.id}").status_code == 404

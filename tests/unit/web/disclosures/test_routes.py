from caseflow.web.disclosures.routes import DISCLOSURE_ROUTES


def test_the_addresses_of_partners_and_of_what_they_are_told() -> None:
    her = "/clients/<uuid:client>/disclosures"
    assert {(each.method, each.address) for each in DISCLOSURE_ROUTES} == {
        ("GET", "/partners"),
        ("GET", "/partners/new"),
        ("POST", "/partners/new"),
        ("GET", "/partners/<uuid:partner>"),
        ("POST", "/partners/<uuid:partner>"),
        ("POST", "/partners/<uuid:partner>/end"),
        ("GET", "/disclosures"),
        ("GET", her),
        ("POST", her),
        ("GET", f"{her}/new"),
        ("POST", f"{her}/new"),
        ("GET", f"{her}/<uuid:disclosure>"),
        ("POST", f"{her}/<uuid:disclosure>"),
        ("GET", f"{her}/<uuid:disclosure>/print"),
        ("POST", f"{her}/<uuid:disclosure>/acknowledgement"),
        ("POST", f"{her}/<uuid:disclosure>/notes"),
    }

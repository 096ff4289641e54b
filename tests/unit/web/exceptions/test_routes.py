from caseflow.web.exceptions.routes import EXCEPTION_ROUTES


def test_the_addresses_of_lawful_exceptions() -> None:
    assert {(each.method, each.address) for each in EXCEPTION_ROUTES} == {
        ("GET", "/clients/<uuid:client>/exceptions"),
        ("GET", "/clients/<uuid:client>/exceptions/new"),
        ("POST", "/clients/<uuid:client>/exceptions/new"),
        ("GET", "/exceptions"),
        ("GET", "/exceptions/<uuid:exception>"),
        ("POST", "/exceptions/<uuid:exception>"),
        ("POST", "/exceptions/<uuid:exception>/end"),
    }

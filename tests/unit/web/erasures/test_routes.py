from caseflow.web.erasures.routes import ERASURE_ROUTES


def test_the_addresses_of_erasures() -> None:
    assert {(each.method, each.address) for each in ERASURE_ROUTES} == {
        ("GET", "/clients/<uuid:client>/erasure"),
        ("POST", "/clients/<uuid:client>/erasure"),
        ("GET", "/erasures"),
        ("POST", "/erasures"),
        ("GET", "/erasures/<uuid:erasure>"),
        ("POST", "/erasures/<uuid:erasure>"),
        ("POST", "/erasures/<uuid:erasure>/withdrawal"),
        ("POST", "/erasures/<uuid:erasure>/retold"),
        ("GET", "/erasures/<uuid:erasure>/paper"),
    }

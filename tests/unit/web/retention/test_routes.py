from caseflow.web.retention.routes import RETENTION_ROUTES


def test_the_addresses_of_retention() -> None:
    assert {(each.method, each.address) for each in RETENTION_ROUTES} == {
        ("GET", "/retention"),
        ("POST", "/retention/holds"),
        ("POST", "/retention/holds/<uuid:hold>/end"),
        ("POST", "/retention/runs"),
        ("GET", "/retention/runs/<uuid:run>"),
        ("POST", "/retention/runs/<uuid:run>"),
        ("POST", "/retention/runs/<uuid:run>/execution"),
    }

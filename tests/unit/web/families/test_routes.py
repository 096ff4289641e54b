from caseflow.web.families.routes import FAMILY_ROUTES


def test_the_addresses_of_guardians_and_relatives() -> None:
    assert {(each.method, each.address) for each in FAMILY_ROUTES} == {
        ("GET", "/clients/<uuid:client>/family"),
        ("POST", "/clients/<uuid:client>/family"),
        ("GET", "/clients/<uuid:client>/guardians/new"),
        ("POST", "/clients/<uuid:client>/guardians/new"),
        ("GET", "/clients/<uuid:client>/guardians/<uuid:guardian>"),
        ("POST", "/clients/<uuid:client>/guardians/<uuid:guardian>"),
        ("POST", "/clients/<uuid:client>/guardians/<uuid:guardian>/block"),
        ("POST", "/clients/<uuid:client>/guardians/<uuid:guardian>/unblock"),
        ("POST", "/clients/<uuid:client>/relatives"),
        ("POST", "/clients/<uuid:client>/children"),
        ("POST", "/clients/<uuid:client>/relatives/<uuid:link>/end"),
    }

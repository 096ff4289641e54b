from caseflow.web.letters.routes import LETTER_ROUTES


def test_every_address_is_under_her_own() -> None:
    assert all(each.address.startswith("/clients/<uuid:client>/letters") for each in LETTER_ROUTES)
    assert len({(each.address, each.method) for each in LETTER_ROUTES}) == len(LETTER_ROUTES)

from caseflow.web.blanks.routes import BLANK_ROUTES


def test_papers_are_read_and_scans_alone_are_sent() -> None:
    sent = {each.address for each in BLANK_ROUTES if each.method == "POST"}
    assert sent == {"/clients/<uuid:client>/scans/new"}
    assert len({(each.address, each.method) for each in BLANK_ROUTES}) == len(BLANK_ROUTES)

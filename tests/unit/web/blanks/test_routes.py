from caseflow.web.blanks.routes import BLANK_ROUTES


def test_papers_are_read_and_change_nothing() -> None:
    assert {each.method for each in BLANK_ROUTES} == {"GET"}
    assert len({each.address for each in BLANK_ROUTES}) == len(BLANK_ROUTES)

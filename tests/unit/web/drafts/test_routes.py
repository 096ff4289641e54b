from caseflow.web.drafts.routes import DRAFT_ROUTES


def test_what_is_typed_is_sent_and_never_looked_up_by_an_address() -> None:
    assert {(each.address, each.method) for each in DRAFT_ROUTES} == {
        ("/drafts", "POST"),
        ("/drafts/discard", "POST"),
    }

from caseflow.web.documents.routes import DOCUMENT_ROUTES


def test_whatever_changes_something_is_sent() -> None:
    sent = [route.address for route in DOCUMENT_ROUTES if route.method == "POST"]
    assert len(sent) == 5
    assert all("<uuid:client>" in route.address for route in DOCUMENT_ROUTES)

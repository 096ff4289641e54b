from caseflow.api.clients.copied_disclosures import (
    CopiedDisclosure,
    ToldAnswerCopy,
    ToldEntryCopy,
)


def test_the_shape_is_fixed() -> None:
    assert set(CopiedDisclosure().fields) == {
        "id",
        "consent",
        "partner",
        "purpose",
        "categories",
        "told_at",
        "received_at",
        "overtaken_at",
        "retold",
        "retold_at",
        "entries",
        "answers",
    }
    piece = {"id", "category", "redacted"}
    assert set(ToldEntryCopy().fields) == {*piece, "kind", "occurred_on", "title", "text"}
    assert set(ToldAnswerCopy().fields) == {*piece, "question", "labels", "told_on", "value"}

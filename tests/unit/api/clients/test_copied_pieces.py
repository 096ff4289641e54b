from caseflow.api.clients.copied_pieces import (
    CopiedAnswer,
    CopiedAppointment,
    CopiedDamage,
    CopiedElsewhere,
    CopiedEntry,
    CopiedFormer,
    CopiedGoal,
    CopiedHerWord,
    CopiedParagraph,
    CopiedStep,
)

PIECE = {"id", "category", "recorded_at"}


def test_the_shapes_are_fixed() -> None:
    assert set(CopiedElsewhere().fields) == {"told_to", "at", "consent", "kept_for"}
    assert set(CopiedParagraph().fields) == {*PIECE, "not_so", "text", "approved_on", "before"}
    assert set(CopiedFormer().fields) == {"recorded_at", "text", "approved_on"}
    assert set(CopiedHerWord().fields) == {"said_on", "text", "outcome", "reply"}
    words = {"copied", "redacted", "not_so"}
    said = {*PIECE, *words, "kind", "occurred_on", "title", "text"}
    assert set(CopiedEntry().fields) == said
    answered = {*PIECE, *words, "question", "labels", "state", "told_on", "value"}
    assert set(CopiedAnswer().fields) == answered
    assert set(CopiedStep().fields) == {*PIECE, "occurred_on", "redacted", "text"}
    assert set(CopiedGoal().fields) == {*PIECE, "title", "state", "set_on", "steps"}
    hour = {*PIECE, "starts_at", "ends_at", "state", "reminder", "redacted", "title", "place"}
    assert set(CopiedAppointment().fields) == hour
    assert set(CopiedDamage().fields) == {"table", "id", "category"}

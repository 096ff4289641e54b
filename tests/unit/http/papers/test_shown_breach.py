from datetime import UTC, datetime
from uuid import UUID

from caseflow.http.papers.shown_breach import shown_breach
from caseflow.oversight import Breach, SeenClient

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
HER = SeenClient(UUID(int=2), AT, AT, 3, {"violence", "health"})
FOUND = Breach(UUID(int=1), AT, AT, 3, (HER,))


def test_ids_counts_and_categories_are_said_and_nothing_else() -> None:
    told = shown_breach(FOUND)
    assert (told["clients"], told["categories"]) == (1, {"health": 1, "violence": 1})
    assert told["seen"][0]["categories"] == ["health", "violence"]
    assert told["since"] == "2026-03-02T09:00:00.000000Z"

from uuid import UUID

from caseflow.api.disclosures.list_disclosures import ShownDisclosure
from tests.factories.agreeing import is_as_unknown
from tests.factories.programs import Program
from tests.factories.telling import Ready


def test_the_shape_is_fixed() -> None:
    assert set(ShownDisclosure().fields) == {
        "id",
        "client",
        "consent",
        "partner",
        "purpose",
        "categories",
        "made_by",
        "made_at",
        "acknowledged_at",
        "waits_days",
        "overtaken_at",
        "retold",
        "retold_at",
    }


def test_what_was_told_is_listed_without_its_words(
    berta: Program, ready: Ready, address: str
) -> None:
    made = ready.told()
    for listed in (address, "/disclosures"):
        answer = berta.get(listed)
        [item] = answer.get_json()["items"]
        assert (item["id"], item["partner"]) == (str(made.id), str(ready.police))
        assert (item["acknowledged_at"], item["waits_days"]) == (None, 0)
        assert "gedroht" not in answer.text


def test_closed_and_unknown_are_one(frieda: Program, ready: Ready) -> None:
    ready.told()

    def ask(client: UUID) -> object:
        return frieda.get(f"/clients/{client}/disclosures")

    assert is_as_unknown(ask, ready.known.id)  # type: ignore[arg-type] # what a test client answers
    assert frieda.get("/disclosures").get_json() == {"items": [], "next": None}

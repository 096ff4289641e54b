from uuid import UUID

from tests.factories.agreeing import is_as_unknown
from tests.factories.declarations import took_back
from tests.factories.programs import Program
from tests.factories.telling import Ready


def test_it_is_given_out_as_it_was_told_while_the_consent_runs(
    berta: Program, ready: Ready
) -> None:
    made = ready.told()
    answer = berta.get(f"/disclosures/{made.id}")
    assert answer.status_code == 200
    assert [each["text"] for each in answer.get_json()["entries"]] == ["Er hat gedroht."]
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    assert berta.get(f"/disclosures/{made.id}").status_code == 409


def test_closed_and_unknown_are_one(frieda: Program, ready: Ready) -> None:
    made = ready.told()

    def ask(disclosure: UUID) -> object:
        return frieda.get(f"/disclosures/{disclosure}")

    assert is_as_unknown(ask, made.id)  # type: ignore[arg-type] # what a test client answers

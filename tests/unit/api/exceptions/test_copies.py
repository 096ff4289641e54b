from uuid import UUID, uuid4

import pytest

from caseflow.api.exceptions.copies import KeptCopy, OtherBasis, OutFrozenCopy
from tests.factories.agreeing import wrong_fields
from tests.factories.contract import assert_unknown_alike
from tests.factories.copies import Shared, copied, copies, shared, taken_back
from tests.factories.house import House
from tests.factories.programs import Program


@pytest.fixture
def frozen(house: House) -> tuple[Shared, UUID]:
    """Return a client whose copy is frozen, and the copy."""
    where = shared(house)
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    return where, drawer.id


def test_the_shapes_are_fixed() -> None:
    assert set(OtherBasis().fields) == {"ground", "text"}
    assert set(KeptCopy().fields) == {"id", "kept_for"}
    assert set(OutFrozenCopy().fields) == {
        "id",
        "client",
        "unit",
        "told_to",
        "category",
        "consent",
        "frozen_at",
        "destroyed_at",
        "kept_for",
    }


def test_officers_see_what_is_frozen_and_never_what_it_says(
    olga: Program, frozen: tuple[Shared, UUID]
) -> None:
    where, copy = frozen
    assert olga.get("/frozen-copies").get_json() == {
        "items": [
            {
                "id": str(copy),
                "client": str(where.known.id),
                "unit": "frauenhaus",
                "told_to": "beratung",
                "category": "violence",
                "consent": str(where.consent),
                "frozen_at": "2026-03-02T09:00:00Z",
                "destroyed_at": "2026-04-01T09:00:00Z",
                "kept_for": None,
            }
        ],
        "next": None,
    }


def test_another_basis_is_recorded_once(olga: Program, frozen: tuple[Shared, UUID]) -> None:
    _, copy = frozen
    body = {"ground": "legal_claims", "text": "Sie klagt gegen den Vermieter."}
    address = f"/frozen-copies/{copy}/basis"
    kept = olga.send("POST", address, body)
    assert (kept.status_code, kept.get_json()) == (
        200,
        {"id": str(copy), "kept_for": "legal_claims"},
    )
    assert olga.send("POST", address, body).status_code == 409
    [shown] = olga.get("/frozen-copies").get_json()["items"]
    assert (shown["kept_for"], shown["destroyed_at"]) == ("legal_claims", None)


def test_every_problem_is_named(olga: Program, frozen: tuple[Shared, UUID]) -> None:
    address = f"/frozen-copies/{frozen[1]}/basis"
    assert wrong_fields(olga.send("POST", address, {"ground": "x", "text": ""})) == {
        "ground",
        "text",
    }
    assert wrong_fields(olga.send("POST", address, {"ground": "legal_claims"})) == {"text"}


def test_nobody_else_learns_of_them(
    olga: Program, frieda: Program, ida: Program, frozen: tuple[Shared, UUID]
) -> None:
    body = {"ground": "legal_claims", "text": "Klage"}
    assert olga.send("POST", f"/frozen-copies/{uuid4()}/basis", body).status_code == 404
    for program in (frieda, ida):
        assert program.get("/frozen-copies").status_code == 403
    assert frieda.send("POST", f"/frozen-copies/{frozen[1]}/basis", body).status_code == 403
    assert_unknown_alike(ida, "POST", "/frozen-copies/{}/basis", frozen[1], body)

from typing import TYPE_CHECKING, Any
from uuid import UUID

from caseflow.api.consents.preview import ConsentPreview
from tests.factories.agreeing import CONSENT, MATRIX, is_as_unknown, wrong_fields
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

QUERY: dict[str, Any] = {name: CONSENT[name] for name in MATRIX}
WRONG: list[tuple[dict[str, Any], str]] = [
    *(({name: []}, name) for name in MATRIX),
    ({"to_units": ["mond"]}, "to_units"),
    ({"to_units": [""]}, "to_units"),
    ({"categories": ["weather"]}, "categories"),
    ({"refused": ["wohnen"]}, "refused.0"),
    ({"more": 1}, "more"),
]


def test_the_shape_is_fixed() -> None:
    assert set(ConsentPreview().fields) == {
        "partner",
        "units",
        "people",
        "categories",
        "pending_categories",
        "opens",
    }


def test_units_people_and_categories_are_told(berta: Program, client: UUID) -> None:
    query = {**QUERY, "to_units": ["frauenhaus", "wohnen"], "refused": ["wohnen:family"]}
    answer = berta.get(f"/clients/{client}/consents/preview", **query)
    assert answer.get_json() == {
        "units": ["frauenhaus", "wohnen"],
        "people": 4,
        "categories": ["family", "identity"],
        "pending_categories": [],
        "opens": [
            {"from_unit": "beratung", "to_unit": "frauenhaus", "category": "family"},
            {"from_unit": "beratung", "to_unit": "frauenhaus", "category": "identity"},
            {"from_unit": "beratung", "to_unit": "wohnen", "category": "identity"},
        ],
    }


def test_the_days_change_nothing(berta: Program, client: UUID) -> None:
    address = f"/clients/{client}/consents/preview"
    dated = berta.get(address, **QUERY, valid_from="2026-03-02", valid_until="2026-12-31")
    assert (dated.status_code, dated.data) == (200, berta.get(address, **QUERY).data)


def test_each_problem_stands_at_its_field(berta: Program, client: UUID) -> None:
    for changed, field in WRONG:
        answer = berta.get(f"/clients/{client}/consents/preview", **{**QUERY, **changed})
        neither = changed == {"to_units": []}  # nor a partner
        assert wrong_fields(answer) == ({field, "partner"} if neither else {field}), changed


def test_closed_and_unknown_are_one(frieda: Program, client: UUID) -> None:
    for query in (QUERY, {}, {**QUERY, "to_units": ["mond"]}):

        def ask(id_: UUID, query: dict[str, Any] = query) -> "TestResponse":
            return frieda.get(f"/clients/{id_}/consents/preview", **query)

        assert is_as_unknown(ask, client)

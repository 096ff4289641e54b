from uuid import UUID

from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from caseflow.web.consents.receiving import by_receiver, kept_back, refused_to
from tests.factories.declarations import offer

A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)


def test_triples_stand_by_receiver_and_giver() -> None:
    pairs = [(A, B, "family"), (A, B, "health"), (A, C, "family")]
    assert by_receiver(pairs) == {B: {A: ["family", "health"]}, C: {A: ["family"]}}


def test_what_she_refused_stands_by_receiver() -> None:
    offered = offer([A], [B, C], "family", refused=[(B, "health"), (C, "health"), (C, "family")])
    assert kept_back(offered) == {B: {"health"}, C: {"health", "family"}}


def test_so_stands_what_is_recorded() -> None:
    matrix = Matrix(
        from_units=frozenset({A}),
        to_units=frozenset({B, C}),
        categories=frozenset({"family"}),
        purposes=frozenset({"case_work"}),
        actions=frozenset({Action.VIEW}),
        exclusions=frozenset({Exclusion(B, "health"), Exclusion(B, "family")}),
    )
    assert refused_to(matrix) == {B: {"health", "family"}}

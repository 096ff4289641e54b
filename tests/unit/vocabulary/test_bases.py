from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id


def test_bases_of_one_row_are_equal_and_can_be_sorted() -> None:
    one, other = sorted((new_id(), new_id()))
    bases = [Basis(BasisKind.CONSENT, other), Basis(BasisKind.CONSENT, one)]
    assert [basis.id for basis in sorted(bases)] == [one, other]
    assert Basis(BasisKind.CONSENT, one) == Basis(BasisKind.CONSENT, one)

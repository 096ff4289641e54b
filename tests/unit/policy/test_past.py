from caseflow.vocabulary.bases import Basis, BasisKind
from tests.unit.policy.pasts import BASIS, CASE, CONSENT, DESK, MEMBER, past


def test_a_basis_is_known_while_its_row_is_there() -> None:
    then = past()
    assert [then.knows(BASIS[each]) for each in (MEMBER, CASE, CONSENT, DESK)] == [
        True,
        True,
        True,
        False,
    ]
    assert then.knows(Basis(BasisKind.DESK, MEMBER))

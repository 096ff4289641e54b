from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Matrix


def test_a_matrix_without_exclusions_excludes_nothing() -> None:
    one = frozenset({new_id()})
    matrix = Matrix(one, one, frozenset({"health"}), frozenset({"safety"}), frozenset(Action))
    assert matrix.exclusions == frozenset()
    assert set(Action) == {"view", "copy", "tell", "disclose"}

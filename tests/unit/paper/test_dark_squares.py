from caseflow.paper.dark_squares import dark_squares
from caseflow.paper.pieces import Pattern


def test_dark_squares_beside_each_other_are_one() -> None:
    pattern = Pattern(((True, True, False), (False, True, False), (False,) * 3), 30.0)
    assert list(dark_squares(pattern)) == [(0, 0, 2, 10.0), (1, 1, 1, 10.0)]
    assert list(dark_squares(Pattern((), 30.0))) == []

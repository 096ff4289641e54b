from caseflow.statistics.cells import HIDDEN, Cell


def test_a_figure_is_a_number_or_kept_back() -> None:
    assert (Cell(0).suppressed, Cell(7).suppressed, HIDDEN.suppressed) == (False, False, True)
